import { expect, it } from "vitest";
import { mappedOperation } from "@/lib/figures/map/operationMap";
import { mapLayout } from "@/lib/figures/map/mapLayout";

it("the layout keeps one scale for both axes, is as high as needed, and says how long a difference is", () => {
  const operations = [mappedOperation([0], "a"), mappedOperation([1], "b")];
  const two = [
    { x: 0, y: 0 },
    { x: 4, y: 1 },
  ];
  const { points, scaleBar, height } = mapLayout({ points: two, operations }, 292, 268);
  expect(height).toBe(118);
  expect(points).toEqual([
    { x: 46, y: 84 },
    { x: 246, y: 34 },
  ]);
  expect(scaleBar).toEqual({ value: 1, length: 50 });
  expect(mapLayout({ points: [{ x: 1, y: 1 }], operations: [] }, 100, 100).points).toEqual([
    { x: 50, y: 34 },
  ]);
});
