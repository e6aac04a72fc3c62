import { describe, expect, it } from "vitest";
import { isWithin, nullBand } from "@/lib/core/trust/nullBand";

describe("nullBand", () => {
  it("is the interval of a single effect", () => {
    const band = nullBand([{ effect: 0.1, low: -0.4, high: 0.6 }]);
    expect(band?.low).toBeCloseTo(-0.4, 4);
    expect(band?.high).toBeCloseTo(0.6, 4);
  });

  it("holds the central 90 % of effects that have no interval", () => {
    const effects = Array.from({ length: 101 }, (_, index) => index - 50);
    const band = nullBand(effects.map((effect) => ({ effect, low: effect, high: effect })));
    expect(band?.low).toBeCloseTo(-45, 4);
    expect(band?.high).toBeCloseTo(45, 4);
    expect(band?.numEffects).toBe(101);
  });

  it("is wider than the effects where their intervals are", () => {
    const band = nullBand([
      { effect: 0.01, low: -0.99, high: 1.01 },
      { effect: -0.01, low: -1.01, high: 0.99 },
    ]);
    expect(band?.high).toBeGreaterThan(0.99);
    expect(band && isWithin(band, 0.5)).toBe(true);
    expect(band && isWithin(band, -1.5)).toBe(false);
  });

  it("is nothing where no effect is a number", () => {
    expect(nullBand([{ effect: NaN, low: 0, high: 1 }])).toBeNull();
    expect(nullBand([])).toBeNull();
  });
});
