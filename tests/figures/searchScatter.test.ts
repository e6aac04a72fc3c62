import { describe, expect, it } from "vitest";
import { searchScatter } from "@/lib/figures/searchScatter";

describe("found points over measured ones", () => {
  const box = { width: 100, height: 50 };
  const measured = { x: Float64Array.of(0, 5, NaN), y: Float64Array.of(0, 5, 1) };

  it("share axes that reach over both", () => {
    const { layout, runPlaces } = searchScatter(measured, [[{ x: 10, y: 10 }], [{ x: 5, y: NaN }]], box);
    expect([...layout.left]).toEqual([0, 50, NaN]);
    expect([...layout.top]).toEqual([50, 25, NaN]);
    expect(layout.numDrawn).toBe(2);
    expect(runPlaces).toEqual([[{ left: 100, top: 0 }], [{ left: NaN, top: NaN }]]);
  });
});
