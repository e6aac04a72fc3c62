import { describe, expect, it } from "vitest";
import { cameOutLayout } from "@/lib/figures/cameOutLayout";

const outcome = (value: number, measured: number) => ({
  predicted: { value, low: value - 2, high: value + 2 },
  measured,
});

describe("predictions with intervals against what came out", () => {
  it("share one scale, so that the diagonal is a right prediction", () => {
    const { size, plot, points, xTicks } = cameOutLayout([outcome(2, 2), outcome(8, 4)]);
    expect([size, plot]).toEqual([280, { left: 56, right: 264, top: 24, bottom: 240 }]);
    // 0 to 10 over 208 pixels across and 216 up.
    expect(points[0]).toEqual({
      x: expect.closeTo(97.6, 10),
      y: expect.closeTo(196.8, 10),
      yLow: 240,
      yHigh: expect.closeTo(153.6, 10),
      isInside: true,
    });
    expect(points[1]?.isInside).toBe(false);
    expect(points[1]?.yHigh).toBeCloseTo(24, 10);
    expect(xTicks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it("have room where everything is one value", () => {
    const same = { predicted: { value: 3, low: 3, high: 3 }, measured: 3 };
    const [point] = cameOutLayout([same]).points;
    expect(point).toEqual({ x: 160, y: 132, yLow: 132, yHigh: 132, isInside: true });
  });
});
