import * as tf from "@tensorflow/tfjs";
import type { Architecture } from "../../core/architecture";
import { seededRandom, shuffled } from "../../core/random";
import type { SearchSpace } from "../../core/searchSpace";
import { throwIfDeviceLost } from "../deviceWatch";
import { createPause } from "../pause";
import type { FitHooks } from "../predictor";
import type { Columns } from "./columns";
import { rowsOfColumns } from "./featureEncoder";
import { batchNeighbours, graphShape } from "./graphs";
import { createKeeper, type Companion } from "./keeper";
import { memberSeed, partsOf } from "./parameters";
import { oneBlockSpread } from "./rankingLoss";
import type { AutobuildSettings } from "./settings";
import type { TrainedNetwork } from "./trainedNetwork";
import { trainingKey } from "./trainingKey";
import {
  disposeRun,
  openRun,
  rewindEpoch,
  runEpoch,
  startNextEpoch,
  storeRun,
  type TrainRun,
} from "./trainRun";
import { readState, settle, type TrainState } from "./trainState";
import type { StepContext } from "./trainStep";

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

export type Trained = {
  readonly network: TrainedNetwork;
  /** Epochs behind the network's weights. */
  readonly epochs: number;
  /** Why training ended before its time, as a sentence for users; null where it did not. */
  readonly note: string | null;
};

/**
 * Trains all members in one pass (ALGORITHM section 6). Nothing is read back within an epoch, except the norms of
 * batches whose soft ranks may have several blocks: where an epoch meets one unexpectedly, it is done again from its
 * start with blocks found on the CPU, and so are all later ones.
 *
 * With `hooks.checkpoints` a training that was cut off goes on where it last was, to the same numbers on the same
 * backend; a cancelled one does not. Where the loss is no number any more or grows beyond measure, training ends with
 * the weights from before that epoch.
 * @param companion what the caller keeps from epoch to epoch; without it there are no checkpoints
 * @throws the signal's reason when cancelled; Error when not even the first epoch has a loss. No tensor is left behind.
 */
export async function train<Kept>(
  rows: TrainingRows,
  settings: AutobuildSettings,
  hooks: FitHooks,
  onEpoch: OnEpoch,
  companion?: Companion<Kept>,
): Promise<Trained> {
  const keeper = createKeeper(hooks, () => trainingKey(rows, settings), companion);
  const stored = await keeper.resume();
  const context = createContext(rows, settings);
  const run = openRun(context, stored);
  const orders = createOrders(rows, settings, context.shape.edges.shared);
  for (let done = 1; done < run.position.epoch; done++) orders();
  const pause = createPause(hooks, () => settle(run.state));
  const afterStep = async (): Promise<void> => {
    await pause();
    if (keeper.isDue(false)) await keeper.save(await storeRun(run));
  };
  let note: string | null = null;
  try {
    while (run.position.epoch <= settings.epochs) {
      const order = orders();
      await runEpoch(context, run, order, afterStep);
      if (run.position.mode === "oneBlock" && run.position.spread > oneBlockSpread(context.numGraphs)) {
        rewindEpoch(run, "pooled");
        await runEpoch(context, run, order, afterStep);
      }
      const loss = meanLoss(run, settings);
      throwIfDeviceLost();
      note = await undoSpoilt(run, loss);
      if (note !== null) break;
      const verdict = await onEpoch(run.position.epoch, loss, run.state);
      startNextEpoch(run, loss);
      if (verdict === "stop") break;
      if (keeper.isDue(true)) await keeper.save(await storeRun(run));
    }
    const { packed, running } = await readState(run.state);
    await keeper.remove();
    return { network: { packed, running }, epochs: run.position.epoch - 1, note };
  } catch (reason) {
    if (hooks.signal?.aborted) await keeper.remove();
    throw reason;
  } finally {
    disposeRun(run);
    context.sharedNeighbours?.dispose();
    tf.dispose([context.encoderRows.belongs, context.encoderRows.biased]);
  }
}

function createContext(rows: TrainingRows, settings: AutobuildSettings): StepContext {
  const shape = graphShape(rows.space, rows.architectures);
  const numGraphs = Math.min(settings.batchSize, rows.memberRows?.[0]?.length ?? rows.architectures.length);
  return {
    parts: partsOf(rows.columns, settings),
    settings,
    shape,
    numGraphs,
    rows,
    encoderRows: rowsOfColumns(rows.columns),
    // Edges of their own need the neighbours of each batch, and then one order for all members.
    sharedNeighbours: shape.edges.shared ? batchNeighbours([], rows.space, shape, numGraphs) : null,
  };
}

/** Per batch and member; the constant of the ranking loss has no gradient and is added here. */
const meanLoss = ({ position }: TrainRun, { members, corrLambda }: AutobuildSettings): number =>
  position.lossSum / position.batch / members + corrLambda;

/** A loss this many times the least one is beyond measure; targets are standardised, so that 1 is a poor loss. */
const BEYOND_MEASURE = 100;

/**
 * Goes back to the weights from before an epoch that spoilt them, and says so; null where it did not.
 * @throws Error where there are none to go back to
 */
async function undoSpoilt(run: TrainRun, loss: number): Promise<string | null> {
  const { epoch, lowestLoss, mode } = run.position;
  const isBeyond = lowestLoss !== null && loss > BEYOND_MEASURE * Math.max(1, lowestLoss);
  if (Number.isFinite(loss) && !isBeyond) return null;
  const what = isBeyond ? "grew beyond measure" : "is no number any more";
  rewindEpoch(run, mode);
  const isUsable = epoch > 1 && (await readState(run.state)).packed.every(Number.isFinite);
  if (!isUsable) throw new Error(`The loss ${what} in epoch ${epoch}; a lower learning rate may help.`);
  return `Training ended after epoch ${epoch - 1}, since in the next one the loss ${what}; a lower learning rate may help. The weights are those from before.`;
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
