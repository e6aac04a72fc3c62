import { describe, expect, it } from "vitest";
import { classicalScaling } from "@/lib/figures/map/classicalScaling";

const distancesOf = (points: readonly (readonly number[])[]) =>
  points.map((a) => points.map((b) => Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))));

describe("classicalScaling", () => {
  it("gives back the distances of points in a plane", () => {
    const wanted = distancesOf([
      [0, 0],
      [3, 0],
      [3, 4],
      [-1, 2],
      [7, 1],
    ]);
    const { points, shown } = classicalScaling(wanted);
    const found = distancesOf(points.map(({ x, y }) => [x, y]));
    for (const [i, row] of wanted.entries())
      for (const [j, distance] of row.entries()) expect(found[i]?.[j]).toBeCloseTo(distance, 9);
    expect(shown).toBeCloseTo(1, 9);
  });

  it("says how much a plane leaves out: of the corners of a tetrahedron it shows two thirds", () => {
    const { shown } = classicalScaling(
      distancesOf([
        [1, 1, 1],
        [1, -1, -1],
        [-1, 1, -1],
        [-1, -1, 1],
      ]),
    );
    expect(shown).toBeCloseTo(2 / 3, 9);
  });

  it("puts equal items on one place, and one item alone in the middle", () => {
    expect(
      classicalScaling([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
      ],
      shown: 1,
    });
    expect(classicalScaling([[0]]).points).toEqual([{ x: 0, y: 0 }]);
    expect(classicalScaling([]).points).toEqual([]);
  });
});
