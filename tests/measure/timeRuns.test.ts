import { describe, expect, it } from "vitest";
import { summariseTimes, timeRuns } from "@/lib/measure/timeRuns";

/** A clock that only work moves: each run takes as long as the list says, then as its last. */
function worked(durations: readonly number[]) {
  let [time, numRuns] = [0, 0];
  return {
    now: () => time,
    run: async () => {
      time += durations[Math.min(numRuns++, durations.length - 1)] ?? 0;
    },
    numRuns: () => numRuns,
  };
}

describe("timing", () => {
  it("leaves the warm-up out", async () => {
    const { now, run } = worked([500, 90, 10]);
    const timing = await timeRuns(run, {
      now,
      numWarmUps: 3,
      numTimes: 4,
      mostMs: 1e6,
      onProgress: () => {},
    });
    expect(timing).toEqual({ times: [10, 10, 10, 10], numWarmUps: 3 });
  });

  it("times short runs several together", async () => {
    const { now, run, numRuns } = worked([0.5]);
    const { times } = await timeRuns(run, {
      now,
      numWarmUps: 2,
      numTimes: 3,
      mostMs: 1e6,
      onProgress: () => {},
    });
    expect(times).toEqual([0.5, 0.5, 0.5]);
    expect(numRuns()).toBe(2 + 3 * 10);
  });

  it("ends when its time is over, with three times at least", async () => {
    const { now, run } = worked([400]);
    const done: number[] = [];
    const { times } = await timeRuns(run, {
      now,
      numWarmUps: 1,
      numTimes: 50,
      mostMs: 1000,
      onProgress: (share) => done.push(share),
    });
    expect(times).toEqual([400, 400, 400]);
    expect(done).toEqual([0.02, 0.04, 0.06]);
  });

  it("is told by its median and the half in the middle", () =>
    expect(summariseTimes({ times: [5, 1, 2, 100, 3], numWarmUps: 4 })).toEqual({
      medianMs: 3,
      lowMs: 2,
      highMs: 5,
      numTimes: 5,
      numWarmUps: 4,
    }));
});
