import { expect, it } from "vitest";
import { compareUnits, edgeDifferences, numDifferences, numEdgeDifferences } from "@/lib/builder/comparison";

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

it("names the edges that only one of two graphs has", () => {
  const first = { edges: [[0, 1], [1, 2]] as const }; // prettier-ignore
  const second = { edges: [[0, 2], [1, 2]] as const }; // prettier-ignore
  expect(edgeDifferences(first.edges, second.edges)).toEqual({ onlyFirst: [[0, 1]], onlySecond: [[0, 2]] });
  expect(numEdgeDifferences(first, second)).toBe(2);
  expect(numEdgeDifferences({}, {})).toBe(0);
});
