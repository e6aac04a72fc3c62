import type { Architecture } from "../../core/architecture";
import { seededRandom, type Random } from "../../core/random";
import type { SearchSpace } from "../../core/searchSpace";
import { columnsOf } from "../autobuild/columns";
import { disposeBatches, evaluationBatches, readGraphs } from "../autobuild/evaluate";
import { memberSeed } from "../autobuild/parameters";
import type { AutobuildSettings } from "../autobuild/settings";
import { train } from "../autobuild/train";
import { disposeNetwork, networkTensors, type TrainedNetwork } from "../autobuild/trainedNetwork";
import type { FitHooks } from "../predictor";

/** What members train on: measured rows, and varied architectures with what their fold's process expects of them. */
export type Lessons = {
  readonly space: SearchSpace;
  readonly measured: readonly Architecture[];
  /** On the latent scale, one per measured row. */
  readonly latents: Float64Array;
  readonly vary: (random: Random) => Architecture;
  /** What the process that did not see a fold expects of an architecture. */
  readonly expected: (architecture: Architecture, fold: number) => number;
  /** Varied architectures per member. */
  readonly numVaried: number;
  /** Fold of every measured row: member m does not see fold m, and there are at least as many folds as members. */
  readonly folds: readonly number[];
};

/** Where training stands after an epoch; `unseen` has what each member says of its fold, and nothing (NaN) elsewhere. */
export type Validation = {
  readonly epoch: number;
  readonly loss: number;
  readonly unseen: Float64Array;
  /** Mean squared error over the rows that `unseen` speaks of. */
  readonly error: number;
};

export type TrainedMembers = {
  readonly network: TrainedNetwork;
  /** What the one member that did not see a measured row says of it, on the latent scale. */
  readonly unseen: Float64Array;
  readonly epochs: number;
  readonly lossCurve: readonly number[];
};

/**
 * Steps of an epoch: with fewer, the running statistics of batch norm are still far off after several epochs, the first
 * of them validates best, and training would stop there with a network that has learned nothing.
 */
const FEWEST_STEPS = 12;
/** Ranks within a batch say nothing of fewer rows. */
const SMALLEST_BATCH = 16;

/** The batch size asked for, or as much less as an epoch of few rows needs for its steps. */
export const roomyBatch = (batchSize: number, numRows: number): number =>
  Math.min(batchSize, Math.max(SMALLEST_BATCH, Math.ceil(numRows / FEWEST_STEPS)));

/** Epochs without a better validation error after which training stops. */
const PATIENCE = 3;
/**
 * Epochs before which none of them counts: the first ones, at a high learning rate, often rank worse and worse on rows
 * they did not see before they rank well, and the best of them may have learned nothing.
 */
const EPOCHS_TO_SETTLE = 5;
/** What always saying the mean errs by, on the latent scale; patience is not counted until the members do better. */
const ERROR_OF_THE_MEAN = 1;

/** Whether training stops after an epoch. @param least the epoch of least validation error so far */
export const isOutOfPatience = (epoch: number, least: Pick<Validation, "epoch" | "error">): boolean =>
  least.error < ERROR_OF_THE_MEAN && epoch - Math.max(least.epoch, EPOCHS_TO_SETTLE) >= PATIENCE;

/**
 * Trains one member per fold and keeps the weights of the epoch of least validation error. A member sees all measured
 * rows but its fold's: every measured row validates once, and none is lost to training. All members train in one pass
 * over the same tensors; one after the other only where architectures bring edges of their own, since a batch of
 * graphs of different edges serves one member.
 */
export async function trainMembers(
  lessons: Lessons,
  settings: AutobuildSettings,
  hooks: FitHooks,
  onEpoch: (validation: Validation) => void,
): Promise<TrainedMembers> {
  const folds = Array.from({ length: settings.members }, (_, fold) => fold);
  const hasOwnEdges = lessons.measured.some(({ edges }) => edges !== undefined);
  const groups: Group[] = [];
  for (const together of hasOwnEdges ? folds.map((fold) => [fold]) : [folds])
    groups.push(await trainGroup(lessons, together, settings, hooks, onEpoch));
  const longest = groups.reduce((most, group) =>
    group.lossCurve.length > most.lossCurve.length ? group : most,
  );
  return {
    network: {
      packed: joined(groups.map(({ network }) => network.packed)),
      running: joined(groups.map(({ network }) => network.running)),
    },
    unseen: lessons.latents.map(
      (_, row) => groups[groups.length > 1 ? (lessons.folds[row] ?? 0) : 0]?.validation.unseen[row] ?? NaN,
    ),
    epochs: Math.max(...groups.map(({ validation }) => validation.epoch)),
    lossCurve: longest.lossCurve,
  };
}

