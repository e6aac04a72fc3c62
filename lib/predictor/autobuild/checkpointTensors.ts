import type { Column } from "./columns";
import { EMBEDDING_WIDTH, type NetworkSettings } from "./settings";

/** A state dict as a reader of .pt files gives it: numbers row-major by key. */
export type StateDict = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: ArrayLike<number> }>
>;

/** Keys of the published feature encoder by column (ALGORITHM section 2). */
const TABLES: Readonly<Record<string, string>> = {
  unit: "stage",
  layer: "block",
  operation: "mbconv",
  expand: "exp",
  kernel: "kernel",
};

/** The numbers of a tensor. @throws RangeError naming the tensor that is missing */
export const reading = (state: StateDict, key: string): ArrayLike<number> => {
  const tensor = state[key];
  if (tensor === undefined) throw new RangeError(`The checkpoint has no tensor ${key}.`);
  return tensor.data;
};

/** Our matrix of a name from the checkpoint's; PyTorch keeps weights as [out, in]. */
export function partOf(name: string, state: StateDict, columns: readonly Column[]): ArrayLike<number> {
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
  if (values.length < column.values.length * width)
    throw new RangeError(`Tensor ${key} of the checkpoint has fewer than ${column.values.length} rows.`);
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
export function runningOf(
  state: StateDict,
  { numLayers, hiddenWidth, convolution }: NetworkSettings,
): Float32Array {
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
