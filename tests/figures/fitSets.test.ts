import { describe, expect, it } from "vitest";
import { drawnRows, fitSet, sharedExtent } from "@/lib/figures/fitSets";

const fitted = (measured: number, predicted: number) => ({ id: null, measured, predicted });

describe("fitSet", () => {
  it("ranks what has both numbers, and leaves out the rest", () => {
    const set = fitSet("Held out", "", [fitted(1, 1), fitted(2, 3), fitted(3, 2), fitted(NaN, 4)]);
    expect(set.fitted).toHaveLength(3);
    expect(set.srcc).toBeCloseTo(0.5, 12);
    expect(set.numAll).toBe(4);
  });

  it("has no rank correlation where nothing differs", () => {
    expect(fitSet("", "", [fitted(1, 1), fitted(1, 2)]).srcc).toBeNull();
    expect(fitSet("", "", []).srcc).toBeNull();
  });
});

it("draws the same rows every time, spread over all", () => {
  expect(drawnRows(3, 5)).toEqual([0, 1, 2]);
  expect(drawnRows(1_000, 10)).toEqual(drawnRows(1_000, 10));
  expect(new Set(drawnRows(1_000, 10)).size).toBe(10);
});

it("one extent for all sets, none without a value", () => {
  expect(sharedExtent([fitSet("", "", [fitted(1, 5)]), fitSet("", "", [fitted(-2, 3)])])).toEqual([-2, 5]);
  expect(sharedExtent([fitSet("", "", [])])).toBeNull();
});
