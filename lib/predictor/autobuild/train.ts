import * as tf from "@tensorflow/tfjs";
import type { Architecture } from "../../core/architecture";
import { seededRandom, shuffled } from "../../core/random";
import type { SearchSpace } from "../../core/searchSpace";
import { createPause } from "../pause";
import type { FitHooks } from "../predictor";
import type { Columns } from "./columns";
import { rowsOfColumns } from "./featureEncoder";
import { batchNeighbours, graphShape } from "./graphs";
import { initialParameters, memberSeed, numParameters, partsOf } from "./parameters";
import { oneBlockSpread, type RankMode } from "./rankingLoss";
import type { AutobuildSettings } from "./settings";
import type { TrainedNetwork } from "./trainedNetwork";
import {
  batchTensors,
  disposeBatch,
  readObserved,
  trainStep,
  type Observed,
  type StepContext,
  type TrainState,
} from "./trainStep";

export type TrainingRows = {
  readonly space: SearchSpace;
  readonly columns: Columns;
  readonly architectures: readonly Architecture[];
  /** Standardised, one per architecture. */
  readonly targets: Float64Array;
  /**
   * Rows that each member trains on, equally many for all, where members differ in them (folds); only where all
   * architectures share their edges.
   */
  readonly memberRows?: readonly (readonly number[])[];
};

/**
 * Called after every epoch with the mean loss of its batches and the state, which the callee must not dispose of.
 * "stop" ends training with the state at hand.
 */
export type OnEpoch = (epoch: number, loss: number, state: TrainState) => Promise<"stop" | void>;

/**
 * Trains all members in one pass (ALGORITHM section 6). Nothing is read back within an epoch, except the norms of
 * batches whose soft ranks may have several blocks: where an epoch meets one unexpectedly, it is done again from its
 * start with blocks found on the CPU, and so are all later ones.
 * @throws the signal's reason when cancelled; Error when the loss is no number any more. No tensor is left behind.
 */
export async function train(
  rows: TrainingRows,
  settings: AutobuildSettings,
  hooks: FitHooks,
  onEpoch: OnEpoch,
): Promise<TrainedNetwork> {
  const parts = partsOf(rows.columns, settings);
  const shape = graphShape(rows.space, rows.architectures);
  const numGraphs = Math.min(settings.batchSize, rows.memberRows?.[0]?.length ?? rows.architectures.length);
  const context: StepContext = {
    parts,
    settings,
    shape,
    numGraphs,
    rows,
    encoderRows: rowsOfColumns(rows.columns),
    // Edges of their own need the neighbours of each batch, and then one order for all members.
    sharedNeighbours: shape.edges.shared ? batchNeighbours([], rows.space, shape, numGraphs) : null,
  };
  let state = startState(context);
  let before = state;
  const pause = createPause(hooks, () => settle(state));
  const orders = createOrders(rows, settings, shape.edges.shared);
  let mode: RankMode = "oneBlock";
  try {
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      before = state;
      const order = orders();
      let outcome = await runEpoch(context, before, order, mode, pause, (next) => (state = next));
      if (mode === "oneBlock" && outcome.spread > oneBlockSpread(numGraphs)) {
        mode = "pooled";
        disposeState(state, before);
        state = before;
        outcome = await runEpoch(context, before, order, mode, pause, (next) => (state = next));
      }
      disposeState(before, state);
      if (!Number.isFinite(outcome.loss))
        throw new Error(`The loss is no number any more in epoch ${epoch}; a lower learning rate may help.`);
      if ((await onEpoch(epoch, outcome.loss, state)) === "stop") break;
    }
    const [packed, running] = [await state.packed.data(), await state.running.data()];
    return { packed: Float32Array.from(packed), running: Float32Array.from(running) };
  } finally {
    disposeState(before);
    disposeState(state);
    context.sharedNeighbours?.dispose();
    tf.dispose([context.encoderRows.belongs, context.encoderRows.biased]);
  }
}

/** Waits until the device has done all that was asked of it. */
async function settle({ packed }: TrainState): Promise<void> {
  const first = tf.slice(packed, [0, 0], [1, 1]);
  try {
    await first.data();
  } finally {
    first.dispose();
  }
}

function startState({ parts, settings }: StepContext): TrainState {
  const { members, numLayers, hiddenWidth, seed } = settings;
  const size: [number, number] = [members, numParameters(parts)];
  const width = numLayers * hiddenWidth;
  const running = new Float32Array(members * 2 * width);
  for (let member = 0; member < members; member++)
    running.fill(1, (2 * member + 1) * width, (2 * member + 2) * width);
  return {
    packed: tf.tensor2d(initialParameters(parts, members, seed), size),
    first: tf.zeros(size),
    second: tf.zeros(size),
    running: tf.tensor3d(running, [members, 2 * numLayers, hiddenWidth]),
    step: 0,
  };
}

/**
 * Orders of the rows for one epoch after another, one per member.
 * @throws RangeError when members differ in their rows but share one order
 */
function createOrders(
  { architectures, memberRows }: TrainingRows,
  settings: AutobuildSettings,
  ownOrders: boolean,
): () => number[][] {
  if (memberRows !== undefined && !ownOrders)
    throw new RangeError("Members train on rows of their own only where architectures share their edges.");
  const all = architectures.map((_, index) => index);
  const randoms = Array.from({ length: ownOrders ? settings.members : 1 }, (_, member) =>
    seededRandom(memberSeed(settings.seed, member) ^ 0x5bd1e995),
  );
  return () => randoms.map((random, member) => shuffled(memberRows?.[member] ?? all, random));
}

/** @param onState takes over every new state; states between are disposed of here, but not the one before the epoch */
async function runEpoch(
  context: StepContext,
  before: TrainState,
  orders: readonly number[][],
  mode: RankMode,
  pause: () => Promise<void>,
  onState: (state: TrainState) => void,
): Promise<{ loss: number; spread: number }> {
  const numRows = orders[0]?.length ?? 0;
  const { members, corrLambda } = context.settings;
  const full: Observed[] = [];
  const partial: Observed[] = [];
  let state = before;
  try {
    for (let start = 0; start < numRows; start += context.numGraphs) {
      const batches = orders.map((order) => order.slice(start, start + context.numGraphs));
      const batch = batchTensors(context, batches);
      // A last batch of few rows has few ranks, so that its norms are rarely one block: one look an epoch is cheap.
      const isFull = batch.valid.count === context.numGraphs;
      const step = trainStep(context, state, batch, isFull ? mode : "pooled");
      disposeBatch(batch);
      if (state !== before) disposeState(state);
      state = step.state;
      onState(state);
      (isFull ? full : partial).push(step.observed);
      await pause();
    }
    const [ofFull, ofPartial] = [await readObserved(full), await readObserved(partial)];
    const loss = (ofFull.lossSum + ofPartial.lossSum) / (full.length + partial.length) / members;
    return { loss: loss + corrLambda, spread: ofFull.spread };
  } finally {
    tf.dispose([...full, ...partial].flatMap(({ loss, norms }) => [loss, norms]));
  }
}

/** Frees a state's tensors, but none that `except` holds too. */
function disposeState(state: TrainState, except?: TrainState): void {
  const kept = new Set<unknown>(except ? Object.values(except) : []);
  for (const tensor of Object.values(state))
    if (tensor instanceof tf.Tensor && !kept.has(tensor) && !tensor.isDisposed) tensor.dispose();
}
