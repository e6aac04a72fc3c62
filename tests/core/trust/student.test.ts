import { describe, expect, it } from "vitest";
import { meanDifference, meanInterval, studentPoint95 } from "@/lib/core/trust/student";

describe("studentPoint95", () => {
  it("is the tabled 95 % point", () => {
    const tabled = { 1: 6.314, 2: 2.92, 3: 2.353, 5: 2.015, 10: 1.812, 30: 1.697, 1000: 1.646 };
    for (const [degrees, point] of Object.entries(tabled))
      expect(Math.abs(studentPoint95(Number(degrees)) - point)).toBeLessThan(0.005);
  });
});

describe("meanInterval", () => {
  it("is the mean with Student's 90 % interval", () => {
    // Sample standard deviation 1, so half the width is 2.920 / sqrt(3).
    const interval = meanInterval([1, 2, 3]);
    expect(interval?.mean).toBe(2);
    expect(interval?.low).toBeCloseTo(2 - 1.6858, 3);
    expect(interval?.high).toBeCloseTo(2 + 1.6858, 3);
  });

  it("has no ends for one value and is nothing for none", () => {
    expect(meanInterval([4])).toEqual({ mean: 4, low: NaN, high: NaN, count: 1 });
    expect(meanInterval([])).toBeNull();
  });
});

describe("meanDifference", () => {
  it("is Welch's interval", () => {
    // Variances 1 and 1 of three values each: standard error 0.8165, 4 degrees of freedom, t 2.132.
    const difference = meanDifference([4, 5, 6], [1, 2, 3]);
    expect(difference?.mean).toBe(3);
    expect(difference?.low).toBeCloseTo(3 - 2.132 * 0.8165, 2);
    expect(meanDifference([1], [1, 2])).toBeNull();
    expect(meanDifference([2, 2], [1, 1])).toEqual({ mean: 1, low: 1, high: 1, count: 4 });
  });
});
