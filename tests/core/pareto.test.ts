import { describe, expect, it } from "vitest";
import { paretoFront, type Goal } from "@/lib/core/pareto";
import { seededRandom } from "@/lib/core/random";

const front = (points: readonly (readonly [number, number])[], x: Goal, y: Goal) =>
  paretoFront(
    Float64Array.from(points, (point) => point[0]),
    Float64Array.from(points, (point) => point[1]),
    { x, y },
  );

describe("paretoFront", () => {
  // latency against accuracy; point 3 is slower and worse than point 1
  const points = [
    [1, 70],
    [2, 75],
    [3, 80],
    [2.5, 74],
  ] as const;

  it("keeps the points that are fast for their accuracy, from the fastest on", () =>
    expect(front(points, "min", "max")).toEqual([0, 1, 2]));

  it("follows the goals when they are switched", () => {
    expect(front(points, "max", "max")).toEqual([2]);
    expect(front(points, "min", "min")).toEqual([0]);
    expect(front(points, "max", "min")).toEqual([2, 3, 0]);
  });

  it("keeps equal points together and drops the worse of two with equal x", () =>
    expect(
      front(
        [
          [1, 5],
          [1, 5],
          [1, 4],
          [2, 5],
        ],
        "min",
        "max",
      ),
    ).toEqual([0, 1]));

  it("leaves out points with a missing coordinate", () =>
    expect(
      front(
        [
          [NaN, 9],
          [1, NaN],
          [2, 2],
        ],
        "min",
        "max",
      ),
    ).toEqual([2]));

  it("is empty without points", () => expect(front([], "min", "max")).toEqual([]));

  it("agrees with comparing every pair on 300 points that often tie", () => {
    const random = seededRandom(7);
    const cloud = Array.from(
      { length: 300 },
      () => [Math.floor(random() * 40), Math.floor(random() * 40)] as const,
    );
    const undominated = cloud.flatMap(([x, y], index) =>
      cloud.some(([a, b]) => a <= x && b >= y && (a < x || b > y)) ? [] : [index],
    );
    expect(front(cloud, "min", "max").sort((a, b) => a - b)).toEqual(undominated);
  });
});
