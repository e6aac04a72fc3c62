import { describe, expect, it } from "vitest";
import { jackknifeInterval } from "@/lib/predictor/jackknife";

const same = (latent: number): number => latent;

describe("the jackknife's interval", () => {
  it("of five parts: deviations -2, -1, 0, 1, 2 from their mean, error sqrt(4/5 * 10), times t(4) = 2.132", () => {
    const { value, low, high } = jackknifeInterval(Float64Array.of(10, 1, 2, 3, 4, 5), same);
    expect(value).toBe(10);
    expect(low).toBeCloseTo(10 - 6.0302, 4);
    expect(high).toBeCloseTo(10 + 6.0302, 4);
  });

  it("of two parts: error sqrt(1/2 * 2) = 1, times t(1) = 6.314", () => {
    const { low, high } = jackknifeInterval(Float64Array.of(0, 4, 6), same);
    expect(low).toBeCloseTo(-6.314, 12);
    expect(high).toBeCloseTo(6.314, 12);
  });

  it("of eleven parts uses the normal's quantile 1.645", () => {
    // Five at -1, five at 1, one at 0: error sqrt(10/11 * 10) = 3.0151.
    const parts = [...Array<number>(5).fill(-1), ...Array<number>(5).fill(1), 0];
    expect(jackknifeInterval(Float64Array.of(0, ...parts), same).high).toBeCloseTo(4.9599, 4);
  });

  it("has no width where every part says the same", () =>
    expect(jackknifeInterval(Float64Array.of(3, 7, 7, 7), same)).toEqual({ value: 3, low: 3, high: 3 }));

  it("is 1.645 deviations of what unseen rows show, where parts that err alike differ by less", () => {
    const alike = Float64Array.of(3, 7, 7, 7);
    expect(jackknifeInterval(alike, same, 4)).toEqual({ value: 3, low: 3 - 2 * 1.645, high: 3 + 2 * 1.645 });
  });

  it("is its own where unseen rows show less", () =>
    expect(jackknifeInterval(Float64Array.of(0, 4, 6), same, 1).high).toBeCloseTo(6.314, 12));

  it("is taken on the latent scale and then brought to the target", () => {
    const { value, low, high } = jackknifeInterval(Float64Array.of(0, 4, 6), Math.exp);
    expect(value).toBe(1);
    expect(low).toBeCloseTo(Math.exp(-6.314), 9);
    expect(high).toBeCloseTo(Math.exp(6.314), 9);
  });
});
