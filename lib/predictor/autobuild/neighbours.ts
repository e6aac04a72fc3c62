import * as tf from "@tensorflow/tfjs";
import type { Edge } from "../../core/architecture";
import { product } from "./tensorOps";

/**
 * Who sends messages to whom, as slots: slot 0 of a row is the row itself (the self-loop of GATv2), the others hold
 * its sources; slots that a row does not need are switched off. Rows are node-major: row = node * numGraphs + graph.
 */
export type Neighbours = {
  readonly numSlots: number;
  /** [members, rows before, width] -> [members, slots, rows, width] */
  gather(rows: tf.Tensor3D): tf.Tensor4D;
  /** What slot 0 gathers, [members, rows before, width] -> [members, rows, width]; nothing to do in whole graphs. */
  own(rows: tf.Tensor3D): tf.Tensor3D;
  /** The transpose of `gather`: what every row sent, added up. */
  scatter(slots: tf.Tensor4D): tf.Tensor3D;
  /** 0 where a slot is used and -1e9 where not, shape [1, rows, slots]; added before the softmax. */
  readonly bias: tf.Tensor3D;
  /** 1 where a slot holds a source other than the row itself, shape [1, slots, rows, 1]. */
  readonly sources: tf.Tensor4D;
  dispose(): void;
};

/** Sources of each node. @throws RangeError for an edge to a node that is not there */
export function sourcesOf(numNodes: number, edges: readonly Edge[]): number[][] {
  const sources: number[][] = Array.from({ length: numNodes }, () => []);
  for (const [source, target] of edges) {
    const list = sources[target];
    if (list === undefined || source < 0 || source >= numNodes)
      throw new RangeError(`Edge ${source} -> ${target} leaves the ${numNodes} nodes of the architecture.`);
    if (source !== target && !list.includes(source)) list.push(source);
  }
  return sources;
}

/** The same edges in every graph: gathering is one product with a matrix of zeros and ones. */
export function sharedNeighbours(sources: readonly (readonly number[])[], numGraphs: number): Neighbours {
  const numNodes = sources.length;
  const numSlots = 1 + Math.max(0, ...sources.map((list) => list.length));
  const choice = new Float32Array(numSlots * numNodes * numNodes);
  sources.forEach((list, node) =>
    [node, ...list].forEach((source, slot) => {
      choice[(slot * numNodes + node) * numNodes + source] = 1;
    }),
  );
  const matrix = tf.tensor3d(choice, [1, numSlots * numNodes, numNodes]);
  const transposed = tf.transpose(matrix, [0, 2, 1]);
  const { bias, sources: mask } = slotMasks(
    sources.flatMap((list) => Array.from({ length: numGraphs }, () => list.length)),
    numSlots,
  );
  const rows = numNodes * numGraphs;
  return {
    numSlots,
    bias,
    sources: mask,
    own: (values) => values,
    gather(values) {
      const [members, , width] = values.shape;
      const wide = tf.reshape(values, [members, numNodes, numGraphs * width]) as tf.Tensor3D;
      return tf.reshape(product(matrix, wide), [members, numSlots, rows, width]);
    },
    scatter(slots) {
      const [members, , , width] = slots.shape;
      const wide = tf.reshape(slots, [members, numSlots * numNodes, numGraphs * width]) as tf.Tensor3D;
      return tf.reshape(product(transposed, wide), [members, rows, width]);
    },
    dispose: () => tf.dispose([matrix, transposed, bias, mask]),
  };
}

/**
 * Edges that differ from graph to graph: gathering by index, the same for every member.
 * @param sources of every row, as rows
 * @param numSlots,numTargets most sources and targets (with the row itself) of any row of the dataset, so that shapes
 *   stay the same from batch to batch; numTargets 0 where nothing is scattered, that is outside training
 * @param own the row before of every row, where a hop has other rows than the one before it; `sources` are such rows too
 */
export function indexedNeighbours(
  sources: readonly (readonly number[])[],
  numSlots: number,
  numTargets: number,
  own: readonly number[] | null = null,
): Neighbours {
  const numRows = sources.length;
  const gathered = new Int32Array(numSlots * numRows);
  // A row of zeros stands behind the last slot for targets that a row does not have.
  const returned = new Int32Array(numTargets * numRows).fill(numSlots * numRows);
  const numReturned = new Int32Array(numRows);
  sources.forEach((list, row) => {
    for (let slot = 0; slot < numSlots; slot++) {
      const self = own?.[row] ?? row;
      const source = slot === 0 ? self : list[slot - 1];
      const position = slot * numRows + row;
      gathered[position] = source ?? self;
      if (source === undefined) continue;
      const turn = numReturned[source] as number;
      if (turn >= numTargets) continue;
      returned[turn * numRows + source] = position;
      numReturned[source] = turn + 1;
    }
  });
  const forwards = tf.tensor1d(gathered, "int32");
  const backwards = tf.tensor1d(returned, "int32");
  const mine = own === null ? null : tf.tensor1d([...own], "int32");
  const { bias, sources: mask } = slotMasks(
    sources.map((list) => list.length),
    numSlots,
  );
  return {
    numSlots,
    bias,
    sources: mask,
    own: (values) => (mine === null ? values : tf.gather(values, mine, 1)),
    gather(values) {
      const [members, , width] = values.shape;
      return tf.reshape(tf.gather(values, forwards, 1), [members, numSlots, numRows, width]);
    },
    scatter(slots) {
      const [members, , , width] = slots.shape;
      const flat = tf.reshape(slots, [members, numSlots * numRows, width]);
      const padded = tf.concat([flat, tf.zeros([members, 1, width])], 1);
      const back = tf.reshape(tf.gather(padded, backwards, 1), [members, numTargets, numRows, width]);
      return tf.sum(back, 1);
    },
    dispose: () => tf.dispose([forwards, backwards, bias, mask, ...(mine === null ? [] : [mine])]),
  };
}

function slotMasks(
  numSources: readonly number[],
  numSlots: number,
): { bias: tf.Tensor3D; sources: tf.Tensor4D } {
  const numRows = numSources.length;
  const bias = new Float32Array(numRows * numSlots);
  const sources = new Float32Array(numRows * numSlots);
  numSources.forEach((count, row) => {
    for (let slot = 0; slot < numSlots; slot++) {
      if (slot > count) bias[row * numSlots + slot] = -1e9;
      else if (slot > 0) sources[slot * numRows + row] = 1;
    }
  });
  return {
    bias: tf.tensor3d(bias, [1, numRows, numSlots]),
    sources: tf.tensor4d(sources, [1, numSlots, numRows, 1]),
  };
}
