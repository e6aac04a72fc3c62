import { describe, expect, it } from "vitest";
import { roomyBatch } from "@/lib/predictor/combined/members";

describe("the batch of an epoch", () => {
  it("is the one asked for where there are rows enough for twelve steps", () =>
    expect([1_537, 2_000, 10_000].map((numRows) => roomyBatch(128, numRows))).toEqual([128, 128, 128]));

  it("shrinks with fewer rows, so that the epoch keeps twelve steps", () =>
    expect([616, 1_200].map((numRows) => roomyBatch(128, numRows))).toEqual([52, 100]));

  it("does not shrink below what can be ranked", () => expect(roomyBatch(128, 60)).toBe(16));

  it("never grows beyond what was asked for", () => expect(roomyBatch(8, 60)).toBe(8));
});
