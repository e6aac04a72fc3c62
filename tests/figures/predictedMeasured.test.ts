import { describe, expect, it } from "vitest";
import { concordance, predictedMeasuredLayout, timesIn } from "@/lib/figures/predictedMeasured";

describe("predicted against measured", () => {
  it("puts a perfect prediction on the diagonal", () => {
    const { points, plot } = predictedMeasuredLayout({ measured: [0, 1], predicted: [0, 1] });
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [plot.left, plot.bottom],
      [plot.right, plot.top],
    ]);
  });

  it("leaves out what is not a number", () =>
    expect(predictedMeasuredLayout({ measured: [1, 2], predicted: [NaN, 2] }).points).toHaveLength(1));
});

describe("concordance", () => {
  it("is the share of pairs in the measured order", () =>
    expect(concordance([1, 3, 2], [1, 2, 3])).toBeCloseTo(2 / 3, 12));
  it("counts a tied prediction half and an equal measurement not at all", () =>
    expect(concordance([1, 1, 5, 6], [1, 2, 3, 3])).toBe(4.5 / 5));
  it("is not a number where nothing differs", () => expect(concordance([1, 2], [7, 7])).toBeNaN());
  it.each([
    [0.9, "9 times in 10"],
    [0.934, "93 times in 100"],
    [1, "10 times in 10"],
  ])("%d reads as %s", (share, words) => expect(timesIn(share)).toBe(words));
});
