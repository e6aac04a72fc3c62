import * as tf from "@tensorflow/tfjs";
import { seededRandom, normal, type Random } from "../../core/random";
import type { Columns } from "./columns";
import { EMBEDDING_WIDTH, type NetworkSettings } from "./settings";

type Start = (random: Random, row: number, column: number) => number;

/** One matrix of the network: [rows, columns] per member, its place in the packed vector, and how it starts. */
export type Part = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly start: Start;
};

/** Tensors by part name, each [members, rows, columns]. */
export type Weights = Readonly<Record<string, tf.Tensor3D>>;

const uniform =
  (bound: number): Start =>
  (random) =>
    (2 * random() - 1) * bound;
/** PyTorch's default for a linear map. */
const linear = (fanIn: number): Start => uniform(1 / Math.sqrt(fanIn));
const glorot = (fanIn: number, fanOut: number): Start => uniform(Math.sqrt(6 / (fanIn + fanOut)));
const constant =
  (value: number): Start =>
  () =>
    value;

/** Width of a column's embedding: 2 up to four values, else 3 (ALGORITHM section 2); scales have 3. */
const embeddingWidth = (column: Columns["all"][number]): number =>
  column.kind === "table" && column.values.length <= 4 ? 2 : EMBEDDING_WIDTH;

/**
 * All matrices in packed order. One vector instead of some forty variables lets the optimiser run once per step and
 * not once per variable.
 */
export function partsOf(columns: Columns, settings: NetworkSettings): Part[] {
  const width = settings.hiddenWidth;
  const rowColumns = columns.all.flatMap((column) =>
    Array.from({ length: column.kind === "scale" ? 2 : Math.max(1, column.values.length) }, () => column),
  );
  const within =
    (widthOf: (row: number) => number, start: Start): Start =>
    (random, row, place) =>
      place < widthOf(row) ? start(random, row, place) : 0;
  const tableWidth = (row: number): number => {
    const column = rowColumns[row];
    return column ? embeddingWidth(column) : 0;
  };
  const mixWidth = (index: number): number => {
    const column = columns.all[index];
    return column ? embeddingWidth(column) : 0;
  };
  const parts: Part[] = [
    {
      name: "table",
      rows: columns.numRows,
      columns: EMBEDDING_WIDTH,
      start: within(tableWidth, (random, row) =>
        rowColumns[row]?.kind === "scale" ? 2 * random() - 1 : normal(random),
      ),
    },
    {
      name: "mix",
      rows: columns.all.length,
      columns: EMBEDDING_WIDTH,
      start: within(mixWidth, (random, row) => linear(mixWidth(row))(random, row, 0)),
    },
    {
      name: "mixBias",
      rows: columns.all.length,
      columns: 1,
      start: (random, row) => linear(mixWidth(row))(random, row, 0),
    },
  ];
  for (let layer = 0; layer < settings.numLayers; layer++) {
    const from = layer === 0 ? columns.all.length : width;
    const add = (name: string, rows: number, start: Start, numColumns = width): void => {
      parts.push({ name: `${name}${layer}`, rows, columns: numColumns, start });
    };
    if (settings.convolution === "GATv2") {
      add("sourceWeight", from, glorot(from, width));
      add("sourceBias", 1, linear(from));
      add("targetWeight", from, glorot(from, width));
      add("targetBias", 1, linear(from));
      add("attention", width, glorot(1, width), 1);
    } else {
      add("relWeight", from, linear(from));
      add("rootWeight", from, linear(from));
    }
    add("normScale", 1, constant(1));
    add("normShift", 1, constant(0));
  }
  for (let index = 0; index < 4; index++) {
    parts.push({ name: `postWeight${index}`, rows: width, columns: width, start: linear(width) });
    parts.push({ name: `postBias${index}`, rows: 1, columns: width, start: linear(width) });
  }
  parts.push({ name: "regressorWeight", rows: width, columns: 1, start: linear(width) });
  parts.push({ name: "regressorBias", rows: 1, columns: 1, start: linear(width) });
  return parts;
}

export const partSize = (part: Part): number => part.rows * part.columns;
export const numParameters = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + partSize(part), 0);

/** First weights of all members, [members, numParameters]; member m draws from a seed of its own. */
export function initialParameters(parts: readonly Part[], members: number, seed: number): Float32Array {
  const values = new Float32Array(members * numParameters(parts));
  let position = 0;
  for (let member = 0; member < members; member++) {
    const random = seededRandom(memberSeed(seed, member));
    for (const part of parts)
      for (let row = 0; row < part.rows; row++)
        for (let column = 0; column < part.columns; column++)
          values[position++] = part.start(random, row, column);
  }
  return values;
}

/** A seed per member; member 0 has the seed itself. */
export const memberSeed = (seed: number, member: number): number => (seed + member * 0x9e3779b1) >>> 0;

/** The packed vector [members, numParameters] as matrices: one kernel forth and one back. */
export function unpack(packed: tf.Tensor2D, parts: readonly Part[]): Weights {
  const members = packed.shape[0];
  const slices = tf.split(packed, parts.map(partSize), 1);
  return Object.fromEntries(
    parts.map((part, index) => [
      part.name,
      tf.reshape(slices[index] as tf.Tensor2D, [members, part.rows, part.columns]) as tf.Tensor3D,
    ]),
  );
}

/** A matrix that the layout promises. @throws Error when it does not */
export function weight(weights: Weights, name: string): tf.Tensor3D {
  const tensor = weights[name];
  if (tensor === undefined) throw new Error(`The network has no part ${name}.`);
  return tensor;
}