const joined = (arrays: readonly Float32Array[]): Float32Array => {
  const result = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const values of arrays) {
    result.set(values, start);
    start += values.length;
  }
  return result;
};

type Group = {
  readonly network: TrainedNetwork;
  readonly validation: Validation;
  readonly lossCurve: readonly number[];
};

async function trainGroup(
  lessons: Lessons,
  folds: readonly number[],
  all: AutobuildSettings,
  hooks: FitHooks,
  onEpoch: (validation: Validation) => void,
): Promise<Group> {
  const { space, measured, latents } = lessons;
  const { architectures, targets, memberRows } = rowsOf(lessons, folds, all);
  const settings = {
    ...all,
    members: folds.length,
    seed: memberSeed(all.seed, folds[0] ?? 0),
    batchSize: roomyBatch(all.batchSize, memberRows[0]?.length ?? 0),
  };
  const columns = columnsOf(space);
  const lossCurve: number[] = [];
  const found: Group[] = [];
  const batches = evaluationBatches(measured, space, columns, settings);
  const validate = async (network: TrainedNetwork): Promise<Float64Array> => {
    const tensors = networkTensors(network, columns, settings);
    const { outputs } = await readGraphs(tensors, batches).finally(() => disposeNetwork(tensors));
    return latents.map((_, row) => outputs[folds.indexOf(lessons.folds[row] ?? -1)]?.[row] ?? NaN);
  };
  try {
    await train(
      { space, columns, architectures, targets, ...(folds.length > 1 ? { memberRows } : {}) },
      settings,
      hooks,
      async (epoch, loss, state) => {
        lossCurve.push(loss);
        const network = {
          packed: Float32Array.from(await state.packed.data()),
          running: Float32Array.from(await state.running.data()),
        };
        const unseen = await validate(network);
        const validation = { epoch, loss, unseen, error: meanSquare(unseen, latents) };
        onEpoch(validation);
        const [best] = found;
        if (best === undefined || validation.error < best.validation.error)
          found[0] = { network, validation, lossCurve };
        const least = found[0]?.validation ?? validation;
        return isOutOfPatience(epoch, least) ? "stop" : undefined;
      },
      {
        keep: () => ({ lossCurve: [...lossCurve], best: found[0] ?? null }),
        restore(kept) {
          lossCurve.push(...kept.lossCurve);
          if (kept.best !== null) found[0] = { ...kept.best, lossCurve };
        },
      },
    );
  } finally {
    disposeBatches(batches);
  }
  const [best] = found;
  if (best === undefined) throw new RangeError("Training needs at least one epoch.");
  return best;
}

function meanSquare(unseen: Float64Array, latents: Float64Array): number {
  const errors = [...unseen].flatMap((value, row) =>
    Number.isNaN(value) ? [] : [(value - (latents[row] as number)) ** 2],
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** All rows of a group, and which of them each member trains on: equally many for all. */
function rowsOf(
  { measured, latents, vary, expected, numVaried, folds: foldOf }: Lessons,
  folds: readonly number[],
  { seed }: AutobuildSettings,
) {
  const random = seededRandom(memberSeed(seed, folds[0] ?? 0) ^ 0x2c1b3c6d);
  const isSeen = (row: number): boolean => folds.length > 1 || foldOf[row] !== folds[0];
  const architectures = measured.filter((_, row) => isSeen(row));
  const targets = [...latents].filter((_, row) => isSeen(row));
  // A batch has as many rows of each member: who misses a larger fold learns from more varied architectures.
  const each = measured.length - smallestFold(foldOf) + numVaried;
  const memberRows = folds.map((fold) => {
    const own =
      folds.length > 1
        ? measured.flatMap((_, row) => (foldOf[row] === fold ? [] : [row]))
        : architectures.map((_, row) => row);
    while (own.length < each) {
      const varied = vary(random);
      own.push(architectures.push(varied) - 1);
      targets.push(expected(varied, fold));
    }
    return own;
  });
  return { architectures, targets: Float64Array.from(targets), memberRows };
}

function smallestFold(foldOf: readonly number[]): number {
  const counts: number[] = [];
  for (const fold of foldOf) counts[fold] = (counts[fold] ?? 0) + 1;
  return Math.min(...counts);
}
