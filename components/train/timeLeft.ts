import { latestPace } from "@/lib/core/pace";
import type { FitProgress } from "@/lib/predictor/predictor";

/** An epoch as the page heard of it. */
export type ToldEpoch = FitProgress & {
  /** Seconds since some start. */
  readonly toldAt: number;
};

/** Epochs that were trained before a training was cut off are told again all at once, nearer than any can be trained. */
const TOLD_AGAIN = 0.005;

/**
 * Seconds that the epochs left will take, as long as the middle one of the latest; null where fewer than two epochs
 * have been seen from one end to the other. The first one counts for nothing: what comes before it, shaders that are
 * compiled and figures that are read, does not come again.
 */
export function timeLeft(progress: readonly ToldEpoch[]): number | null {
  const durations = progress.flatMap(({ toldAt, epoch }, index) => {
    const before = progress[index - 1];
    if (before === undefined || toldAt - before.toldAt < TOLD_AGAIN) return [];
    return [(toldAt - before.toldAt) / Math.max(1, epoch - before.epoch)];
  });
  const last = progress.at(-1);
  const middle = latestPace(durations);
  if (last === undefined || middle === undefined) return null;
  return middle * (last.numEpochs - last.epoch);
}
