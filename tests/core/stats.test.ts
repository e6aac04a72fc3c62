import { describe, expect, it } from "vitest";
import { mean, normalCdf, pearson, quantileSorted, ranks, srcc, standardDeviation } from "@/lib/core/stats";

describe("stats", () => {
  it("gives tied values their mean rank", () =>
    expect([...ranks([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]));

  it("srcc gives tied architectures their mean rank, as scipy.stats.spearmanr does", () =>
    expect(srcc(Float64Array.of(1, 2, 2, 2, 3), Float64Array.of(2, 1, 4, 3, 5))).toBeCloseTo(0.67082, 5));

  it("pearson is 1 for a line, -1 for a falling one and NaN beside a constant", () => {
    expect(pearson([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(pearson([1, 2, 3], [5, 5, 5])).toBeNaN();
  });

  it("tells the population from the sample deviation", () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(standardDeviation([1, 2, 3, 4], 1)).toBeCloseTo(1.2909944, 7);
    expect(mean([1, 2, 4])).toBeCloseTo(2.3333333, 7);
  });

  it("interpolates quantiles as numpy.quantile does", () => {
    expect(quantileSorted([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
    expect(quantileSorted([7], 0.5)).toBe(7);
  });
});

describe("normalCdf", () => {
  it("agrees with tables", () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 6);
    expect(normalCdf(1.644854)).toBeCloseTo(0.95, 6);
    expect(normalCdf(-1.959964)).toBeCloseTo(0.025, 6);
  });
});
