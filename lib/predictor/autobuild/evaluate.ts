import * as tf from "@tensorflow/tfjs";
import { numNodes as countNodes, type Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { writeNode, type Columns } from "./columns";
import { batchNeighbours, graphShape, graphTensors, type GraphTensors } from "./graphs";
import type { ModuleRows } from "./moduleRows";
import { indexedNeighbours, type Neighbours } from "./neighbours";
import { embedNodes, readOut } from "./network";
import type { NetworkSettings } from "./settings";
import type { NetworkTensors } from "./trainedNetwork";

/** Graphs evaluated at a time: rows enough to keep kernels busy, few enough for any memory. */
const BATCH = 256;

/** Lets waiting messages in, and rejects once the work is cancelled. */
export type Pause = () => Promise<void>;

const noPause: Pause = async () => undefined;

export type EvaluationBatch = {
  readonly architectures: readonly Architecture[];
  readonly graphs: GraphTensors;
  readonly neighbours: Neighbours;
};

/** Batches of equal shape, to be evaluated once or after every epoch; the caller disposes of them. */
export function evaluationBatches(
  architectures: readonly Architecture[],
  space: SearchSpace,
  columns: Columns,
  settings: NetworkSettings,
): EvaluationBatch[] {
  if (architectures.length === 0) return [];
  const shape = graphShape(space, architectures);
  const numGraphs = Math.min(BATCH, architectures.length);
  const shared = shape.edges.shared ? batchNeighbours([], space, shape, numGraphs) : null;
  return Array.from({ length: Math.ceil(architectures.length / numGraphs) }, (_, index) => {
    const some = architectures.slice(index * numGraphs, (index + 1) * numGraphs);
    return {
      architectures: some,
      graphs: graphTensors([some], shape, columns, numGraphs, settings.aggregation),
      neighbours: shared ?? batchNeighbours(some, space, shape, numGraphs),
    };
  });
}

/** Batches looked at together before their memory is freed again. */
const CHUNK = 16 * BATCH;

/** Reads architectures some thousands at a time, so that the tensors' memory does not grow with their number. */
export async function readInChunks<Reading>(
  architectures: readonly Architecture[],
  space: SearchSpace,
  { columns, settings }: Pick<NetworkTensors, "columns" | "settings">,
  read: (batches: readonly EvaluationBatch[]) => Promise<Reading>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < architectures.length; start += CHUNK) {
    const batches = evaluationBatches(architectures.slice(start, start + CHUNK), space, columns, settings);
    try {
      readings.push(await read(batches));
    } finally {
      disposeBatches(batches);
    }
  }
  return readings;
}

export function disposeBatches(batches: readonly EvaluationBatch[]): void {
  for (const { graphs } of batches)
    tf.dispose([graphs.inputs, graphs.poolShare, graphs.poolBias, { ...graphs.valid }]);
  for (const neighbours of new Set(batches.map((batch) => batch.neighbours))) neighbours.dispose();
}

/** What a network says of architectures; standardised outputs [members][graphs], norms [members][hops][graphs]. */
export type GraphReading = { readonly outputs: Float64Array[]; readonly norms: Float64Array[][] };

/** @param pause called after every batch, which are few kernels each */
export async function readGraphs(
  network: NetworkTensors,
  batches: readonly EvaluationBatch[],
  pause: Pause = noPause,
): Promise<GraphReading> {
  const { members, numLayers } = network.settings;
  const total = batches.reduce((sum, batch) => sum + batch.architectures.length, 0);
  const outputs = Array.from({ length: members }, () => new Float64Array(total));
  const norms = Array.from({ length: members }, () =>
    Array.from({ length: numLayers + 1 }, () => new Float64Array(total)),
  );
  let first = 0;
  for (const { architectures, graphs, neighbours } of batches) {
    const read = tf.tidy(() => {
      const hops = embed(network, graphs.inputs, neighbours);
      return readOut(hops, graphs, network.weights, network.settings);
    });
    const [outputValues, normValues] = [await read.outputs.data(), await read.norms.data()];
    tf.dispose([read.outputs, read.norms]);
    for (let member = 0; member < members; member++) {
      for (let graph = 0; graph < architectures.length; graph++) {
        const at = member * graphs.numGraphs + graph;
        (outputs[member] as Float64Array)[first + graph] = outputValues[at] as number;
        norms[member]?.forEach((values, hop) => {
          values[first + graph] = normValues[at * (numLayers + 1) + hop] as number;
        });
      }
    }
    first += architectures.length;
    await pause();
  }
  return { outputs, norms };
}

