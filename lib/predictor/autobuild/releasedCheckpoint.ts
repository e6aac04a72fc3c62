import type { SearchSpace, UnitSpace } from "../../core/searchSpace";
import { predictorKind } from "../../core/predictorKinds";
import type { PredictorFile, PredictorMetrics } from "../predictor";
import type { Fitted } from "./autobuildPredictor";
import { partOf, reading, runningOf, type StateDict } from "./checkpointTensors";
import { columnsOf } from "./columns";
import { toFile } from "./file";
import type { Moments } from "./moments";
import { partsOf } from "./parameters";
import type { NetworkSettings } from "./settings";
import { packParts } from "./trainedNetwork";

export type { StateDict } from "./checkpointTensors";

/** The settings beside it (`..._config.pkl`), as far as they are used. */
export type CheckpointConfig = Readonly<Record<string, unknown>>;

export type CheckpointFamily = "mbv3" | "pn";

const LENGTHS = [2, 3, 4];
const UNITS: Readonly<Record<CheckpointFamily, readonly Omit<UnitSpace, "name">[]>> = {
  mbv3: Array.from({ length: 5 }, () => ({ lengths: LENGTHS })),
  // The last unit has one layer, and is scored as the end of the fifth (ALGORITHM section 7).
  pn: [
    ...Array.from({ length: 4 }, () => ({ lengths: LENGTHS })),
    { lengths: LENGTHS, joinsNext: true },
    { lengths: [1] },
  ],
};

