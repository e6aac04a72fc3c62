import * as tf from "@tensorflow/tfjs";
import { adamwStep } from "./adamw";
import { learningRateAt } from "./schedule";
import type { BatchStatistics } from "./batchNorm";
import type { RowsOfColumns } from "./featureEncoder";
import { batchNeighbours, graphTensors, type GraphShape, type GraphTensors } from "./graphs";
import { unit } from "./loss";
import type { Neighbours } from "./neighbours";
import { embedNodes, readOut } from "./network";
import { unpack, type Part } from "./parameters";
import { rankingLoss, squaredError, type RankMode, type ValidGraphs } from "./rankingLoss";
import type { AutobuildSettings } from "./settings";
import type { TrainingRows } from "./train";
import type { TrainState } from "./trainState";

const MOMENTUM = 0.1;

/** What a step observed, to be read once an epoch. */
export type Observed = {
  /** Summed over members, less `corrLambda` for each. */
  readonly loss: tf.Scalar;
  /** Graph norms, [members, graphs, hops] */
  readonly norms: tf.Tensor3D;
};

export type StepContext = {
  readonly parts: readonly Part[];
  readonly settings: AutobuildSettings;
  readonly shape: GraphShape;
  readonly numGraphs: number;
  readonly rows: TrainingRows;
  readonly encoderRows: RowsOfColumns;
  readonly sharedNeighbours: Neighbours | null;
};

export type Batch = {
  readonly graphs: GraphTensors;
  readonly neighbours: Neighbours;
  readonly ownNeighbours: boolean;
  /** Standardised targets, 0 for padding: [members, graphs, 1] */
  readonly targets: tf.Tensor3D;
  /** Centred and scaled to length 1. */
  readonly unitTargets: tf.Tensor3D;
  readonly valid: ValidGraphs;
  /** What a new variance counts for in the running one, by row: unbiased, n / (n - 1). */
  readonly momentum: tf.Tensor3D;
};

/** Tensors of one batch, all of the same shapes. @param batches row indexes per member (or one list for all) */
export function batchTensors(context: StepContext, batches: readonly number[][]): Batch {
  const { rows, shape, numGraphs, settings } = context;
  const architectures = batches.map((batch) => batch.flatMap((row) => rows.architectures[row] ?? []));
  const count = architectures[0]?.length ?? 0;
  const targets = new Float32Array(batches.length * numGraphs);
  const unitTargets = new Float32Array(batches.length * numGraphs);
  batches.forEach((batch, member) => {
    const values = batch.map((row) => rows.targets[row] ?? 0);
    targets.set(values, member * numGraphs);
    unitTargets.set(unit(values)[0], member * numGraphs);
  });
  const mask = new Float32Array(numGraphs).fill(1, 0, count);
  const graphs = graphTensors(architectures, shape, rows.columns, numGraphs, settings.aggregation);
  const { numLayers } = settings;
  const numNodes = architectures.map((batch) =>
    batch.reduce((sum, { units }) => sum + units.flat().length, 0),
  );
  const momentum = numNodes.flatMap((nodes) => [
    ...new Array<number>(numLayers).fill(MOMENTUM),
    ...new Array<number>(numLayers).fill((MOMENTUM * nodes) / Math.max(1, nodes - 1)),
  ]);
  return {
    graphs,
    neighbours:
      context.sharedNeighbours ?? batchNeighbours(architectures[0] ?? [], rows.space, shape, numGraphs),
    ownNeighbours: context.sharedNeighbours === null,
    targets: tf.tensor3d(targets, [batches.length, numGraphs, 1]),
    unitTargets: tf.tensor3d(unitTargets, [batches.length, numGraphs, 1]),
    valid: {
      count,
      mask: tf.tensor3d(mask, [1, numGraphs, 1]),
      share: tf.tensor3d(
        mask.map((on) => on / Math.max(1, count)),
        [1, 1, numGraphs],
      ),
    },
    momentum: tf.tensor3d(momentum, [batches.length, 2 * numLayers, 1]),
  };
}

