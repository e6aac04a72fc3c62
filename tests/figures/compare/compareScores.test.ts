import { describe, expect, it } from "vitest";
import { compareScores, differenceOf } from "@/lib/figures/compare/compareScores";

const keyed = (...scores: number[]) => scores.map((score, index) => ({ key: String(index), score }));

describe("compareScores", () => {
  it("ranks both sides, standardises them, and correlates their ranks", () => {
    const { compared, srcc } = compareScores(keyed(1, 2, 3), keyed(30, 10, 20));
    expect(compared.map(({ ranks }) => ranks)).toEqual([
      [3, 1],
      [2, 3],
      [1, 2],
    ]);
    expect(compared[0]?.standardised[0]).toBeCloseTo(-1.2247, 4);
    expect(compared[0]?.standardised[1]).toBeCloseTo(1.2247, 4);
    expect(srcc).toBeCloseTo(-0.5, 10);
  });

  it("calls it positive where the second predictor thinks more of it", () => {
    const [first] = compareScores(keyed(1, 2, 3), keyed(30, 10, 20)).compared;
    expect(first && differenceOf(first, "ranks")).toBe(2);
    expect(first && differenceOf(first, "standardised")).toBeCloseTo(2.4495, 4);
  });

  it("leaves out and counts what one side does not score", () => {
    const { compared, numUnpaired, srcc } = compareScores(keyed(1, NaN, 3), keyed(1, 2));
    expect(compared.map(({ key }) => key)).toEqual(["0"]);
    expect(numUnpaired).toBe(2);
    expect(srcc).toBeNaN();
  });
});
