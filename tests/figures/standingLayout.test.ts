import { describe, expect, it } from "vitest";
import { standingLayout } from "@/lib/figures/standingLayout";

describe("standing among the measured", () => {
  it("places a prediction and its interval on the axis of the measured", () => {
    const { mark } = standingLayout([0, 10], { value: 5, low: 4, high: 6 }, { width: 120 });
    expect(mark).toEqual({ x: 60, x0: 50, x1: 70 });
  });

  it("widens the axis for a prediction beyond everything measured", () => {
    const { mark, bars } = standingLayout(
      [0, 10],
      { value: 20, low: 20, high: 20 },
      { width: 120, numBins: 2 },
    );
    expect(mark).toEqual({ x: 110, x0: 110, x1: 110 });
    expect(bars.map(({ x }) => x)).toEqual([10, 60]);
  });

  it("leaves out rows without a target, and needs no prediction", () => {
    const { mark, bars } = standingLayout([NaN, 1, 1, 2], null, { numBins: 1, height: 60 });
    expect(mark).toBeNull();
    expect(bars.map(({ height }) => height)).toEqual([22, 11]);
  });
});
