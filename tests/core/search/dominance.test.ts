import { describe, expect, it } from "vitest";
import { paretoFront } from "@/lib/core/pareto";
import { seededRandom } from "@/lib/core/random";
import { bestPoints, crowding, dominates, frontOf, fronts } from "@/lib/core/search/dominance";

describe("dominance", () => {
  it("needs to be no worse anywhere and better somewhere", () => {
    expect(dominates([2, 1], [1, 1])).toBe(true);
    expect(dominates([1, 1], [1, 1])).toBe(false);
    expect(dominates([2, 0], [1, 1])).toBe(false);
  });

  it("finds the same front as the one of two objectives", () => {
    const random = seededRandom(3);
    const points = Array.from({ length: 400 }, () => [Math.round(random() * 30), Math.round(random() * 30)]);
    const [x, y] = [0, 1].map((axis) => Float64Array.from(points, (point) => point[axis] ?? NaN));
    const expected = paretoFront(x ?? new Float64Array(), y ?? new Float64Array(), { x: "max", y: "max" });
    expect(frontOf(points).sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
  });

  it("peels fronts, and leaves out what was not measured", () =>
    expect(
      fronts([
        [1, 4],
        [2, 3],
        [1, 3],
        [0, 0],
        [NaN, 9],
      ]),
    ).toEqual([[1, 0], [2], [3]]));

  it("takes equally good points of one objective as a front", () =>
    expect(fronts([[3], [5], [3]])).toEqual([[1], [0, 2]]));

  it("gives the ends of a front all the room, and others that of their neighbours", () =>
    expect(
      crowding(
        [
          [0, 10],
          [2, 6],
          [10, 0],
        ],
        [0, 1, 2],
      ),
    ).toEqual([Infinity, 2, Infinity]));

  it("ranks front by front, the loneliest first", () =>
    expect(
      bestPoints(
        [
          [0, 10],
          [1, 9],
          [5, 5],
          [10, 0],
          [0, 0],
        ],
        4,
      ),
    ).toEqual([0, 3, 2, 1]));
});