/** What a checkpoint of the custom format was trained on: MobileNetV3 has five units, ProxylessNAS six. */
export const checkpointSpace = (family: CheckpointFamily): SearchSpace => ({
  structure: "staged",
  units: UNITS[family].map((unit, index) => ({ name: `unit ${index + 1}`, ...unit })),
  nodeFeatures: [
    { name: "operation", kind: "categorical", values: ["mbconv2", "mbconv3"] },
    { name: "expand", kind: "ordinal", values: [3, 4, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [192, 224] }],
  notation: "block-tokens",
  constants: {},
});

/** The operation of every block of a family. */
export const familyOperation = (family: CheckpointFamily): string =>
  family === "pn" ? "mbconv2" : "mbconv3";

/**
 * Which family a checkpoint is of: its settings name it; where they do not, the table of unit moments has a place for
 * sequences of five layers in ProxylessNAS only.
 */
export function checkpointFamily(config: CheckpointConfig, state: StateDict = {}): CheckpointFamily {
  const named = String(config.families ?? "");
  if (/(^|_)pn(_|$)|proxyless/i.test(named)) return "pn";
  if (/mbv3|mobilenet/i.test(named)) return "mbv3";
  return state["embed_layer.moment_tsr"]?.shape[1] === 5 ? "pn" : "mbv3";
}

function networkSettings(state: StateDict, config: CheckpointConfig): NetworkSettings {
  const slope = (name: unknown): number => (name === "LeakyReLU" ? 0.01 : 0);
  const convolution = "encoder.gnn_layers.0.lin_rel.weight" in state ? "GraphConv" : "GATv2";
  const aggregation =
    config.aggr_method === "sum" || config.aggr_method === "max" ? config.aggr_method : "mean";
  const numLayers = Object.keys(state).filter((key) =>
    /^encoder\.bns\.\d+\.module\.weight$/.test(key),
  ).length;
  return {
    hiddenWidth: reading(state, "encoder.bns.0.module.weight").length,
    numLayers,
    convolution,
    aggregation,
    convolutionSlope: slope(config.gnn_activ),
    regressorSlope: slope(config.reg_activ),
    members: 1,
  };
}

/**
 * What an AutoBuild checkpoint knows, in our terms. Every key that the network needs must be there, unlike in the
 * published loader, which leaves layers at random without a word.
 * @throws RangeError naming the tensor that is missing or has another size
 */
export function readCheckpoint(state: StateDict, config: CheckpointConfig, space: SearchSpace): Fitted {
  const settings = networkSettings(state, config);
  const columns = columnsOf(space);
  const packed = packParts(partsOf(columns, settings), 1, (name) => partOf(name, state, columns.all));
  const pair = (values: ArrayLike<number>, index: number): Moments => ({
    mean: Math.fround(values[2 * index] ?? 0),
    deviation: Math.fround(values[2 * index + 1] ?? 1),
  });
  const hops = state.hop_moments?.data;
  const numHops = settings.numLayers + 1;
  const units = state["embed_layer.moment_tsr"];
  const perUnit = units?.shape[1] ?? numHops;
  const standard = state.mlp_moments ? pair(state.mlp_moments.data, 0) : { mean: 0, deviation: 1 };
  return {
    columns,
    settings,
    network: { packed, running: runningOf(state, settings) },
    standard,
    hopMoments: [
      Array.from({ length: numHops }, (_, hop) => ({
        mean: hops?.[hop] ?? 0,
        deviation: hops?.[numHops + hop] ?? 1,
      })),
    ],
    unitMoments: space.units.map((_, unit) =>
      Array.from({ length: perUnit }, (_, hop) =>
        units ? pair(units.data, unit * perUnit + hop) : { mean: 0, deviation: 1 },
      ),
    ),
    allTargets: standard,
    reach: 0,
  };
}

/** What nobody has measured here: how well the checkpoint ranks. */
export const UNKNOWN: Omit<PredictorMetrics, "epochs"> = {
  srcc: null,
  mae: null,
  mape: null,
  hopSrcc: [],
  seconds: 0,
  members: 1,
  numTrain: 0,
  numTest: 0,
  heldOut: { measured: [], predicted: [] },
  lossCurve: [],
};

export const MOMENTS_MISSING =
  "The checkpoint was released without moments: scores are raw embedding norms, which grow with the hop and cannot be compared across lengths.";

/** Whether a checkpoint was saved before its moments were found: all are (0, 1). */
export const momentsMissing = ({ hopMoments, unitMoments }: Fitted): boolean =>
  [...hopMoments, ...unitMoments].flat().every(({ mean, deviation }) => mean === 0 && deviation === 1);

/** A predictor file of a checkpoint, in the space it was trained on; nothing says here how well it ranks. */
export function checkpointFile(state: StateDict, config: CheckpointConfig): PredictorFile {
  const family = checkpointFamily(config, state);
  const space = checkpointSpace(family);
  const fitted = readCheckpoint(state, config, space);
  // No interval is known: in JSON it becomes null.
  return fittedFile({ ...fitted, reach: NaN }, family, config, {
    space,
    metrics: {
      ...UNKNOWN,
      epochs: Number(config.epochs_predictor ?? 0),
      notes: momentsMissing(fitted) ? [MOMENTS_MISSING] : [],
    },
    labelled: { architectures: [], targets: [] },
    datasetHash: "",
  });
}

/** The file of a checkpoint whose moments or figures were found anew. */
export function fittedFile(
  fitted: Fitted,
  family: CheckpointFamily,
  config: CheckpointConfig,
  rest: Pick<PredictorFile, "space" | "metrics" | "labelled" | "datasetHash">,
): PredictorFile {
  const seed = Number(config.seed ?? 0);
  const defaults = predictorKind("autobuild")?.defaults ?? { kind: "autobuild", seed, trainFraction: 0.9 };
  return toFile(fitted, {
    kind: "autobuild",
    target: String(config.target ?? "target"),
    seed,
    backend: "cpu",
    settings: { ...defaults, ...trainedWith(config), ...fitted.settings, seed, released: family },
    ...rest,
  });
}

/** Settings of the training that the checkpoint tells, under our names. */
function trainedWith(config: CheckpointConfig): Record<string, number> {
  const names = { epochs: "epochs_predictor", batchSize: "batch_size", corrLambda: "corr_lambda" };
  return Object.fromEntries(
    Object.entries(names).flatMap(([own, theirs]) => {
      const value = config[theirs];
      return typeof value === "number" ? [[own, value]] : [];
    }),
  );
}
