import { describe, expect, it } from "vitest";
import { bestOfReducedSpace, reducedSpace } from "@/lib/core/reducedSpace";

/** The last two units are scored as one. */
const space = {
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1, 2], joinsNext: true },
    { name: "unit 3", lengths: [1] },
  ],
};
const scores = [
  { unitIndex: 0, nodes: [[0]], score: 1 },
  { unitIndex: 0, nodes: [[1], [0]], score: 3 },
  { unitIndex: 0, nodes: [[1]], score: 2 },
  { unitIndex: 1, nodes: [[0], [5]], score: 10 },
  { unitIndex: 1, nodes: [[1], [0], [4]], score: 10.5 },
];

describe("a reduced search space", () => {
  it("keeps the best sequences of every unit, all where there are fewer", () => {
    const { choices, size } = reducedSpace(space, scores, [2, 9]);
    expect(choices.map((kept) => kept.map(({ score }) => score))).toEqual([
      [3, 2],
      [10.5, 10],
    ]);
    expect(size).toBe(4n);
  });

  it("orders architectures by the sum of scores, and parts units that are scored as one", () => {
    const reduced = reducedSpace(space, scores, [2, 2]);
    expect(bestOfReducedSpace(space, reduced, 2, 1)).toEqual([
      { units: [[[1], [0]], [[0]], [[5]]], sumOfScores: 13 },
      { units: [[[1]], [[1], [0]], [[4]]], sumOfScores: 12.5 },
    ]);
  });

  it("has an exact size beyond what a double holds", () => {
    const many = Array.from({ length: 7371 }, (_, index) => ({
      unitIndex: 0,
      nodes: [[index]],
      score: index,
    }));
    const five = [0, 1, 2, 3, 4].map(() => ({ name: "unit", lengths: [1] }));
    const all = five.flatMap((_, unitIndex) => many.map((one) => ({ ...one, unitIndex })));
    expect(reducedSpace({ units: five }, all, [7371, 7371, 7371, 7371, 7371]).size).toBe(
      21758655492572485851n,
    );
  });

  it("asks for one number per unit with sequences of its own", () =>
    expect(() => reducedSpace(space, scores, [1, 1, 1])).toThrow(
      "Every unit needs a number of sequences to keep: 2, not 3.",
    ));
});
