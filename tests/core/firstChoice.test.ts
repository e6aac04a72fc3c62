import { describe, expect, it } from "vitest";
import { beatsMeasured, ledByFirst, sureness } from "@/lib/core/firstChoice";

const prospect = (value: number, low: number) => ({ value, low });

describe("what to build first", () => {
  it("is preferred by twice its distance to the low end of its interval", () => {
    expect(sureness(prospect(80, 78))).toBe(76);
    // The higher promise is the less sure.
    expect(sureness(prospect(82, 78))).toBe(74);
  });

  it("is better than what was measured if a quarter of its doubt does not matter", () => {
    expect(beatsMeasured(prospect(80, 76), 78.9)).toBe(true);
    expect(beatsMeasured(prospect(80, 76), 79)).toBe(false);
  });

  it("leads a list in the order of predictions", () => {
    const chosen = [80, 83, 79, 81, 78].map((value) => ({ predicted: prospect(value, value - 1) }));
    const values = (count: number) => ledByFirst(chosen, count).map(({ predicted }) => predicted.value);
    expect(values(3)).toEqual([80, 79, 78]);
    // Nothing else is left: what promises more comes too.
    expect(values(5)).toEqual([83, 81, 80, 79, 78]);
    expect(ledByFirst([], 3)).toEqual([]);
  });
});
