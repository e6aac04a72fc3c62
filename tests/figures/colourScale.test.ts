import { describe, expect, it } from "vitest";
import { divergingScale, legendStops, legendTicks, sequentialScale } from "@/lib/figures/colourScale";

describe("sequentialScale", () => {
  const scale = sequentialScale([2, 10, NaN, Infinity, 6]);

  it("spans the finite values", () => expect(scale.domain).toEqual([2, 10]));

  it("is viridis: dark violet to yellow", () => {
    expect(scale.colour(2)).toBe("#440154");
    expect(scale.colour(10)).toBe("#fde725");
  });

  it("takes the end's colour beyond its end", () => expect(scale.colour(99)).toBe("#fde725"));

  it("writes light text on dark and dark text on light", () => {
    expect(scale.ink(2)).toBe("#ffffff");
    expect(scale.ink(10)).toBe("#111418");
  });

  it("gives a single value a bar with two ends", () =>
    expect(sequentialScale([3]).domain).toEqual([2.5, 3.5]));

  it("stands without any value", () => expect(sequentialScale([]).domain).toEqual([0, 1]));
});

describe("divergingScale", () => {
  const scale = divergingScale([-1, 3]);

  it("reaches equally far on both sides of the middle", () => expect(scale.domain).toEqual([-3, 3]));

  it("is grey in the middle, blue below, orange above", () => {
    expect(scale.colour(0)).toBe("rgb(240, 240, 238)");
    expect(scale.colour(-3)).toBe("rgb(20, 81, 143)");
    expect(scale.colour(3)).toBe("rgb(163, 74, 0)");
  });

  it("keeps a domain where all values equal the middle", () => {
    expect(divergingScale([5, 5], 5).domain).toEqual([4.5, 5.5]);
  });
});

describe("legend", () => {
  const scale = sequentialScale([0, 10]);

  it("ticks at round numbers, placed by their share", () => {
    expect(legendTicks(scale)).toEqual([
      { value: 0, offset: 0 },
      { value: 2, offset: 0.2 },
      { value: 4, offset: 0.4 },
      { value: 6, offset: 0.6 },
      { value: 8, offset: 0.8 },
      { value: 10, offset: 1 },
    ]);
  });

  it("stops run from one end to the other", () => {
    const stops = legendStops(scale, 3);
    expect(stops.map(({ offset }) => offset)).toEqual([0, 0.5, 1]);
    expect(stops[2]?.colour).toBe("#fde725");
  });
});
