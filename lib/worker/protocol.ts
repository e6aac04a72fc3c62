/** The map of tasks is the worker protocol: the page and the worker derive their types from it. */
import type { Architecture } from "../core/architecture";
import type { Module, ModuleScore } from "../core/module";
import type { CheckpointRows } from "../predictor/autobuild/refit";
import type {
  Backend,
  BackendChoice,
  FeatureScore,
  FitProgress,
  FitSettings,
  Interval,
  PredictorFile,
  Problem,
} from "../predictor/predictor";

export type Tasks = {
  /** Chooses the backend: the wanted one, else the next that works; `note` says why it is not the wanted one. */
  start: {
    request: { wanted: BackendChoice };
    result: { backend: Backend; note: string | null };
    progress: never;
  };
  train: {
    request: { problem: Problem; settings: FitSettings };
    result: { file: PredictorFile };
    progress: FitProgress;
  };
  /** A released AutoBuild checkpoint as a predictor of a dataset, its moments fitted on the dataset's rows. */
  release: {
    request: {
      /** `..._predictor.pt` */
      checkpoint: Uint8Array;
      /** `..._config.pkl` */
      config: Uint8Array;
      rows: CheckpointRows;
    };
    result: { file: PredictorFile };
    progress: never;
  };
  /** Opens a predictor; the following tasks speak of the one opened last. */
  open: { request: { file: PredictorFile }; result: { numHops: number }; progress: never };
  predict: {
    request: { architectures: readonly Architecture[] };
    result: { intervals: Interval[] };
    progress: never;
  };
  scoreModules: {
    request: { modules: readonly Module[] };
    result: { scores: ModuleScore[] };
    progress: never;
  };
  scoreFeatures: { request: Record<string, never>; result: { scores: FeatureScore[] }; progress: never };
  nodeNorms: { request: { architecture: Architecture }; result: { norms: number[][] }; progress: never };
};

/** Why a task did not end well: `lost` when the graphics processor went away under it. */
export type FailureCode = "cancelled" | "unusable" | "lost" | "internal";

export type TaskName = keyof Tasks;

/** Page to worker. */
export type ToWorker =
  | { [Name in TaskName]: { type: "run"; id: number; name: Name; request: Tasks[Name]["request"] } }[TaskName]
  | { type: "cancel"; id: number };

/** Worker to page. */
export type FromWorker =
  | { [Name in TaskName]: { type: "done"; id: number; name: Name; result: Tasks[Name]["result"] } }[TaskName]
  | {
      [Name in TaskName]: { type: "progress"; id: number; name: Name; progress: Tasks[Name]["progress"] };
    }[TaskName]
  | { type: "failed"; id: number; code: FailureCode; message: string };