export function disposeBatch(batch: Batch): void {
  const { graphs, valid } = batch;
  if (batch.ownNeighbours) batch.neighbours.dispose();
  tf.dispose([graphs.inputs, graphs.poolShare, graphs.poolBias, graphs.valid.mask, graphs.valid.share]);
  tf.dispose([batch.targets, batch.unitTargets, valid.mask, valid.share, batch.momentum]);
}

/** Steps of the whole training. */
const numSteps = ({ rows, numGraphs, settings }: StepContext): number =>
  settings.epochs * Math.ceil((rows.memberRows?.[0]?.length ?? rows.architectures.length) / numGraphs);

/** Forth, back and one step of the optimiser, for all members. */
export function trainStep(
  context: StepContext,
  state: TrainState,
  batch: Batch,
  mode: RankMode,
): { state: TrainState; observed: Observed } {
  return tf.tidy(() => {
    const { gradient, statistics, observed } = lossAndGradient(context, state.packed, batch, mode);
    const { weightDecay } = context.settings;
    const step = state.step + 1;
    const learningRate = learningRateAt(step, numSteps(context), context.settings);
    const next = adamwStep(state, gradient, step, { learningRate, weightDecay });
    const running = tf.add(tf.mul(state.running, 1 - MOMENTUM), tf.mul(statistics, batch.momentum));
    return { state: { ...next, running: running as tf.Tensor3D, step }, observed };
  });
}

/** The published loss (ALGORITHM section 5) summed over members, which share nothing, and its gradient. */
export function lossAndGradient(
  context: StepContext,
  packed: tf.Tensor2D,
  batch: Batch,
  mode: RankMode,
): { gradient: tf.Tensor2D; statistics: tf.Tensor3D; observed: Observed } {
  const { settings, parts, encoderRows } = context;
  // What is made while the gradient's tape runs is freed with the tape; these two are kept beyond it.
  const escaped: tf.Tensor3D[] = [];
  const { value, grad } = tf.valueAndGrad((variables) => {
    const weights = unpack(variables as tf.Tensor2D, parts);
    const layers: BatchStatistics[] = [];
    const normalisation = {
      from: "batch",
      valid: batch.graphs.valid,
      onStatistics: (layer: number, of: BatchStatistics) => {
        layers[layer] = of;
      },
    } as const;
    const hops = embedNodes(batch.graphs.inputs, weights, settings, {
      rows: encoderRows,
      neighbours: batch.neighbours,
      normalisation,
    });
    const { outputs, norms } = readOut(hops, batch.graphs, weights, settings);
    const statistics = tf.concat([...layers.map((of) => of.mean), ...layers.map((of) => of.variance)], 1);
    escaped.push(tf.keep(statistics), tf.keep(norms));
    const error = squaredError(outputs, batch.targets, batch.valid);
    const ranking = rankingLoss(norms, batch.unitTargets, batch.valid, settings.corrLambda, mode);
    return tf.add(error, ranking) as tf.Scalar;
  })(packed);
  const [statistics, norms] = escaped.map((tensor) => tf.clone(tensor)) as [tf.Tensor3D, tf.Tensor3D];
  tf.dispose(escaped);
  return { gradient: grad as tf.Tensor2D, statistics, observed: { loss: value, norms } };
}

/** Reads what steps observed: their losses, and the largest spread of norms in a batch that was taken for one block. */
export async function readObserved(
  steps: readonly { readonly observed: Observed; readonly isOneBlock: boolean }[],
): Promise<{ losses: readonly number[]; spread: number }> {
  if (steps.length === 0) return { losses: [], spread: 0 };
  const spreadOf = ({ norms }: Observed): tf.Tensor => tf.max(tf.sub(tf.max(norms, 1), tf.min(norms, 1)));
  const oneBlock = steps.filter((step) => step.isOneBlock);
  const read = tf.tidy(() => ({
    losses: tf.stack(steps.map(({ observed }) => observed.loss)),
    spread:
      oneBlock.length > 0 ? tf.max(tf.stack(oneBlock.map((step) => spreadOf(step.observed)))) : tf.scalar(0),
  }));
  try {
    const [losses, [spread = Number.NaN]] = [await read.losses.data(), await read.spread.data()];
    return { losses: Array.from(losses), spread };
  } finally {
    tf.dispose([read.losses, read.spread]);
  }
}
