import * as tf from "@tensorflow/tfjs";
import { chainEdges, numNodes as countNodes, type Architecture } from "../../core/architecture";
import { edgesOf, maxLength, type SearchSpace } from "../../core/searchSpace";
import type { ValidRows } from "./batchNorm";
import { placedNodes, writeNode, type Columns } from "./columns";
import { indexedNeighbours, sharedNeighbours, sourcesOf, type Neighbours } from "./neighbours";
import type { NetworkSettings } from "./settings";

/** What all batches of a set of architectures share, so that every batch has the same shapes. */
export type GraphShape = {
  readonly numNodes: number;
  /** The edges of every architecture, or the largest numbers of sources and targets where each has its own. */
  readonly edges:
    | { readonly shared: true; readonly sources: readonly (readonly number[])[] }
    | { readonly shared: false; readonly numSlots: number; readonly numTargets: number };
};

export function graphShape(space: SearchSpace, architectures: readonly Architecture[]): GraphShape {
  const legal = space.units.reduce((sum, unit) => sum + maxLength(unit), 0);
  const numNodes = architectures.reduce((most, one) => Math.max(most, countNodes(one)), Math.max(1, legal));
  if (architectures.every((architecture) => architecture.edges === undefined)) {
    const edges = space.edges ?? chainEdges(numNodes);
    return { numNodes, edges: { shared: true, sources: sourcesOf(numNodes, edges) } };
  }
  let numSlots = 1;
  let numTargets = 1;
  for (const architecture of architectures) {
    const sources = sourcesOf(countNodes(architecture), edgesOf(space, architecture));
    const targets = new Array<number>(sources.length).fill(1);
    for (const list of sources) {
      numSlots = Math.max(numSlots, list.length + 1);
      for (const source of list) targets[source] = (targets[source] ?? 1) + 1;
    }
    numTargets = Math.max(numTargets, ...targets);
  }
  return { numNodes, edges: { shared: false, numSlots, numTargets } };
}

/** A batch of graphs as tensors; rows are node-major, row = node * numGraphs + graph. */
export type GraphTensors = {
  readonly numGraphs: number;
  readonly numNodes: number;
  /** [members, rows, numRows of the columns] */
  readonly inputs: tf.Tensor3D;
  readonly valid: ValidRows;
  /** 1 / nodes (mean) or 1 (sum) for valid rows, else 0: [members, rows, 1] */
  readonly poolShare: tf.Tensor3D;
  /** 0 for valid rows, else -1e9; for the maximum: [members, rows, 1] */
  readonly poolBias: tf.Tensor3D;
};

/**
 * Batches of the members, padded to `numGraphs` graphs each.
 * @param batches one list of architectures per member, or one list for all; equally long, at most numGraphs
 */
export function graphTensors(
  batches: readonly (readonly Architecture[])[],
  shape: GraphShape,
  columns: Columns,
  numGraphs: number,
  aggregation: NetworkSettings["aggregation"],
): GraphTensors {
  const members = batches.length;
  const numRows = shape.numNodes * numGraphs;
  const inputs = new Float32Array(members * numRows * columns.numRows);
  const mask = new Float32Array(members * numRows);
  const poolShare = new Float32Array(members * numRows);
  const counts = new Float32Array(members);
  batches.forEach((batch, member) =>
    batch.forEach((architecture, graph) => {
      const nodes = placedNodes(architecture);
      nodes.forEach((node, index) => {
        const row = member * numRows + index * numGraphs + graph;
        writeNode(columns, node, inputs, row * columns.numRows);
        mask[row] = 1;
        poolShare[row] = aggregation === "mean" ? 1 / nodes.length : 1;
      });
      counts[member] = (counts[member] ?? 0) + nodes.length;
    }),
  );
  const share = mask.map((on, row) => on / Math.max(1, counts[Math.floor(row / numRows)] ?? 1));
  return {
    numGraphs,
    numNodes: shape.numNodes,
    inputs: tf.tensor3d(inputs, [members, numRows, columns.numRows]),
    valid: {
      mask: tf.tensor3d(mask, [members, 1, numRows]),
      share: tf.tensor3d(share, [members, 1, numRows]),
    },
    poolShare: tf.tensor3d(poolShare, [members, numRows, 1]),
    poolBias: tf.tensor3d(
      mask.map((on) => (on === 1 ? 0 : -1e9)),
      [members, numRows, 1],
    ),
  };
}

/** Neighbours of a batch; those of shared edges serve every batch of `numGraphs` graphs. */
export function batchNeighbours(
  batch: readonly Architecture[],
  space: SearchSpace,
  shape: GraphShape,
  numGraphs: number,
): Neighbours {
  if (shape.edges.shared) return sharedNeighbours(shape.edges.sources, numGraphs);
  const sources: number[][] = Array.from({ length: shape.numNodes * numGraphs }, () => []);
  batch.forEach((architecture, graph) =>
    sourcesOf(countNodes(architecture), edgesOf(space, architecture)).forEach((list, node) => {
      sources[node * numGraphs + graph] = list.map((source) => source * numGraphs + graph);
    }),
  );
  return indexedNeighbours(sources, shape.edges.numSlots, shape.edges.numTargets);
}
