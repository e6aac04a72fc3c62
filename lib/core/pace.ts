/** How long one more step will take, by those just done. */

/** Few, so that it follows a machine that gets slower or quicker. */
const LATEST = 7;

/** The middle one of the latest durations; undefined where there is none. */
export function latestPace(durations: readonly number[]): number | undefined {
  const sorted = durations.slice(-LATEST).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * To be called after every epoch with its number; answers the seconds that an epoch takes now. The first answer rests on
 * the time since the clock was handed over, and no later one does: what comes before a first epoch does not come again,
 * whether a training began or went on where it was cut off.
 * @param now seconds since some start
 */
export function createPace(now: () => number): (epoch: number) => number {
  const began = now();
  const durations: number[] = [];
  let before: { readonly epoch: number; readonly at: number } | null = null;
  return (epoch) => {
    const at = now();
    const since = before === null ? at - began : at - before.at;
    // Epochs count from 1 again where networks are trained one after the other.
    const numDone = before === null || epoch <= before.epoch ? 1 : epoch - before.epoch;
    if (before !== null) durations.push(since / numDone);
    before = { epoch, at };
    return latestPace(durations) ?? since;
  };
}
