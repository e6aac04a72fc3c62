/** Times a piece of work over and over, with the clock as an argument. */
import type { Latency } from "../core/browserLatency";

export type Timing = {
  /** Milliseconds of one run, in the order in which they were measured. */
  readonly times: readonly number[];
  readonly numWarmUps: number;
};

export type TimingSettings = {
  /** Milliseconds from any point. */
  readonly now: () => number;
  /** Runs before the first that counts: code is compiled and caches are filled in them. */
  readonly numWarmUps: number;
  readonly numTimes: number;
  /** Ends earlier when this much time has gone by, but with three times at least. */
  readonly mostMs: number;
  readonly onProgress: (done: number) => void;
};

/** Browsers' clocks tick every tenth of a millisecond or more: shorter runs are timed several together. */
const LEAST_TIMED_MS = 5;
const FEWEST_TIMES = 3;

export async function timeRuns(
  run: () => Promise<void>,
  { now, numWarmUps, numTimes, mostMs, onProgress }: TimingSettings,
): Promise<Timing> {
  const start = now();
  let before = start;
  for (let index = 0; index < numWarmUps; index++) {
    before = now();
    await run();
  }
  const last = now() - before;
  const together = Math.max(1, Math.ceil(LEAST_TIMED_MS / Math.max(last, 0.01)));
  const times: number[] = [];
  while (times.length < numTimes && (times.length < FEWEST_TIMES || now() - start < mostMs)) {
    const begin = now();
    for (let index = 0; index < together; index++) await run();
    times.push((now() - begin) / together);
    onProgress(times.length / numTimes);
  }
  return { times, numWarmUps };
}

/** Middle and spread of the times. */
export function summariseTimes({ times, numWarmUps }: Timing): Latency {
  const ascending = [...times].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (ascending.length - 1);
    const [below, above] = [ascending[Math.floor(place)] ?? NaN, ascending[Math.ceil(place)] ?? NaN];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { medianMs: at(0.5), lowMs: at(0.25), highMs: at(0.75), numTimes: times.length, numWarmUps };
}
