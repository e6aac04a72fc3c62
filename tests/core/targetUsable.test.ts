import { describe, expect, it } from "vitest";
import { targetProblem, targetUnit } from "@/lib/core/target";

describe("targets nothing can be learned from", () => {
  it("are those without rows, without variation and with too few rows", () => {
    expect(targetProblem(Float64Array.of(NaN))).toBe("No row has this target.");
    expect(targetProblem(Float64Array.of(NaN, 2, 2))).toBe(
      "Every row has the same target, 2: there is nothing to rank.",
    );
    expect(targetProblem(Float64Array.from({ length: 29 }, (_, index) => index))).toBe(
      "Only 29 rows have this target; at least 30 are needed.",
    );
    expect(targetProblem(Float64Array.from({ length: 30 }, (_, index) => index))).toBeNull();
  });
});

it("a metric and its negation keep their unit, anything computed has none", () => {
  const metrics = [{ name: "latency", unit: "ms" }];
  expect(["latency", "- latency", "latency * 2"].map((text) => targetUnit(text, metrics))).toEqual([
    "ms",
    "ms",
    null,
  ]);
});
