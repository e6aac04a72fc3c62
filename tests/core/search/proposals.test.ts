import { describe, expect, it } from "vitest";
import { sequenceModule, moduleKey, type ModuleScore } from "@/lib/core/module";
import { seededRandom } from "@/lib/core/random";
import { byImprovement, byRanking, byUpperBound, rankDoubts, turned } from "@/lib/core/search/proposals";

const prediction = (value: number, half: number) => ({ value, low: value - half, high: value + half });

describe("proposals by upper bound", () => {
  it("take what is hoped to be best, half-way to the upper end", () => {
    const candidates = [prediction(70, 1), prediction(69, 4), prediction(71, 0.5), prediction(60, 10)];
    // Hopes: 70.5, 71, 71.25, 65.
    expect(
      byUpperBound(
        candidates.map((one) => [one]),
        3,
      ),
    ).toEqual([2, 1, 0]);
  });

  it("turn what is to be lowered", () => {
    expect(turned({ value: 20, low: 18, high: 25 }, "min")).toEqual({ value: -20, low: -25, high: -18 });
    expect(turned({ value: 20, low: 18, high: 25 }, "max")).toEqual({ value: 20, low: 18, high: 25 });
  });

  it("with two objectives take the front of hopes first", () => {
    const candidates = [
      [prediction(1, 0), prediction(1, 0)],
      [prediction(3, 0), prediction(0, 0)],
      [prediction(0, 0), prediction(3, 0)],
    ];
    expect(byUpperBound(candidates, 3)).toHaveLength(3);
    expect(new Set(byUpperBound([...candidates, [prediction(4, 0), prediction(4, 0)]], 1))).toEqual(
      new Set([3]),
    );
  });
});

describe("proposals by improvement", () => {
  it("prefer a wide interval to a narrow one of the same value, and a better value to both", () => {
    const candidates = [prediction(70, 0.1), prediction(70, 3), prediction(76, 0.1)].map((one) => [one]);
    expect(byImprovement(candidates, [[71], [65]], 3, seededRandom(1))).toEqual([2, 1, 0]);
  });

  it("do not propose the same corner of the front twice while another is open", () => {
    const measured = [
      [0, 10],
      [5, 5],
      [10, 0],
    ];
    // Two equal candidates in one gap of the front, one in the other gap that adds a little less.
    const candidates = [
      [prediction(5, 0.01), prediction(9, 0.01)],
      [prediction(5, 0.01), prediction(9, 0.01)],
      [prediction(9, 0.01), prediction(4.5, 0.01)],
    ];
    const chosen = byImprovement(candidates, measured, 2, seededRandom(1));
    expect(chosen).toContain(2);
    expect(chosen.filter((index) => index !== 2)).toHaveLength(1);
  });

  it("repeat with the seed, and answer fewer where there are no more", () => {
    const candidates = Array.from({ length: 12 }, (_, index) => [prediction(index % 5, 1 + (index % 3))]);
    const once = byImprovement(candidates, [[2]], 20, seededRandom(3));
    expect(once).toHaveLength(12);
    expect(byImprovement(candidates, [[2]], 20, seededRandom(3))).toEqual(once);
  });
});

describe("proposals by ranking", () => {
  const scoreOf = (code: number, score: number, half: number): ModuleScore => ({
    ...sequenceModule(0, [[code]]),
    hop: 0,
    score,
    low: score - half,
    high: score + half,
    support: 1,
  });
  const scores = [scoreOf(0, 1, 0.1), scoreOf(1, 1.05, 0.1), scoreOf(2, 9, 0.1)];
  const keys = scores.map(moduleKey);

  it("doubt the rank of modules whose intervals overlap", () => {
    const doubts = rankDoubts(scores);
    // Distance 0.05 over sqrt(2) * 0.1 / 1.6449: 0.58 standard deviations, 28 % the other way round.
    expect(doubts.get(keys[0] ?? "")).toBeCloseTo(0.28, 2);
    expect(doubts.get(keys[1] ?? "")).toBeCloseTo(0.28, 2);
    expect(doubts.get(keys[2] ?? "")).toBeLessThan(1e-6);
  });

  it("measure unsure modules first, and other ones before the same again", () => {
    const doubts = new Map([
      ["a", 4],
      ["b", 3],
      ["c", 0.1],
    ]);
    const holders = [
      { moduleKeys: ["c"] },
      { moduleKeys: ["a"] },
      { moduleKeys: ["a"] },
      { moduleKeys: ["b"] },
    ];
    expect(byRanking(holders, doubts, 3)).toEqual([1, 3, 2]);
    expect(byRanking(holders, doubts, 9)).toHaveLength(4);
  });
});
