import { describe, expect, it } from "vitest";
import { expectedSquare, leastZero, meansHolding, pairsHolding, pooled } from "@/lib/predictor/rowPairs";

const inOneFold = () => 0;

describe("pairs of rows that hold the same", () => {
  // Alike: 2 (1 * 2 + 3 * 4) = 28 in 4 ordered pairs. Different: 2 (1 + 2) (3 + 4) = 42 in 8 of them, 5.25 each.
  it("agree in 28 - 4 * 5.25 = 7, over four ordered pairs", () =>
    expect(pairsHolding((row) => "aabb"[row] ?? null, Float64Array.of(1, 2, 3, 4), inOneFold)).toEqual({
      numPairs: 4,
      sum: 7,
    }));

  it("are of one fold: two rows left out of different ones were predicted by different predictors", () =>
    expect(
      pairsHolding(
        (row) => "aabb"[row] ?? null,
        Float64Array.of(1, 2, 3, 4),
        (row) => row % 2,
      ),
    ).toEqual({ numPairs: 0, sum: 0 }));

  it("say nothing where all rows hold the same", () =>
    expect(pairsHolding(() => "a", Float64Array.of(1, 2, 3), inOneFold)).toEqual({ numPairs: 0, sum: 0 }));

  it("leave out rows that hold nothing there", () =>
    expect(
      pairsHolding(
        (row) => ["a", "a", null, "b", "b"][row] ?? null,
        Float64Array.of(1, 2, 99, 3, 4),
        inOneFold,
      ),
    ).toEqual({ numPairs: 4, sum: 7 }));

  it("of two places are pooled by their number", () =>
    expect(
      pooled([
        { numPairs: 4, sum: 7 },
        { numPairs: 2, sum: -1 },
      ]),
    ).toEqual({ numPairs: 6, sum: 6 }));
});

// Expected: numpy and math.erf on the formula of the mean of a normal number that is cut off at 0.
describe("the variance that pairs agree in", () => {
  it("is little more than their mean product where that is far above its error", () =>
    expect(leastZero({ numPairs: 4, sum: 7 }, 1)).toBeCloseTo(1.76328, 4));

  it("is 0.399 of the noise where eight pairs agree in nothing", () =>
    expect(leastZero({ numPairs: 8, sum: 0 }, 1)).toBeCloseTo(0.39894, 4));

  it("is above 0 where pairs disagree by six times the error", () => {
    expect(leastZero({ numPairs: 8, sum: -24 }, 1)).toBeGreaterThan(0.07);
    expect(leastZero({ numPairs: 8, sum: -24 }, 1)).toBeLessThan(0.09);
  });

  it("leans to what is usual, and is that where no pair tells", () => {
    expect(leastZero({ numPairs: 8, sum: 4 }, 1, 0.25)).toBeCloseTo(0.2626, 3);
    expect(leastZero({ numPairs: 0, sum: 0 }, 1, 0.25)).toBe(0.25);
  });

  it("is 0 where nothing is known at all", () => expect(leastZero({ numPairs: 0, sum: 0 }, 1)).toBe(0));
});

it("means of rows that hold the same are told from the mean of all, 2.5", () =>
  expect(meansHolding((row) => "aabb"[row] ?? null, Float64Array.of(1, 2, 3, 4))).toEqual(
    new Map([
      ["a", { count: 2, mean: -1 }],
      ["b", { count: 2, mean: 1 }],
    ]),
  ));

describe("the expected square of a module's error of variance 1", () => {
  it("is (3 / 2)^2 + 1 / 2 where two rows of noise 2 are off by 3 in the mean: half of it is believed", () =>
    expect(expectedSquare(1, 2, { count: 2, mean: 3 })).toBe(2.75));

  it("is a half where they are right in the mean, and 1 where no row tells", () => {
    expect(expectedSquare(1, 2, { count: 2, mean: 0 })).toBe(0.5);
    expect(expectedSquare(1, 2, undefined)).toBe(1);
  });

  it("is none where the place has none", () => expect(expectedSquare(0, 2, { count: 2, mean: 3 })).toBe(0));
});
