import { describe, expect, it } from "vitest";
import { isTie, rankIntervals, tiesWithPrevious } from "@/lib/core/trust/rankIntervals";

const around = (score: number, half: number) => ({ score, low: score - half, high: score + half });

describe("rankIntervals", () => {
  it("gives those whose intervals overlap each other's ranks, and the rest their own", () => {
    expect(rankIntervals([around(10, 1), around(9, 1), around(5, 0.5), around(1, 0.5)])).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
      { best: 4, worst: 4 },
    ]);
  });

  it("leaves the order open where intervals touch, and is not transitive", () => {
    const [a, b, c] = [around(3, 0.5), around(2, 0.5), around(1, 0.5)];
    expect(rankIntervals([a, b, c])).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 3 },
      { best: 2, worst: 3 },
    ]);
    expect(isTie(a, c)).toBe(false);
    expect(tiesWithPrevious([a, b, c])).toEqual([false, true, true]);
  });

  it("gives no rank to what has no score, and does not count it", () => {
    expect(rankIntervals([around(NaN, 1), around(2, 0), around(1, 0)])).toEqual([
      null,
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
    ]);
    expect(tiesWithPrevious([around(2, 0), around(NaN, 1)])).toEqual([false, false]);
  });

  it("holds the true rank of every order that the intervals allow", () => {
    const scored = [around(4, 2), around(3, 0.2), around(2.5, 1), around(0, 1)];
    const intervals = rankIntervals(scored);
    for (const shift of [-1, -0.5, 0, 0.5, 1]) {
      const drawn = scored.map(
        ({ score, high }, index) => score + shift * (index % 2 ? -1 : 1) * (high - score),
      );
      drawn.forEach((value, index) => {
        const rank = 1 + drawn.filter((other) => other > value).length;
        expect(rank).toBeGreaterThanOrEqual(intervals[index]?.best ?? Infinity);
        expect(rank).toBeLessThanOrEqual(intervals[index]?.worst ?? 0);
      });
    }
  });
});
