import { expect, it } from "vitest";
import { compareUnits, numDifferences } from "@/lib/builder/comparison";

it("lines up two architectures and marks where they differ", () => {
  const places = compareUnits(
    [[[0, 1], null]],
    [
      [
        [0, 1],
        [1, 1],
        [0, 0],
      ],
      [[1, 0]],
    ],
  );
  expect(places).toEqual([
    [
      { first: [0, 1], second: [0, 1], differs: false },
      { first: null, second: [1, 1], differs: true },
      { first: null, second: [0, 0], differs: true },
    ],
    [{ first: null, second: [1, 0], differs: true }],
  ]);
  expect(numDifferences(places)).toBe(3);
});
