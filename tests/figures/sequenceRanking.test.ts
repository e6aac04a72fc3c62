import { describe, expect, it } from "vitest";
import { candidateSequences, candidateSubgraphs, maxHop } from "@/lib/figures/candidates";
import {
  cellArchitecture,
  cellSpace,
  fixtureScore,
  stagedArchitecture,
  stagedSpace,
} from "@/lib/figures/fixtures";
import { filterRanking, intervalBars, rankModules } from "@/lib/figures/sequenceRanking";

describe("candidateSequences", () => {
  it("lists all sequences, the first layer outermost", () => {
    const { modules, exhaustive } = candidateSequences(stagedSpace, [], 1, 2);
    expect(modules).toHaveLength(36);
    expect(exhaustive).toBe(true);
    expect(modules[1]).toEqual({
      unitIndex: 1,
      layers: [0, 1],
      nodes: [
        [0, 0],
        [0, 1],
      ],
    });
  });

  it("lists the observed ones once where all would be too many", () => {
    const twice = [stagedArchitecture, stagedArchitecture];
    const { modules, exhaustive } = candidateSequences(stagedSpace, twice, 1, 3, 100);
    expect(modules.map(({ nodes }) => nodes)).toEqual([stagedArchitecture.units[1]]);
    expect(exhaustive).toBe(false);
  });
});

describe("candidateSubgraphs", () => {
  it("finds what reaches each node over one edge, the root last", () => {
    const { modules } = candidateSubgraphs(cellSpace, [cellArchitecture], 0, 1);
    expect(modules.map(({ layers }) => layers)).toEqual([
      [0, 2],
      [0, 4],
      [1, 2, 5],
    ]);
  });

  it("leaves out roots that gain nothing over a smaller hop", () => {
    const { modules } = candidateSubgraphs(cellSpace, [cellArchitecture], 0, 2);
    expect(modules).toEqual([{ unitIndex: 0, layers: [0, 1, 2, 5], nodes: [[3], [1], [2], [3]] }]);
  });

  it("knows how far anything is reached", () => {
    expect(maxHop(cellSpace.edges ?? [], 6)).toBe(2);
    expect(maxHop([], 3)).toBe(0);
  });
});

describe("rankModules", () => {
  const scores = candidateSequences(stagedSpace, [], 0, 1).modules.map(fixtureScore);
  const ranking = rankModules(scores);

  it("puts the best first", () => {
    expect(ranking.ranked.map(({ key }) => key)).toEqual([
      "0:0=1,2",
      "0:0=1,1",
      "0:0=0,2",
      "0:0=1,0",
      "0:0=0,1",
      "0:0=0,0",
    ]);
    expect(ranking.ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ranking.mean).toBeCloseTo(74.5, 10);
  });

  it("puts scores that are not numbers last and out of the mean", () => {
    const [first, ...others] = scores;
    if (first === undefined) throw new Error("The fixture has six scores.");
    const broken = rankModules([{ ...first, score: NaN }, ...others]);
    expect(broken.ranked.at(-1)?.key).toBe("0:0=0,0");
    expect(broken.mean).toBeCloseTo(74.6, 10);
  });

  it("keeps ranks when filtered", () => {
    const shown = filterRanking(ranking.ranked, { operation: "1,0", seenOnly: true });
    expect(shown.map(({ rank, key }) => [rank, key])).toEqual([[4, "0:0=1,0"]]);
  });

  it("places scores and intervals on one scale", () => {
    const bars = intervalBars(ranking, 110);
    const best = ranking.ranked[0];
    if (best === undefined) throw new Error("The fixture has six scores.");
    expect(bars.domain.map((value) => Number(value.toFixed(6)))).toEqual([73.85, 75.25]);
    expect(bars.bar(best.evidence).x1).toBeCloseTo(105, 10);
    expect(bars.meanX).toBeCloseTo(51.428571, 5);
  });
});
