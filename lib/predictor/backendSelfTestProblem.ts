import * as tf from "@tensorflow/tfjs";
import type { Architecture, Edge } from "../core/architecture";
import { normal, seededRandom, type Random } from "../core/random";
import type { SearchSpace } from "../core/searchSpace";
import { columnsOf } from "./autobuild/columns";
import { rowsOfColumns } from "./autobuild/featureEncoder";
import { batchNeighbours, graphShape } from "./autobuild/graphs";
import { partsOf } from "./autobuild/parameters";
import type { RankMode } from "./autobuild/rankingLoss";
import { readSettings } from "./autobuild/settings";
import type { StepContext } from "./autobuild/trainStep";

/** What a training step is tried on. */
export type SmallContext = {
  /** For users: what was computed. */
  readonly name: string;
  readonly context: StepContext;
  readonly mode: RankMode;
  /** Batches side by side: one for each member, or one for all where graphs have edges of their own. */
  readonly numBatches: number;
};

/** Two units of up to three layers; a kernel, an operation, and a resolution of the whole. */
const SPACE: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2, 3] },
    { name: "unit 2", lengths: [2, 3] },
  ],
  nodeFeatures: [
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
    { name: "operation", kind: "categorical", values: ["conv", "skip"] },
  ],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [160, 224] }],
  notation: "self-test",
  constants: {},
};

/** A batch that is not full, so that padding takes part, and has more rows than 256, above which products differ. */
const NUM_GRAPHS = 48;
const NUM_ARCHITECTURES = 43;

/**
 * Chains that share their edges, two members and soft ranks in several blocks; and graphs with edges of their own,
 * whose messages are gathered and summed by index. The caller disposes of the contexts.
 */
export const smallContexts = (): SmallContext[] => [
  {
    name: "a network on chains",
    context: contextOf(architecturesOf(seededRandom(7)), 2),
    mode: "pooled",
    numBatches: 2,
  },
  {
    name: "a network on graphs",
    context: contextOf(withEdges(architecturesOf(seededRandom(8)), seededRandom(9)), 1),
    mode: "oneBlock",
    numBatches: 1,
  },
];

/** Frees what a context holds between batches. */
export function disposeContext({ encoderRows, sharedNeighbours }: StepContext): void {
  sharedNeighbours?.dispose();
  tf.dispose([encoderRows.belongs, encoderRows.biased]);
}

function contextOf(architectures: readonly Architecture[], members: number): StepContext {
  const settings = readSettings({
    kind: "autobuild",
    seed: 5,
    trainFraction: 0.9,
    epochs: 1,
    batchSize: NUM_GRAPHS,
    convolution: "GATv2",
    hiddenWidth: 12,
    numLayers: 3,
    members,
  });
  const columns = columnsOf(SPACE);
  const shape = graphShape(SPACE, architectures);
  const random = seededRandom(11);
  return {
    parts: partsOf(columns, settings),
    settings,
    shape,
    numGraphs: NUM_GRAPHS,
    rows: {
      space: SPACE,
      columns,
      architectures,
      targets: Float64Array.from(architectures, () => normal(random)),
    },
    encoderRows: rowsOfColumns(columns),
    sharedNeighbours: shape.edges.shared ? batchNeighbours([], SPACE, shape, NUM_GRAPHS) : null,
  };
}

function architecturesOf(random: Random): Architecture[] {
  const below = (count: number): number => Math.floor(random() * count);
  return Array.from({ length: NUM_ARCHITECTURES }, (_, index) => ({
    id: String(index),
    units: [1 + below(3), 2 + below(2)].map((length) => Array.from({ length }, () => [below(3), below(2)])),
    globals: [160 + 64 * random()],
  }));
}

/** Each pair of nodes is an edge with a chance of a half, so that nodes have none, one or several sources. */
const withEdges = (architectures: readonly Architecture[], random: Random): Architecture[] =>
  architectures.map((architecture) => {
    const numNodes = architecture.units.flat().length;
    const edges: Edge[] = [];
    for (let target = 1; target < numNodes; target++)
      for (let source = 0; source < target; source++) if (random() < 0.5) edges.push([source, target]);
    return { ...architecture, edges };
  });
