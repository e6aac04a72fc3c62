import { describe, expect, it } from "vitest";
import { normal, seededRandom, shuffled } from "@/lib/core/random";
import { mean, standardDeviation } from "@/lib/core/stats";

describe("seededRandom", () => {
  it("repeats its numbers for a seed", () => {
    const first = seededRandom(7);
    const second = seededRandom(7);
    expect([first(), first(), first()]).toEqual([second(), second(), second()]);
    expect(seededRandom(8)()).not.toBe(seededRandom(7)());
  });

  it("is uniform over [0, 1)", () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 20_000 }, random);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(mean(draws)).toBeCloseTo(0.5, 2);
  });

  it("shuffles without losing anything and without touching its input", () => {
    const items = [1, 2, 3, 4, 5, 6];
    const result = shuffled(items, seededRandom(3));
    expect(items).toEqual([1, 2, 3, 4, 5, 6]);
    expect(result).not.toEqual(items);
    expect([...result].sort()).toEqual(items);
  });

  it("draws normal numbers of mean 0 and deviation 1", () => {
    const random = seededRandom(5);
    const draws = Array.from({ length: 20_000 }, () => normal(random));
    expect(mean(draws)).toBeCloseTo(0, 1);
    expect(standardDeviation(draws)).toBeCloseTo(1, 1);
  });
});
