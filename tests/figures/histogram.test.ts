import { describe, expect, it } from "vitest";
import { histogramLayout } from "@/lib/figures/histogram";

const box = { width: 100, height: 40, numBars: 5 };

describe("histogramLayout", () => {
  const values = Float64Array.of(0, 1, 1, 3, 9, 10, NaN);
  const layout = histogramLayout(values, Uint32Array.of(0, 1, 6), box);

  it("counts every value once, the largest in the last bar, missing ones nowhere", () =>
    expect(layout.bars.map(({ low, high, count }) => [low, high, count])).toEqual([
      [0, 2, 3],
      [2, 4, 1],
      [4, 6, 0],
      [6, 8, 0],
      [8, 10, 2],
    ]));

  it("counts the shown rows beside them", () =>
    expect(layout.bars.map(({ numShown }) => numShown)).toEqual([2, 0, 0, 0, 0]));

  it("fills the box: bars side by side, the tallest as high as it", () => {
    expect(layout.bars.map(({ x, width }) => [x, width])).toEqual([
      [0, 20],
      [20, 20],
      [40, 20],
      [60, 20],
      [80, 20],
    ]);
    expect(layout.bars.map(({ height }) => Number(height.toFixed(2)))).toEqual([40, 13.33, 0, 0, 26.67]);
    expect(layout.maxCount).toBe(3);
  });

  it("knows the value under a place and stays inside the axis", () => {
    expect(layout.valueAt(50)).toBe(5);
    expect(layout.valueAt(-30)).toBe(0);
    expect(layout.valueAt(400)).toBe(10);
    expect(layout.xOf(5)).toBe(50);
  });

  it("draws one value alone as one bar", () => {
    const single = histogramLayout(Float64Array.of(7, 7), Uint32Array.of(0, 1), box);
    expect(single.bars.filter(({ count }) => count > 0).map(({ count }) => count)).toEqual([2]);
  });

  it("has no counts where nothing was measured", () => {
    const empty = histogramLayout(Float64Array.of(NaN), Uint32Array.of(0), box);
    expect(empty.maxCount).toBe(0);
    expect(empty.bars.every(({ height }) => height === 0)).toBe(true);
  });
});
