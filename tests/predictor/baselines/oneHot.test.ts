import { expect, it } from "vitest";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { createOneHot } from "@/lib/predictor/baselines/oneHot";

const space: SearchSpace = {
  structure: "chain",
  units: [{ name: "layers", lengths: [1, 2] }],
  nodeFeatures: [{ name: "op", kind: "categorical", values: ["a", "b"] }],
  globalFeatures: [{ name: "width", kind: "continuous", values: [100, 300] }],
  notation: "test",
  constants: {},
};
const row = (width: number, ...codes: number[]) => ({
  id: "x",
  units: [codes.map((code) => [code])],
  globals: [width],
});

it("a continuous feature is one column of numbers, whatever values the labelled rows have of it", () => {
  const { encode, numColumns } = createOneHot(space, [row(100, 0), row(200, 0)]);
  // The width, length 1, the node at its place, and its operation anywhere and there.
  expect(numColumns).toBe(5);
  expect([...encode(row(250, 0))]).toEqual([250, 1, 1, 1, 1]);
});

it("modules that no labelled row holds are not counted", () => {
  const { encode } = createOneHot(space, [row(100, 0)]);
  expect([...encode(row(100, 1, 0))]).toEqual([100, 0, 0, 1, 0]);
});
