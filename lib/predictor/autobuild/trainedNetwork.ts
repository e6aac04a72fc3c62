import * as tf from "@tensorflow/tfjs";
import type { BatchStatistics } from "./batchNorm";
import type { Columns } from "./columns";
import { rowsOfColumns, type RowsOfColumns } from "./featureEncoder";
import { numParameters, partSize, partsOf, unpack, type Part, type Weights } from "./parameters";
import type { NetworkSettings } from "./settings";

/** A network's numbers apart from any backend. */
export type TrainedNetwork = {
  /** [members, numParameters] in the order of `partsOf` */
  readonly packed: Float32Array;
  /** [members, 2 * numLayers, hiddenWidth]: running means of the layers, then running variances */
  readonly running: Float32Array;
};

/** The network as tensors of the current backend, ready to evaluate. */
export type NetworkTensors = {
  readonly columns: Columns;
  readonly settings: NetworkSettings;
  readonly weights: Weights;
  readonly rows: RowsOfColumns;
  readonly statistics: readonly BatchStatistics[];
};

export function networkTensors(
  { packed, running }: TrainedNetwork,
  columns: Columns,
  settings: NetworkSettings,
): NetworkTensors {
  const parts = partsOf(columns, settings);
  const { members, numLayers, hiddenWidth } = settings;
  const { weights, statistics } = tf.tidy(() => ({
    weights: unpack(tf.tensor2d(packed, [members, numParameters(parts)]), parts),
    statistics: runningStatistics(tf.tensor3d(running, [members, 2 * numLayers, hiddenWidth])),
  }));
  return { columns, settings, weights, rows: rowsOfColumns(columns), statistics };
}

/** One member of a network as a network of its own; the caller disposes of it with `disposeMember`. */
export function memberTensors(network: NetworkTensors, member: number): NetworkTensors {
  const own = (tensor: tf.Tensor3D): tf.Tensor3D =>
    tf.slice(tensor, [member, 0, 0], [1, tensor.shape[1], tensor.shape[2]]);
  return {
    ...network,
    settings: { ...network.settings, members: 1 },
    weights: Object.fromEntries(Object.entries(network.weights).map(([name, all]) => [name, own(all)])),
    statistics: network.statistics.map(({ mean, variance }) => ({
      mean: own(mean),
      variance: own(variance),
    })),
  };
}

/** What columns a network reads is shared by its members, and stays. */
export const disposeMember = ({ weights, statistics }: NetworkTensors): void =>
  tf.dispose([Object.values(weights), statistics.flatMap(({ mean, variance }) => [mean, variance])]);

/** Statistics by layer from [members, 2 * numLayers, hiddenWidth]. */
export function runningStatistics(running: tf.Tensor3D): BatchStatistics[] {
  const [members, twice, width] = running.shape;
  const slice = (at: number): tf.Tensor3D => tf.slice(running, [0, at, 0], [members, 1, width]);
  return Array.from({ length: twice / 2 }, (_, layer) => ({
    mean: slice(layer),
    variance: slice(twice / 2 + layer),
  }));
}

export const disposeNetwork = (network: NetworkTensors): void =>
  tf.dispose([
    Object.values(network.weights),
    [network.rows.belongs, network.rows.biased],
    network.statistics.flatMap(({ mean, variance }) => [mean, variance]),
  ]);

/** One matrix of all members out of the packed numbers, [members, rows, columns]. */
export function partValues(
  packed: Float32Array,
  parts: readonly Part[],
  members: number,
  name: string,
): Float32Array {
  const all = numParameters(parts);
  let offset = 0;
  for (const part of parts) {
    if (part.name !== name) {
      offset += partSize(part);
      continue;
    }
    const values = new Float32Array(members * partSize(part));
    for (let member = 0; member < members; member++)
      values.set(
        packed.subarray(member * all + offset, member * all + offset + partSize(part)),
        member * partSize(part),
      );
    return values;
  }
  throw new RangeError(`The network has no part ${name}.`);
}

/** The reverse of `partValues` for all parts. @param valuesOf the numbers of a part, [members, rows, columns] */
export function packParts(
  parts: readonly Part[],
  members: number,
  valuesOf: (name: string) => ArrayLike<number>,
): Float32Array {
  const all = numParameters(parts);
  const packed = new Float32Array(members * all);
  let offset = 0;
  for (const part of parts) {
    const values = valuesOf(part.name);
    const size = partSize(part);
    if (values.length !== members * size)
      throw new RangeError(`Part ${part.name} has ${values.length} numbers, not ${members * size}.`);
    for (let member = 0; member < members; member++)
      for (let index = 0; index < size; index++)
        packed[member * all + offset + index] = values[member * size + index] ?? 0;
    offset += size;
  }
  return packed;
}
