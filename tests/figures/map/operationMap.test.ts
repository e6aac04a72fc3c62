import { describe, expect, it } from "vitest";
import type { ModuleScore } from "@/lib/core/module";
import { cellSpace } from "@/lib/figures/fixtures";
import { mapLayout, operationMap } from "@/lib/figures/map/operationMap";
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

describe("operationMap", () => {
  it("puts operations as far apart as their scores differ over all places", () => {
    const map = operationMap(matrixOf(0.3));
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

  it("calls two interchangeable where their intervals overlap at every place", () => {
    expect(operationMap(matrixOf(0.3))?.pairs.map(({ interchangeable }) => interchangeable)).toEqual([
      true,
      false,
      false,
    ]);
    expect(operationMap(matrixOf(0.2))?.pairs.some(({ interchangeable }) => interchangeable)).toBe(false);
  });

  it("calls none interchangeable where nothing has an interval, not even equals", () => {
    const map = operationMap(matrixOf(0));
    expect(map?.hasIntervals).toBe(false);
    expect(map?.pairs.some(({ interchangeable }) => interchangeable)).toBe(false);
  });

  it("is null where nothing can be compared", () => {
    expect(operationMap(positionMatrix(cellSpace, [[1]], []))).toBeNull();
    expect(operationMap(positionMatrix(cellSpace, operations, []))).toBeNull();
  });
});

it("the layout keeps one scale for both axes, is as high as needed, and says how long a difference is", () => {
  const two = [
    { x: 0, y: 0 },
    { x: 4, y: 1 },
  ];
  const { points, scaleBar, height } = mapLayout({ points: two }, 292, 268);
  expect(height).toBe(118);
  expect(points).toEqual([
    { x: 46, y: 84 },
    { x: 246, y: 34 },
  ]);
  expect(scaleBar).toEqual({ value: 1, length: 50 });
  expect(mapLayout({ points: [{ x: 1, y: 1 }] }, 100, 100).points).toEqual([{ x: 50, y: 34 }]);
});
