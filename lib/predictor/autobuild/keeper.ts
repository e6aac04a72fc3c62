import type { FitHooks } from "../predictor";
import type { StoredRun } from "./trainRun";

/** Seconds between two checkpoints, where there is a clock; without one every epoch is kept. */
const BETWEEN_CHECKPOINTS = 3;

/** What a caller of `train` keeps from epoch to epoch: plain data, stored with a checkpoint and given back with it. */
export type Companion<Kept> = {
  keep(): Kept;
  restore(kept: Kept): void;
};

type Checkpoint<Kept> = { readonly run: StoredRun; readonly kept: Kept };

/** Keeps a training's checkpoints; every function does nothing where there is no store. */
export type Keeper = {
  /** Where the training was cut off; the companion has its own part back by then. */
  resume(): Promise<StoredRun | null>;
  /** Whether it is time for the next checkpoint. */
  isDue(isEpochDone: boolean): boolean;
  save(run: StoredRun): Promise<void>;
  remove(): Promise<void>;
};

const NOTHING: Keeper = {
  resume: async () => null,
  isDue: () => false,
  save: async () => undefined,
  remove: async () => undefined,
};

/** @param keyOf asked for once, where there is a store: it looks at all rows */
export function createKeeper<Kept>(
  { checkpoints, now }: FitHooks,
  keyOf: () => string,
  companion: Companion<Kept> | undefined,
): Keeper {
  if (checkpoints === undefined || companion === undefined) return NOTHING;
  const key = keyOf();
  let last = now?.() ?? 0;
  return {
    async resume() {
      // The key says that the same training stored it, so that it has the shape that this training gives it.
      const checkpoint = (await checkpoints.load(key)) as Checkpoint<Kept> | null;
      if (checkpoint === null) return null;
      companion.restore(checkpoint.kept);
      return checkpoint.run;
    },
    isDue: (isEpochDone) => (now === undefined ? isEpochDone : now() - last >= BETWEEN_CHECKPOINTS),
    async save(run) {
      await checkpoints.save(key, { run, kept: companion.keep() } satisfies Checkpoint<Kept>);
      last = now?.() ?? 0;
    },
    remove: () => checkpoints.remove(key),
  };
}
