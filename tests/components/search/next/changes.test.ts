import { describe, expect, it } from "vitest";
import { moduleMoves, placesOf, spreadRows } from "@/components/search/next/changes";
import type { ModuleScore } from "@/lib/core/module";

const scored = (unitIndex: number, code: number, score: number): ModuleScore => ({
  unitIndex,
  layers: [0],
  nodes: [[code]],
  hop: 0,
  score,
  low: score - 1,
  high: score + 1,
  support: 1,
});
const unit = (unitIndex: number, scores: readonly number[]) =>
  scores.map((score, code) => scored(unitIndex, code, score));

describe("what training again changed", () => {
  it("is told by rank within units, the furthest move first", () => {
    const before = [...unit(0, [4, 3, 2, 1]), ...unit(1, [30, 20, 10])];
    const after = [...unit(0, [1, 4, 3, 2]), ...unit(1, [20, 30, 10])];
    const { moves, agreement } = moduleMoves(before, after, "max");
    expect(
      moves.map(({ module, ranks, numModules }) => [module.unitIndex, module.nodes, ranks, numModules]),
    ).toEqual([
      [0, [[0]], [1, 4], 4],
      [0, [[1]], [2, 1], 4],
      [0, [[2]], [3, 2], 4],
      [0, [[3]], [4, 3], 4],
      [1, [[0]], [1, 2], 3],
      [1, [[1]], [2, 1], 3],
    ]);
    // Spearman of the units: 1 - 6 * 12 / 60 and 1 - 6 * 2 / 24.
    expect(agreement).toBeCloseTo((-0.2 + 0.5) / 2, 12);
  });

  it("turns round where less is better", () => {
    const { moves } = moduleMoves(unit(0, [1, 2, 3]), unit(0, [2, 1, 3]), "min");
    expect(moves.map(({ module, ranks }) => [module.nodes, ranks])).toEqual([
      [[[0]], [1, 2]],
      [[[1]], [2, 1]],
    ]);
  });

  it("says nothing of modules that kept their rank", () => {
    expect(moduleMoves(unit(0, [1, 2, 3]), unit(0, [2, 4, 6]), "max")).toEqual({ moves: [], agreement: 1 });
  });

  it("gives the places of one architecture, ties sharing theirs", () => {
    const values = { before: [9, 5, 5, 1], after: [1, 2, 3, 4], measured: [4, 3, 2, 1] };
    expect(placesOf(1, values, "max")).toEqual({ before: 2.5, after: 3, measured: 2, numRanked: 4 });
    expect(placesOf(1, values, "min")).toEqual({ before: 2.5, after: 2, measured: 3, numRanked: 4 });
  });

  it("looks at rows evenly where there are too many, and always at the one that matters", () => {
    const rows = Array.from({ length: 10 }, (_, row) => row);
    expect(spreadRows(rows, 20, 3)).toEqual(rows);
    expect(spreadRows(rows, 5, 4)).toEqual([0, 2, 4, 6, 8]);
    expect(spreadRows(rows, 5, 3)).toEqual([0, 2, 4, 6, 3]);
  });
});
