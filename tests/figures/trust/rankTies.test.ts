import { describe, expect, it } from "vitest";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { rankTies } from "@/lib/figures/trust/rankTies";
import type { ModuleScore } from "@/lib/core/module";

const scored = (layer: number, score: number, half: number): ModuleScore => ({
  unitIndex: 0,
  layers: [layer],
  nodes: [[0]],
  hop: 0,
  score,
  low: score - half,
  high: score + half,
  support: 1,
});

describe("rankTies", () => {
  it("gives every ranked module the ranks it may have and whether it is tied with the one before", () => {
    const { ranked } = rankModules([scored(0, 1, 0.2), scored(1, 5, 1), scored(2, 4.5, 1)]);
    expect(ranked.map(({ key }) => rankTies(ranked).get(key))).toEqual([
      { best: 1, worst: 2, tiedWithPrevious: false },
      { best: 1, worst: 2, tiedWithPrevious: true },
      { best: 3, worst: 3, tiedWithPrevious: false },
    ]);
  });

  it("says nothing where scores have no intervals", () => {
    const { ranked } = rankModules([scored(0, 1, 0), scored(1, 2, 0)]);
    expect(rankTies(ranked).size).toBe(0);
  });
});
