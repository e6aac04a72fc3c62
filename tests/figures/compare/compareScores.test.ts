import { describe, expect, it } from "vitest";
import { compareScores, differenceOf } from "@/lib/figures/compare/compareScores";

const around = (halfWidth: number, ...scores: number[]) =>
  scores.map((score, index) => ({
    key: String(index),
    score,
    low: score - halfWidth,
    high: score + halfWidth,
  }));
const keyed = (...scores: number[]) => around(0, ...scores);

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

  it("calls a difference beyond the intervals where they share no value in standard deviations", () => {
    // 1, 2, 3 and 10, 20, 30 are the same in standard deviations; 3, 2, 1 is the opposite.
    const beyond = (first: ReturnType<typeof around>, second: ReturnType<typeof around>) =>
      compareScores(first, second).compared.map((one) => one.beyond);
    expect(beyond(around(0.1, 1, 2, 3), around(1, 10, 20, 30))).toEqual([false, false, false]);
    expect(beyond(around(0.1, 1, 2, 3), around(1, 30, 20, 10))).toEqual([true, false, true]);
    expect(beyond(around(1.1, 1, 2, 3), around(11, 30, 20, 10))).toEqual([false, false, false]);
  });

  it("does not know what is beyond the intervals where one predictor gives none", () => {
    const [first] = compareScores(keyed(1, 2, 3), around(1, 30, 20, 10)).compared;
    expect(first?.beyond).toBeNull();
  });
});
