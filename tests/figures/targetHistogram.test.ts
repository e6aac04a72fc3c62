import { expect, it } from "vitest";
import { targetHistogramLayout } from "@/lib/figures/targetHistogram";

it("a histogram counts every finite target once", () => {
  const { bars, most } = targetHistogramLayout([0, 0.1, 0.1, 1, NaN], { numBins: 10 });
  expect(bars.map(({ low, count }) => [low, count])).toEqual([
    [0, 1],
    [0.1, 2],
    [1, 1],
  ]);
  expect(most).toBe(2);
});

it("a histogram of equal targets is one bar", () =>
  expect(targetHistogramLayout([3, 3]).bars.map(({ count }) => count)).toEqual([2]));
