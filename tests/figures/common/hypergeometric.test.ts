import { describe, expect, it } from "vitest";
import { fisherP, holmAdjusted, logFactorials } from "@/lib/figures/common/hypergeometric";

const logs = logFactorials(20_000);

describe("fisherP", () => {
  it("is twice the share of draws at least as far out", () => {
    // 3 of 3 drawn from 6 with 3 marked: 1 of 20 draws.
    expect(fisherP(3, { total: 6, marked: 3, drawn: 3 }, logs)).toBeCloseTo(0.1, 12);
    expect(fisherP(0, { total: 6, marked: 3, drawn: 3 }, logs)).toBeCloseTo(0.1, 12);
    // 2 or 3 of them: (9 + 1) / 20, doubled.
    expect(fisherP(2, { total: 6, marked: 3, drawn: 3 }, logs)).toBeCloseTo(1, 12);
  });

  it("knows the tea tasting: 3 of 4 cups right are 17 of 70 draws", () =>
    expect(fisherP(3, { total: 8, marked: 4, drawn: 4 }, logs)).toBeCloseTo((2 * 17) / 70, 12));

  it("is 1 where everything or nothing is drawn or marked", () => {
    expect(fisherP(5, { total: 5, marked: 5, drawn: 5 }, logs)).toBe(1);
    expect(fisherP(0, { total: 5, marked: 0, drawn: 3 }, logs)).toBe(1);
    expect(fisherP(2, { total: 5, marked: 5, drawn: 2 }, logs)).toBe(1);
  });

  it("stays a probability with twenty thousand items", () => {
    const p = fisherP(1000, { total: 20_000, marked: 10_000, drawn: 1000 }, logs);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-290);
  });
});

it("Holm's correction multiplies the smallest by all comparisons, the next by one less, and keeps the order", () => {
  const adjusted = [...holmAdjusted([0.01, 0.04, 0.03, 0.5])];
  [0.04, 0.09, 0.09, 0.5].forEach((expected, index) => expect(adjusted[index]).toBeCloseTo(expected, 12));
  expect([...holmAdjusted([0.4, 0.9])]).toEqual([0.8, 0.9]);
  expect([...holmAdjusted([])]).toEqual([]);
});
