import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { predictorKind } from "../../core/predictorKinds";
import type { FitMetrics, PredictorFile } from "../predictor";
import type { Fitted } from "./autobuildPredictor";
import { columnsOf, type Column } from "./columns";
import { toFile } from "./file";
import type { Moments } from "./moments";
import { partsOf } from "./parameters";
import { EMBEDDING_WIDTH, type NetworkSettings } from "./settings";
import { packParts } from "./trainedNetwork";

/** A state dict as a reader of .pt files gives it: numbers row-major by key. */
export type StateDict = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: ArrayLike<number> }>
>;

/** The settings beside it (`..._config.pkl`), as far as they are used. */
export type CheckpointConfig = Readonly<Record<string, unknown>>;

/** Keys of the published feature encoder by column (ALGORITHM section 2). */
const TABLES: Readonly<Record<string, string>> = {
  unit: "stage",
  layer: "block",
  operation: "mbconv",
  expand: "exp",
  kernel: "kernel",
};

/** Columns that a checkpoint of the custom format has; ProxylessNAS has six units, the last of one layer. */
export function checkpointSpace(family: "mbv3" | "pn"): SearchSpace {
  const lengths = [[2, 3, 4], [2, 3, 4], [2, 3, 4], [2, 3, 4], [2, 3, 4], ...(family === "pn" ? [[1]] : [])];
  return {
    structure: "staged",
    units: lengths.map((of, index) => ({ name: `unit ${index + 1}`, lengths: of })),
    nodeFeatures: [
      { name: "operation", kind: "categorical", values: ["mbconv2", "mbconv3"] },
      { name: "expand", kind: "ordinal", values: [3, 4, 6] },
      { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
    ],
    globalFeatures: [{ name: "resolution", kind: "continuous", values: [192, 224] }],
    notation: "blocks",
    constants: {},
  };
}

/** Which family a checkpoint is of, by its settings. */
export const checkpointFamily = (config: CheckpointConfig): "mbv3" | "pn" =>
  /(^|_)pn(_|$)|proxyless/i.test(String(config.families ?? "")) ? "pn" : "mbv3";

const reading = (state: StateDict, key: string): ArrayLike<number> => {
  const tensor = state[key];
  if (tensor === undefined) throw new RangeError(`The checkpoint has no tensor ${key}.`);
  return tensor.data;
};

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

/** Our matrix of a name from the checkpoint's; PyTorch keeps weights as [out, in]. */
function partOf(name: string, state: StateDict, columns: readonly Column[]): ArrayLike<number> {
  if (name === "table") return columns.flatMap((column) => tableOf(column, state));
  if (name === "mix") return columns.flatMap((column) => padded(reading(state, mixKey(column, "weight"))));
  if (name === "mixBias") return columns.map((column) => reading(state, mixKey(column, "bias"))[0] ?? 0);
  const [, part, index] = /^([a-zA-Z]+?)(\d*)$/.exec(name) ?? [];
  const layer = `encoder.gnn_layers.${index}`;
  switch (part) {
    case "sourceWeight":
      return transposed(state, `${layer}.lin_l.weight`);
    case "sourceBias":
      return reading(state, `${layer}.lin_l.bias`);
    case "targetWeight":
      return transposed(state, `${layer}.lin_r.weight`);
    case "targetBias":
      return reading(state, `${layer}.lin_r.bias`);
    case "attention":
      return reading(state, `${layer}.att`);
    case "relWeight":
      return transposed(state, `${layer}.lin_rel.weight`);
    case "rootWeight":
      return transposed(state, `${layer}.lin_root.weight`);
    case "normScale":
      return reading(state, `encoder.bns.${index}.module.weight`);
    case "normShift":
      return reading(state, `encoder.bns.${index}.module.bias`);
    case "postWeight":
      return transposed(state, `post_proj.${POST[Number(index)]}.weight`);
    case "postBias":
      return reading(state, `post_proj.${POST[Number(index)]}.bias`);
    case "regressorWeight":
      return transposed(state, "regressor.weight");
    default:
      return reading(state, "regressor.bias");
  }
}

/** Places of the linear maps in the published sequence; 2 is the activation. */
const POST = [0, 1, 3, 4];

const mixKey = (column: Column, part: "weight" | "bias"): string =>
  column.kind === "scale"
    ? `embed_layer.res_mlp.1.${part}`
    : `embed_layer.${TABLES[column.name]}_mlp.${part}`;

/** Rows of a column's table, filled up to the width of ours; a table may have rows for units that the space has not. */
function tableOf(column: Column, state: StateDict): number[] {
  if (column.kind === "scale")
    return ["weight", "bias"].flatMap((part) => padded(reading(state, `embed_layer.res_mlp.0.${part}`)));
  const key = `embed_layer.${TABLES[column.name]}_embed.weight`;
  const values = reading(state, key);
  const width = state[key]?.shape[1] ?? 0;
  return column.values.flatMap((_, row) =>
    padded(Array.from({ length: width }, (_, place) => values[row * width + place] ?? 0)),
  );
}

const padded = (values: ArrayLike<number>): number[] =>
  Array.from({ length: EMBEDDING_WIDTH }, (_, place) => values[place] ?? 0);

function transposed(state: StateDict, key: string): Float32Array {
  const values = reading(state, key);
  const [rows = 0, columns = 0] = state[key]?.shape ?? [];
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = values[row * columns + column] ?? 0;
  return result;
}

/** Running statistics; biases that normalisation takes out again (see gatv2, graphConv) go into the mean. */
function runningOf(state: StateDict, { numLayers, hiddenWidth, convolution }: NetworkSettings): Float32Array {
  const running = new Float32Array(2 * numLayers * hiddenWidth);
  for (let layer = 0; layer < numLayers; layer++) {
    const biases = (convolution === "GATv2" ? ["bias", "lin_l.bias"] : ["lin_rel.bias"]).map((key) =>
      reading(state, `encoder.gnn_layers.${layer}.${key}`),
    );
    const means = reading(state, `encoder.bns.${layer}.module.running_mean`);
    const variances = reading(state, `encoder.bns.${layer}.module.running_var`);
    for (let channel = 0; channel < hiddenWidth; channel++) {
      running[layer * hiddenWidth + channel] = biases.reduce(
        (mean, bias) => mean - (bias[channel] ?? 0),
        means[channel] ?? 0,
      );
      running[(numLayers + layer) * hiddenWidth + channel] = variances[channel] ?? 1;
    }
  }
  return running;
}

/** A predictor file of a checkpoint: nothing was held out here, so that it says nothing about how well it ranks. */
export function checkpointFile(
  state: StateDict,
  config: CheckpointConfig,
  labelled: { readonly architectures: readonly Architecture[]; readonly targets: readonly number[] } = {
    architectures: [],
    targets: [],
  },
): PredictorFile {
  const space = checkpointSpace(checkpointFamily(config));
  const fitted = readCheckpoint(state, config, space);
  const seed = Number(config.seed ?? 0);
  const metrics: FitMetrics = {
    srcc: 0,
    mae: 0,
    mape: null,
    hopSrcc: Array.from({ length: fitted.settings.numLayers + 1 }, () => 0),
    epochs: Number(config.epochs_predictor ?? 0),
    seconds: 0,
    members: 1,
    numTrain: 0,
    numTest: 0,
    heldOut: { measured: [], predicted: [] },
    lossCurve: [],
  };
  const defaults = predictorKind("autobuild")?.defaults ?? { kind: "autobuild", seed, trainFraction: 0.9 };
  return toFile(fitted, {
    kind: "autobuild",
    target: String(config.target ?? "target"),
    datasetHash: "",
    seed,
    backend: "cpu",
    settings: { ...defaults, ...fitted.settings, seed },
    metrics,
    space,
    labelled,
  });
}
