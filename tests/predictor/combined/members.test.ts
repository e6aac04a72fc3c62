import { describe, expect, it } from "vitest";
import { isOutOfPatience, roomyBatch } from "@/lib/predictor/combined/members";

describe("the batch of an epoch", () => {
  it("is the one asked for where there are rows enough for twelve steps", () =>
    expect([1_537, 2_000, 10_000].map((numRows) => roomyBatch(128, numRows))).toEqual([128, 128, 128]));

  it("shrinks with fewer rows, so that the epoch keeps twelve steps", () =>
    expect([616, 1_200].map((numRows) => roomyBatch(128, numRows))).toEqual([52, 100]));

  it("does not shrink below what can be ranked", () => expect(roomyBatch(128, 60)).toBe(16));

  it("never grows beyond what was asked for", () => expect(roomyBatch(8, 60)).toBe(8));
});

describe("patience", () => {
  it("does not end with the first epoch's network, which has learned nothing", () =>
    expect([4, 5, 6, 7].map((epoch) => isOutOfPatience(epoch, { epoch: 1, error: 0.94 }))).toEqual([
      false,
      false,
      false,
      false,
    ]));

  it("is three epochs from the fifth or the best one on", () => {
    expect(isOutOfPatience(8, { epoch: 1, error: 0.94 })).toBe(true);
    expect(isOutOfPatience(8, { epoch: 6, error: 0.3 })).toBe(false);
    expect(isOutOfPatience(9, { epoch: 6, error: 0.3 })).toBe(true);
  });

  it("does not run out before the networks do better than the mean", () =>
    expect(isOutOfPatience(20, { epoch: 1, error: 1.2 })).toBe(false));
});
