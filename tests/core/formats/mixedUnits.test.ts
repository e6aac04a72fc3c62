import { describe, expect, it } from "vitest";
import { mixedUnits } from "@/lib/core/formats/mixedUnits";

describe("mixedUnits", () => {
  it("names both clusters of milliseconds and seconds", () =>
    expect(mixedUnits([12, 15, 18, 0.013, 0.016])).toBe(
      "2 values lie between 0.013 and 0.016, 3 between 12 and 18, about 1,000 times as large: are two units mixed?",
    ));

  it("suspects fractions among percent", () =>
    expect(mixedUnits([0.71, 0.72, 73, 74, 70])).toContain("about 100 times as large"));

  it("suspects seconds among milliseconds where most of the large values are means over both", () =>
    expect(mixedUnits([1, 1.7, 1.8, 1.9, 4, 75, 200, 210, 240, 880, 950])).toBe(
      "5 values lie between 1 and 4, 6 between 75 and 950, the largest about 1,000 times as large: " +
        "are two units mixed, in some rows within one mean?",
    ));

  it.each([
    ["one cluster", [70, 71, 75, 80]],
    ["a wide spread without a gap", [0.001, 0.01, 0.1, 1, 10, 100]],
    ["a gap of another factor", [1, 1.1, 40, 44, 50]],
    ["a gap, and nothing a unit apart at the top", [1, 2, 3, 40, 90, 150, 200]],
    ["a class of networks some 200 times as quick", [1.5, 1.6, 1.8, 2, 90, 200, 350, 400, 480]],
    ["accuracies at chance, of 100 classes", [1, 1, 1, 40, 60, 70, 73, 10]],
    ["too few values", [1, 1000]],
    ["zeros and one size", [0, 0, 0, 5, 6, 7, 8]],
  ])("finds nothing in %s", (_name, values) => expect(mixedUnits(values)).toBeNull());
});