/**
 * L1 norms of the nodes of architectures, [members][hops], each over all nodes, architecture by architecture.
 * @param pause called after every batch
 */
export async function readNodeNorms(
  network: NetworkTensors,
  batches: readonly EvaluationBatch[],
  pause: Pause = noPause,
): Promise<number[][][]> {
  const { members, numLayers } = network.settings;
  const norms: number[][][] = Array.from({ length: members }, () =>
    Array.from({ length: numLayers + 1 }, () => []),
  );
  for (const { architectures, graphs, neighbours } of batches) {
    const rows = await rowNorms(network, graphs.inputs, neighbours, numLayers + 1);
    const numRows = graphs.numGraphs * graphs.numNodes;
    architectures.forEach((architecture, graph) => {
      for (let node = 0; node < countNodes(architecture); node++)
        norms.forEach((hops, member) =>
          hops.forEach((list, hop) => {
            list.push(rows[hop]?.[member * numRows + node * graphs.numGraphs + graph] as number);
          }),
        );
    });
    await pause();
  }
  return norms;
}

/** Norms of the rows of modules, [hops] of [members * rows of the hop]. */
export const readModuleNorms = (network: NetworkTensors, rows: ModuleRows): Promise<Float32Array[]> =>
  withModules(network, rows, (inputs, neighbours) =>
    rowNorms(network, inputs, neighbours, rows.hops.length + 1),
  );

/** Embeddings of such rows, [hops] of [members, rows of the hop, width]; hop 0 is as wide as a node has columns. */
export const readModuleEmbeddings = (
  network: NetworkTensors,
  rows: ModuleRows,
): Promise<{ values: Float32Array; width: number }[]> =>
  withModules(network, rows, async (inputs, neighbours) => {
    const hops = tf.tidy(() => embed(network, inputs, neighbours, rows.hops.length + 1));
    try {
      return await Promise.all(
        hops.map(async (hop) => ({ values: Float32Array.from(await hop.data()), width: hop.shape[2] })),
      );
    } finally {
      tf.dispose(hops);
    }
  });

async function withModules<T>(
  network: NetworkTensors,
  { nodes, hops }: ModuleRows,
  read: (inputs: tf.Tensor3D, neighbours: readonly Neighbours[]) => Promise<T>,
): Promise<T> {
  const width = network.columns.numRows;
  const values = new Float32Array(nodes.length * width);
  nodes.forEach((node, row) => writeNode(network.columns, node, values, row * width));
  const inputs = tf.tensor3d(values, [1, nodes.length, width]);
  const neighbours = hops.map(({ own, sources }) => {
    const numSlots = 1 + sources.reduce((most, list) => Math.max(most, list.length), 0);
    return indexedNeighbours(sources, numSlots, 0, own);
  });
  try {
    return await read(inputs, neighbours);
  } finally {
    inputs.dispose();
    neighbours.forEach((of) => of.dispose());
  }
}

async function rowNorms(
  network: NetworkTensors,
  inputs: tf.Tensor3D,
  neighbours: Neighbours | readonly Neighbours[],
  numHops: number,
): Promise<Float32Array[]> {
  const norms = tf.tidy(() => embed(network, inputs, neighbours, numHops).map((hop) => tf.norm(hop, 1, 2)));
  try {
    return (await Promise.all(norms.map((norm) => norm.data()))) as Float32Array[];
  } finally {
    tf.dispose(norms);
  }
}

const embed = (
  network: NetworkTensors,
  inputs: tf.Tensor3D,
  neighbours: Neighbours | readonly Neighbours[],
  numHops?: number,
): tf.Tensor3D[] => {
  const normalisation = { from: "running", layers: network.statistics } as const;
  return embedNodes(
    inputs,
    network.weights,
    network.settings,
    { rows: network.rows, neighbours, normalisation },
    numHops,
  );
};
