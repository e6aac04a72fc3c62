import { describe, expect, it } from "vitest";
import {
  formatEffect,
  formatScore,
  hasIntervals,
  isUncertain,
  isUnseen,
  meanScore,
} from "@/lib/figures/evidence";
import { hatchPath } from "@/lib/figures/hatch";
import { formatSrcc, trustOf } from "@/lib/figures/trust";

describe("evidence", () => {
  it("is uncertain where the interval holds the mean", () => {
    expect(isUncertain({ low: 1, high: 3 }, 2)).toBe(true);
    expect(isUncertain({ low: 2, high: 3 }, 2)).toBe(false);
  });

  it("is never uncertain for an interval without width", () =>
    expect(isUncertain({ low: 2, high: 2 }, 2)).toBe(false));

  it("is unseen without support", () =>
    expect([isUnseen({ support: 0 }), isUnseen({ support: 1 })]).toEqual([true, false]));

  it("writes the interval only where there is one", () => {
    expect(formatScore({ score: 75.21, low: 74.9, high: 75.6 })).toBe("75.21 (74.9 to 75.6)");
    expect(formatScore({ score: 75.21, low: 75.21, high: 75.21 })).toBe("75.21");
    expect(hasIntervals([{ low: 1, high: 1 }])).toBe(false);
  });

  it("signs effects", () =>
    expect([formatEffect(0.314), formatEffect(-2), formatEffect(1e-17)]).toEqual(["+0.314", "−2", "0"]));

  it("leaves scores that are not numbers out of the mean", () =>
    expect(meanScore([{ score: 1 }, { score: NaN }, { score: 4 }])).toBe(2.5));
});

describe("trustOf", () => {
  it.each([
    [0.93, "good", "Ranks unseen networks well"],
    [0.9, "good", "Ranks unseen networks well"],
    [0.75, "info", "Ranks unseen networks fairly well"],
    [0.5, "warn", "Ranks unseen networks roughly"],
    [0.2, "warn", "Hardly ranks unseen networks"],
    [-0.3, "bad", "Does not rank unseen networks"],
    [NaN, "warn", "Not known how well it ranks unseen networks"],
  ])("says of SRCC %d: %s, %s", (srcc, tone, words) => expect(trustOf(srcc)).toEqual({ tone, words }));

  it("writes correlations with two decimals and no negative zero", () =>
    expect([0.934, -0.001, null].map(formatSrcc)).toEqual(["0.93", "0.00", "n/a"]));
});

describe("hatchPath", () => {
  it("draws diagonals clipped to the rectangle", () =>
    expect(hatchPath(0, 0, 6, 6, 6)).toBe("M3,0L0,3M6,3L3,6"));
});
