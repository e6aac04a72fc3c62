import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { hypervolume, sharedHypervolumes } from "@/lib/core/search/hypervolume";

describe("hypervolume", () => {
  it("is the area under a staircase", () =>
    expect(
      hypervolume(
        [
          [1, 3],
          [2, 2],
          [3, 1],
          [1, 1],
        ],
        [0, 0],
      ),
    ).toBe(6));

  it("counts nothing that is no better than the reference", () =>
    expect(
      hypervolume(
        [
          [5, 0],
          [-1, 9],
        ],
        [0, 0],
      ),
    ).toBe(0));

  it("is the volume of two boxes less what they share", () =>
    expect(
      hypervolume(
        [
          [2, 2, 1],
          [1, 1, 3],
        ],
        [0, 0, 0],
      ),
    ).toBe(4 + 3 - 1));

  it("agrees with counting random points in four dimensions", () => {
    const random = seededRandom(5);
    const points = Array.from({ length: 8 }, () => [random(), random(), random(), random()]);
    let inside = 0;
    for (let draw = 0; draw < 40_000; draw++) {
      const at = [random(), random(), random(), random()];
      if (points.some((point) => point.every((gain, index) => gain >= (at[index] ?? 2)))) inside++;
    }
    expect(hypervolume(points, [0, 0, 0, 0])).toBeCloseTo(inside / 40_000, 2);
  });

  it("puts several sets on one scale, whatever the units", () =>
    expect(
      sharedHypervolumes([
        [
          [0, 1000],
          [10, 500],
        ],
        [[5, 0]],
        [],
      ]),
    ).toEqual([0.5, 0, 0]));
});
