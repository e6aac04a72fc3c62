import * as tf from "@tensorflow/tfjs";
import { throwIfDeviceLost } from "../deviceWatch";
import type { RankMode } from "./rankingLoss";
import {
  disposeState,
  readState,
  restoreState,
  startState,
  type StoredState,
  type TrainState,
} from "./trainState";
import {
  batchTensors,
  disposeBatch,
  readObserved,
  trainStep,
  type Observed,
  type StepContext,
} from "./trainStep";

/** Where a run stands, as plain numbers. */
export type Position = {
  /** The epoch under way, from 1. */
  readonly epoch: number;
  /** Batches of it that are done. */
  readonly batch: number;
  /** Of the batches that are done: the sum of their losses, and the largest spread of norms in one whose norms are taken for one block. */
  readonly lossSum: number;
  readonly spread: number;
  readonly mode: RankMode;
  /** The least mean loss of any epoch so far; null before the first is done. */
  readonly lowestLoss: number | null;
};

export type StoredRun = {
  readonly position: Position;
  readonly state: StoredState;
  /** As the epoch under way began; null where that is the state itself. */
  readonly before: StoredState | null;
};

/** A training under way: state, the state at the start of the epoch, position, and what was not read back yet. */
export type TrainRun = {
  state: TrainState;
  before: TrainState;
  position: Position;
  pending: { readonly observed: Observed; readonly isOneBlock: boolean }[];
};

const atStart = (epoch: number, mode: RankMode, lowestLoss: number | null): Position => ({
  epoch,
  batch: 0,
  lossSum: 0,
  spread: 0,
  mode,
  lowestLoss,
});

/** A run from its start, or from where it was stored. */
export function openRun(context: StepContext, stored: StoredRun | null): TrainRun {
  if (stored === null) {
    const state = startState(context);
    return { state, before: state, position: atStart(1, "oneBlock", null), pending: [] };
  }
  const state = restoreState(context, stored.state);
  const before = stored.before === null ? state : restoreState(context, stored.before);
  return { state, before, position: stored.position, pending: [] };
}

export async function storeRun(run: TrainRun): Promise<StoredRun> {
  await readPending(run);
  const state = await readState(run.state);
  const before = run.before === run.state ? null : await readState(run.before);
  // Read from a lost device they are zeros, which would spoil the checkpoint before.
  throwIfDeviceLost();
  return { position: run.position, state, before };
}

/** The rest of an epoch. @param order rows of the epoch, one list per member; @param afterStep may read the run */
export async function runEpoch(
  context: StepContext,
  run: TrainRun,
  orders: readonly number[][],
  afterStep: () => Promise<void>,
): Promise<void> {
  const { numGraphs } = context;
  const numRows = orders[0]?.length ?? 0;
  for (let start = run.position.batch * numGraphs; start < numRows; start += numGraphs) {
    const batch = batchTensors(
      context,
      orders.map((order) => order.slice(start, start + numGraphs)),
    );
    // A last batch of few rows has few ranks, so that its norms are rarely one block: one look an epoch is cheap.
    const mode = batch.valid.count === numGraphs ? run.position.mode : "pooled";
    const { state, observed } = trainStep(context, run.state, batch, mode);
    disposeBatch(batch);
    if (run.state !== run.before) disposeState(run.state);
    run.state = state;
    run.pending.push({ observed, isOneBlock: mode === "oneBlock" });
    run.position = { ...run.position, batch: run.position.batch + 1 };
    await afterStep();
  }
  await readPending(run);
}

/** Back to the start of the epoch under way. */
export function rewindEpoch(run: TrainRun, mode: RankMode): void {
  disposeState(run.state, run.before);
  run.state = run.before;
  run.position = atStart(run.position.epoch, mode, run.position.lowestLoss);
}

/** On to the start of the next epoch. */
export function startNextEpoch(run: TrainRun, loss: number): void {
  disposeState(run.before, run.state);
  run.before = run.state;
  const { epoch, mode, lowestLoss } = run.position;
  run.position = atStart(epoch + 1, mode, Math.min(loss, lowestLoss ?? loss));
}

export function disposeRun(run: TrainRun): void {
  disposePending(run);
  disposeState(run.before);
  disposeState(run.state);
}

/** Adds up what was observed since the last look; losses one by one, so that it does not matter when looks are taken. */
async function readPending(run: TrainRun): Promise<void> {
  try {
    const { losses, spread } = await readObserved(run.pending);
    run.position = {
      ...run.position,
      lossSum: losses.reduce((sum, loss) => sum + loss, run.position.lossSum),
      spread: Math.max(run.position.spread, spread),
    };
  } finally {
    disposePending(run);
  }
}

function disposePending(run: TrainRun): void {
  tf.dispose(run.pending.flatMap(({ observed }) => [observed.loss, observed.norms]));
  run.pending = [];
}
