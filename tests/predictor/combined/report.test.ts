import { expect, it } from "vitest";
import { createReport } from "@/lib/predictor/combined/report";
import type { FitProgress } from "@/lib/predictor/predictor";

it("tells the time left of all networks that are trained one after the other, also after an interruption", () => {
  let time = 50;
  const told: FitProgress[] = [];
  const hooks = { now: () => time, onProgress: (progress: FitProgress) => void told.push(progress) };
  const report = createReport(hooks, Float64Array.of(1, 2, 3, 4), 10, 3);
  const unseen = Float64Array.of(1, 3, 2, NaN);
  // Goes on with epoch 9 of the first network; the second stops after two epochs.
  for (const [epoch, seconds] of [
    [9, 4],
    [10, 2],
    [1, 2],
    [2, 2],
    [1, 2],
    [10, 18],
  ] as const) {
    time += seconds;
    report({ epoch, loss: 1, unseen, error: 0.5 });
  }
  expect(told.map(({ epoch, secondsLeft, rowsPerSecond }) => [epoch, secondsLeft, rowsPerSecond])).toEqual([
    [9, 84, 1],
    [10, 40, 2],
    [1, 38, 2],
    [2, 36, 2],
    [1, 18, 2],
    [10, 0, 2],
  ]);
  expect(told[0]).toMatchObject({ srcc: 0.5, heldOutLoss: 0.5, numEpochs: 10 });
});
