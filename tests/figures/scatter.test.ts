import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { frontPath, pointFinder, scatterLayout } from "@/lib/figures/scatter";

const x = Float64Array.of(0, 5, 10, NaN);
const y = Float64Array.of(0, 10, 20, 5);
const layout = scatterLayout(x, y, { width: 400, height: 200 });

describe("scatterLayout", () => {
  it("places points with y upwards and leaves out rows that lack a metric", () => {
    expect([...layout.left]).toEqual([0, 200, 400, NaN]);
    expect([...layout.top]).toEqual([200, 100, 0, NaN]);
    expect(layout.numDrawn).toBe(3);
  });

  it("has ticks on round numbers", () => {
    expect(layout.xTicks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(layout.yTicks[1]).toEqual({ value: 5, position: 150 });
  });

  it("has fewer ticks where their labels would touch", () => {
    const narrow = scatterLayout(x, y, { width: 170, height: 200 });
    expect(narrow.xTicks.map(({ value }) => value)).toEqual([0, 5, 10]);
  });

  it("turns a place into values and back", () => {
    expect(layout.valuesAt(200, 50)).toEqual({ x: 5, y: 15 });
    expect(layout.valuesAt(-10, 999)).toEqual({ x: 0, y: 0 });
    expect(layout.positionOf(5, 15)).toEqual({ left: 200, top: 50 });
  });

  it("has axes even where no row has both metrics", () =>
    expect(scatterLayout(Float64Array.of(NaN), Float64Array.of(1), { width: 10, height: 10 }).numDrawn).toBe(
      0,
    ));
});

describe("frontPath", () => {
  it("goes to the next point's x first, then to its y", () =>
    expect(frontPath(layout, [0, 1, 2])).toBe("M0,200H200V100H400V0"));

  it("is empty without points", () => expect(frontPath(layout, [])).toBe(""));
});

describe("pointFinder", () => {
  it("finds the nearest point within reach", () => {
    const find = pointFinder(layout, Uint32Array.of(0, 1, 2, 3));
    expect(find(203, 96, 8)).toBe(1);
    expect(find(210, 96, 8)).toBe(null);
    expect(find(399, 2, 8)).toBe(2);
  });

  it("finds only the rows it was given", () =>
    expect(pointFinder(layout, Uint32Array.of(0, 2))(200, 100, 8)).toBe(null));

  it("agrees with looking at every one of 2,000 points", () => {
    const random = seededRandom(11);
    const numRows = 2000;
    const columnOf = () => Float64Array.from({ length: numRows }, () => random());
    const cloud = scatterLayout(columnOf(), columnOf(), { width: 300, height: 200 });
    const all = Uint32Array.from({ length: numRows }, (_, row) => row);
    const find = pointFinder(cloud, all);
    for (let trial = 0; trial < 50; trial++) {
      const [left, top] = [random() * 300, random() * 200];
      const distance = (row: number) =>
        Math.hypot((cloud.left[row] ?? 0) - left, (cloud.top[row] ?? 0) - top);
      const nearest = all.reduce((best, row) => (distance(row) < distance(best) ? row : best), 0);
      expect(find(left, top, 10)).toBe(distance(nearest) <= 10 ? nearest : null);
    }
  });
});
