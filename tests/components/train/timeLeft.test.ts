import { describe, expect, it } from "vitest";
import { timeLeft } from "@/components/train/timeLeft";

/** Epochs told at these seconds, the first of them `from`. */
const told = (times: readonly number[], numEpochs = 100, from = 1) =>
  times.map((toldAt, index) => ({
    epoch: from + index,
    numEpochs,
    loss: 1,
    heldOutLoss: null,
    hopSrcc: [],
    srcc: 0,
    rowsPerSecond: 1,
    secondsLeft: 0,
    toldAt,
  }));

describe("the time left of a training", () => {
  it("is not known before a second epoch is done", () => {
    expect(timeLeft([])).toBeNull();
    expect(timeLeft(told([60]))).toBeNull();
  });

  it("does not count what comes before the first epoch is done", () => {
    // A first epoch of a minute, and then two seconds each: 98 and 97 epochs are left.
    expect(timeLeft(told([60, 62]))).toBe(196);
    expect(timeLeft(told([60, 62, 64]))).toBe(194);
  });

  it("is that of the middle epoch of the latest seven", () => {
    expect(timeLeft(told([0, 1, 2, 3, 33, 34, 35, 36]))).toBe(92);
    expect(timeLeft(told([0, 9, 18, 27, 36, 37, 38, 39, 40, 41, 42, 43]))).toBe(88);
  });

  it("does not take epochs for quick that are told again after an interruption", () => {
    expect(timeLeft(told([5, 5.001, 5.002]))).toBeNull();
    expect(timeLeft(told([5, 5.001, 5.002, 8.002]))).toBeCloseTo(288, 6);
  });

  it("shares the time of epochs that were not told of", () => {
    expect(timeLeft([...told([10]), ...told([20], 100, 6)])).toBe(188);
  });

  it("is nothing after the last epoch", () => {
    expect(timeLeft(told([1, 2], 2))).toBe(0);
  });
});
