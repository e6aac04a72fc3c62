import { describe, expect, it } from "vitest";
import type { ModuleScore } from "@/lib/core/module";
import { synergies } from "@/lib/figures/modules/synergy";

const pair = (first: number, second: number, score: number, halfWidth = 0): ModuleScore => ({
  unitIndex: 0,
  layers: [0, 1],
  nodes: [[first], [second]],
  hop: 1,
  score,
  low: score - halfWidth,
  high: score + halfWidth,
  support: 1,
});

/** A table of scores, one row an operation in the first place. */
const grid = (rows: readonly (readonly number[])[], halfWidth = 0): ModuleScore[] =>
  rows.flatMap((row, first) => row.map((score, second) => pair(first, second, score, halfWidth)));

describe("synergies", () => {
  it("are 0 where operations add up", () => {
    for (const found of synergies(
      grid([
        [70, 71, 73],
        [72, 73, 75],
      ]),
    ))
      expect(found?.synergy).toBeCloseTo(0, 12);
  });

  it("are what a pair is worth beyond row and column", () => {
    // Mean 71; rows 70 and 72, columns 70 and 72.
    const found = synergies(
      grid([
        [70, 70],
        [70, 74],
      ]),
    );
    expect(found.map((each) => each?.expected)).toEqual([69, 71, 71, 73]);
    expect(found.map((each) => each?.synergy)).toEqual([1, -1, -1, 1]);
  });

  it("are sure only where the whole interval lies beyond what the parts say", () => {
    const rows = [
      [70, 70],
      [70, 74],
    ];
    expect(synergies(grid(rows, 0.9)).map((each) => each?.sure)).toEqual(["more", "less", "less", "more"]);
    expect(synergies(grid(rows, 1.1)).map((each) => each?.sure)).toEqual([null, null, null, null]);
    expect(synergies(grid(rows)).map((each) => each?.sure)).toEqual([null, null, null, null]);
  });

  it("find the least squares of observed modules, which are not balanced", () => {
    // Additive but for one pair that is missing: the fit is exact.
    const scores = [pair(0, 0, 1), pair(0, 1, 2), pair(1, 0, 4), pair(0, 2, 3), pair(2, 0, 0), pair(1, 1, 5)];
    for (const found of synergies(scores)) expect(found?.synergy).toBeCloseTo(0, 8);
  });

  it("are not known of single nodes, of scores that are no numbers, and of too few modules", () => {
    const single = { ...pair(0, 0, 1), layers: [0], nodes: [[0]] };
    expect(synergies([single])).toEqual([null]);
    expect(synergies([pair(0, 0, 1), pair(1, 1, 2)])).toEqual([null, null]);
    expect(
      synergies([
        ...grid([
          [70, 70],
          [70, 74],
        ]),
        pair(0, 0, NaN),
      ]).at(-1),
    ).toBeNull();
  });

  it("compare modules of the same places only", () => {
    const later = grid([
      [1, 1],
      [1, 5],
    ]).map((score) => ({ ...score, layers: [1, 2] }));
    const found = synergies([
      ...grid([
        [70, 70],
        [70, 74],
      ]),
      ...later,
    ]);
    expect(found.map((each) => each?.synergy)).toEqual([1, -1, -1, 1, 1, -1, -1, 1]);
  });
});
