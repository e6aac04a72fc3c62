import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { bestAt, weightedScore, winners } from "@/lib/figures/compare/weights";

describe("winners", () => {
  it("changes exactly where two lines cross", () => {
    // 0.25 x 1 + 0.75 x 3 = 2.5 = 0.25 x 4 + 0.75 x 2: the first leads below a weight of 0.25.
    const lines = [
      { first: 1, second: 3 },
      { first: 4, second: 2 },
    ];
    expect(winners(lines)).toEqual([
      { index: 0, from: 0, to: 0.25 },
      { index: 1, from: 0.25, to: 1 },
    ]);
  });

  it("leaves out a line that is never on top, and one that is on top at a corner only", () => {
    const lines = [
      { first: 0, second: 4 },
      { first: 2, second: 2 },
      { first: 4, second: 0 },
      { first: 1, second: 1 },
    ];
    expect(winners(lines)).toEqual([
      { index: 0, from: 0, to: 0.5 },
      { index: 2, from: 0.5, to: 1 },
    ]);
  });

  it("knows one winner where one line is above all others, and none where there is no line", () => {
    expect(
      winners([
        { first: 1, second: 1 },
        { first: 2, second: 2 },
        { first: NaN, second: 9 },
      ]),
    ).toEqual([{ index: 1, from: 0, to: 1 }]);
    expect(winners([])).toEqual([]);
  });

  it("agrees with trying every line at every weight", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 50; round++) {
      const lines = Array.from({ length: 40 }, () => ({ first: random(), second: random() }));
      const segments = winners(lines);
      expect(segments[0]?.from).toBe(0);
      expect(segments.at(-1)?.to).toBe(1);
      for (let step = 0; step <= 100; step++) {
        const weight = step / 100;
        const best = Math.max(...lines.map((line) => weightedScore(line, weight)));
        const winner = segments.find(({ from, to }) => from <= weight && weight <= to);
        const line = lines[winner?.index ?? -1];
        expect(line && weightedScore(line, weight)).toBeCloseTo(best, 12);
      }
    }
  });
});

describe("bestAt", () => {
  it("ranks by the weighted score, the first of equals first", () => {
    const lines = [
      { first: 1, second: 0 },
      { first: 0, second: 1 },
      { first: 1, second: 0 },
      { first: NaN, second: 5 },
    ];
    expect(bestAt(lines, 1, 2)).toEqual([0, 2]);
    expect(bestAt(lines, 0, 3)).toEqual([1, 0, 2]);
  });
});
