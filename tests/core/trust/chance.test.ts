import { describe, expect, it } from "vitest";
import { chanceBound, judgeHop } from "@/lib/core/trust/chance";

describe("chanceBound", () => {
  it("is near the tabled critical values of Spearman's rank correlation, one-sided 5 %", () => {
    // Zar (1984), Table B.20: n = 10 0.564, n = 20 0.380, n = 30 0.306; at n = 6 only 0.771 (5.1 %) and 0.829 occur.
    expect(chanceBound(6)).toBeGreaterThan(0.7);
    expect(chanceBound(6)).toBeLessThan(0.83);
    expect(chanceBound(10)).toBeCloseTo(0.564, 1);
    expect(chanceBound(20)).toBeCloseTo(0.38, 1);
    expect(chanceBound(30)).toBeCloseTo(0.306, 1);
    expect(chanceBound(200)).toBeCloseTo(0.1166, 3);
  });

  it("lets no order of three rows be better than chance", () => {
    expect(chanceBound(3)).toBe(1);
    expect(judgeHop(1, 3)).toEqual({ verdict: "chance", bound: 1, numRows: 3 });
  });
});

describe("judgeHop", () => {
  it("calls 0.10 chance on 200 held-out rows and a ranking on 2,000", () => {
    expect(judgeHop(0.1, 200).verdict).toBe("chance");
    expect(judgeHop(0.1, 2000).verdict).toBe("ranks");
  });

  it("calls a hop that ranks the wrong way round chance", () => {
    expect(judgeHop(-0.8, 200).verdict).toBe("chance");
  });

  it("calls what could not be computed chance", () => {
    expect(judgeHop(NaN, 200).verdict).toBe("chance");
  });
});
