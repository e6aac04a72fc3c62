/**
 * The one face of every predictor. Figures, builder and command line know only this; adding a predictor is adding a
 * folder beside this file and a line in registry.ts.
 */
import type { Architecture, Node } from "../core/architecture";
import type { Module, ModuleScore } from "../core/module";
import type { KindSettings } from "../core/predictorKinds";
import type { FeatureValue, SearchSpace } from "../core/searchSpace";
import type { OperationEmbeddings } from "./operationEmbeddings";

export type Backend = "webgl" | "wasm" | "cpu";

/** A backend, or the quickest that computes rightly here. */
export type BackendChoice = Backend | "automatic";

/** A value with its 90 % interval, in units of the target. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** What a predictor is fitted to: architectures with a finite target, in dataset order. */
export type Problem = {
  readonly space: SearchSpace;
  readonly architectures: readonly Architecture[];
  /** shape [architectures.length], raw units */
  readonly targets: Float64Array;
  /** The target expression, for the record. */
  readonly target: string;
  /** Hash of the dataset the rows came from, for the record. */
  readonly datasetHash: string;
};

/** autobuild: the method as published. */
export type PredictorKind = string;

/** Settings shared by all kinds, and each kind's own; their defaults are in core/predictorKinds.ts. */
export type FitSettings = KindSettings;

/** Sent after every epoch. */
export type FitProgress = {
  readonly epoch: number;
  readonly numEpochs: number;
  readonly loss: number;
  readonly heldOutLoss: number | null;
  /** SRCC between the graph embedding norms and the targets of the held-out rows, one per hop. */
  readonly hopSrcc: readonly number[];
  /** SRCC of predictions on held-out rows. */
  readonly srcc: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number;
};

export type FitHooks = {
  readonly onProgress?: (progress: FitProgress) => void;
  /** Checked at least every 200 ms; an aborted fit rejects with the signal's reason and leaves no tensor behind. */
  readonly signal?: AbortSignal;
  /** Seconds since some start; passed in so that the predictor itself reads no clock. */
  readonly now?: () => number;
  /** Where training leaves checkpoints, and goes on from one that it left before it was cut off. */
  readonly checkpoints?: CheckpointStore;
};

/** Keeps plain data (numbers, typed arrays, lists, records) by key beyond the life of a page. */
export type CheckpointStore = {
  /** Null where there is none. */
  load(key: string): Promise<unknown>;
  save(key: string, checkpoint: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

/** How good the predictor is on rows it was not trained on. */
export type FitMetrics = {
  readonly srcc: number;
  readonly mae: number;
  /** Fraction, not percent; null where a held-out target is 0. */
  readonly mape: number | null;
  readonly hopSrcc: readonly number[];
  /** Held-out rows that `hopSrcc` was measured on, where those are not all of them. */
  readonly numHopRows?: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly members: number;
  readonly numTrain: number;
  readonly numTest: number;
  /** Measured and predicted targets of the held-out rows, for the scatter. */
  readonly heldOut: { readonly measured: readonly number[]; readonly predicted: readonly number[] };
  /**
   * The same for training rows, predicted by parts that had not seen them; absent where a kind sets no such rows apart.
   */
  readonly validation?: { readonly measured: readonly number[]; readonly predicted: readonly number[] };
  /** Loss after every epoch. */
  readonly lossCurve: readonly number[];
  /** Share of the held-out rows that lie in their 90 % interval; absent where a kind does not measure it. */
  readonly coverage?: number;
  /** What a predictor of several parts is made of. */
  readonly contributions?: readonly Contribution[];
  /** Simple models on the same split. */
  readonly baselines?: readonly Baseline[];
  /** Rows that the split and the folds kept together; absent where every row stood alone. */
  readonly groups?: TiedRows;
};

/** Rows in groups of at least two, none of which stands on both sides of a split. */
export type TiedRows = {
  /** The setting `group` (see core/split/rowGroups.ts). */
  readonly rule: string;
  readonly numGroups: number;
  readonly numRows: number;
};

/** A part of a predictor: its weight in every prediction, and its SRCC on validation rows that it did not see. */
export type Contribution = { readonly part: string; readonly weight: number; readonly srcc: number };

/** A simple model, the rows it was fitted to, and its held-out SRCC. */
export type Baseline = { readonly name: string; readonly numTrain: number; readonly srcc: number };

/** What a predictor says of itself: of a released checkpoint nobody here knows how well it ranks. */
export type PredictorMetrics = Omit<FitMetrics, "srcc" | "mae"> & {
  /** Null where no row was held out. */
  readonly srcc: number | null;
  /** Null where no row was held out. */
  readonly mae: number | null;
  /** What a user must know of these figures and of the scores, as sentences. */
  readonly notes?: readonly string[];
};

/** One row of the feature x value figure. */
export type FeatureScore = {
  /** "unit", "layer" or the name of a feature. */
  readonly feature: string;
  readonly value: FeatureValue;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly support: number;
};

export interface Predictor {
  readonly kind: PredictorKind;
  readonly space: SearchSpace;
  readonly target: string;
  readonly metrics: PredictorMetrics;
  readonly numHops: number;
  /** One interval per architecture, in order. */
  predict(architectures: readonly Architecture[]): Promise<Interval[]>;
  /** Importance of each module at its hop, shifted to the target distribution of its unit (ALGORITHM section 7). */
  scoreModules(modules: readonly Module[]): Promise<ModuleScore[]>;
  /** Hop-0 scores of every value of every feature (ALGORITHM section 11). */
  scoreFeatures(): Promise<FeatureScore[]>;
  /** L1 embedding norms, shape [numHops][numNodes]. */
  nodeNorms(architecture: Architecture): Promise<number[][]>;
  /** Where its graph networks put operations at hop 0; absent where a kind has no graph network. */
  embedOperations?(operations: readonly Node[]): Promise<OperationEmbeddings>;
  /** Everything needed to open it again, here or on the command line; plain JSON. */
  toFile(): PredictorFile;
  /** Frees its tensors. */
  dispose(): void;
}

/** Version 1 of the predictor file, `*.archwright.json`; the same text is stored in the database. */
export type PredictorFile = {
  readonly format: "archwright-predictor";
  readonly version: 1;
  readonly kind: PredictorKind;
  readonly target: string;
  readonly datasetHash: string;
  readonly seed: number;
  readonly backend: Backend;
  readonly settings: FitSettings;
  readonly metrics: PredictorMetrics;
  readonly space: SearchSpace;
  /** The labelled rows it was fitted to (train rows only), for support counts and for methods that rest on them. */
  readonly labelled: { readonly architectures: readonly Architecture[]; readonly targets: readonly number[] };
  /** Named arrays, row-major; data is base64 of little-endian float32 (or float64 where the kind says so). */
  readonly tensors: Readonly<Record<string, StoredTensor>>;
};

export type StoredTensor = {
  readonly shape: readonly number[];
  readonly dtype: "float32" | "float64";
  readonly data: string;
};

/** A way to fit and to open one kind of predictor. */
export type PredictorMethod = {
  readonly kind: PredictorKind;
  /** "AutoBuild (as published)" */
  readonly label: string;
  readonly defaults: FitSettings;
  fit(problem: Problem, settings: FitSettings, hooks: FitHooks): Promise<Predictor>;
  open(file: PredictorFile): Promise<Predictor>;
};
