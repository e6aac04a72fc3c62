import { describe, expect, it } from "vitest";
import type { ModuleScore } from "@/lib/core/module";
import { cellSpace } from "@/lib/figures/fixtures";
import { profileMap } from "@/lib/figures/map/profileMap";
import { positionMatrix, positionModules } from "@/lib/figures/positionMatrix";

const operations = [[1], [2], [3]];
const WORTH = [0, 0, 70, 70.5, 80];

/** Each operation is worth the same at every place, give or take half the width. */
const matrixOf = (halfWidth: number) =>
  positionMatrix(
    cellSpace,
    operations,
    positionModules(cellSpace, operations).map((module): ModuleScore => {
      const score = WORTH[(module.nodes[0]?.[0] ?? 0) + 1] ?? 0;
      return { ...module, hop: 0, score, low: score - halfWidth, high: score + halfWidth, support: 1 };
    }),
  );

describe("the map by profiles of scores", () => {
  it("puts operations as far apart as their scores differ over all places", () => {
    const map = profileMap(matrixOf(0.3), null);
    expect(map?.pairs.map(({ a, b, distance }) => [a, b, distance])).toEqual([
      [0, 1, 0.5],
      [1, 2, 9.5],
      [0, 2, 10],
    ]);
    expect(map?.shown).toBeCloseTo(1, 9);
    const [first, second, third] = map?.points ?? [];
    expect(Math.abs((first?.x ?? 0) - (third?.x ?? 0))).toBeCloseTo(10, 9);
    expect(Math.abs((first?.x ?? 0) - (second?.x ?? 0))).toBeCloseTo(0.5, 9);
  });

  it("names the place of the largest difference", () =>
    expect(profileMap(matrixOf(0.3), null)?.pairs[2]?.largest).toEqual({
      unitIndex: 0,
      layerIndex: 0,
      difference: -10,
    }));

  it("joins two whose intervals overlap at every place", () => {
    const joined = (halfWidth: number) =>
      profileMap(matrixOf(halfWidth), null)?.pairs.map((pair) => pair.joined);
    expect(joined(0.3)).toEqual([true, false, false]);
    expect(joined(0.2)).toEqual([false, false, false]);
  });

  it("joins none where nothing has an interval, not even equals", () => {
    const map = profileMap(matrixOf(0), null);
    expect(map?.basis).toEqual({ from: "scores", hasIntervals: false });
    expect(map?.pairs.some(({ joined }) => joined)).toBe(false);
  });

  it("is null where nothing can be compared", () => {
    expect(profileMap(positionMatrix(cellSpace, [[1]], []), null)).toBeNull();
    expect(profileMap(positionMatrix(cellSpace, operations, []), null)).toBeNull();
  });
});
