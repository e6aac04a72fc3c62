import { describe, expect, it } from "vitest";
import {
  columnsLine,
  columnsToDecide,
  duplicatesLine,
  rowsLine,
  spaceLine,
} from "@/components/import/checkWords";
import { featureNumber, metricWords, shortList, unitWords, wholeNumber } from "@/components/import/words";

describe("words of what was recognised", () => {
  it("names neighbouring units of the same lengths together", () =>
    expect(
      unitWords([
        { name: "stem", lengths: [1] },
        { name: "unit 1", lengths: [2, 3, 4] },
        { name: "unit 2", lengths: [2, 3, 4] },
        { name: "unit 3", lengths: [2, 3, 4] },
        { name: "head", lengths: [2] },
      ]),
    ).toEqual(["stem: 1 layer", "unit 1 to unit 3: 2 to 4 layers each", "head: 2 layers"]));

  it("says unit and goal of a metric once", () => {
    expect(metricWords({ label: "Top-1 Acc (%)", unit: "%", goal: "max" })).toBe(
      "Top-1 Acc (%, more is better)",
    );
    expect(metricWords({ label: "latency", unit: "ms", goal: null })).toBe("latency (ms)");
    expect(metricWords({ label: "zen", unit: null, goal: null })).toBe("zen");
  });

  it("cuts a long list and says how much it left out", () => {
    expect(shortList(["a", "b", "c"], 2)).toBe("a; b; and 1 more");
    expect(shortList(["a", "b"], 2)).toBe("a; b");
  });

  it("reads numbers of people, and nothing else", () => {
    expect([featureNumber(" 0.5 "), featureNumber("-3"), featureNumber(""), featureNumber("7x")]).toEqual([
      0.5,
      -3,
      null,
      null,
    ]);
    expect([wholeNumber("4"), wholeNumber("0"), wholeNumber("2.5"), wholeNumber("-1")]).toEqual([
      4,
      0,
      null,
      null,
    ]);
  });
});

describe("lines of the topics", () => {
  const metric = { name: "a", label: "a", unit: null, min: 0, max: 1, missing: 0, suspicion: null };

  it("counts columns by role, and metrics without a goal", () =>
    expect(
      columnsLine({
        columns: [
          { label: "arch", role: "architecture", example: "" },
          { label: "a", role: "metric", example: "1" },
          { label: "b", role: "metric", example: "1" },
          { label: "date", role: "ignored", example: "" },
        ],
        metrics: [
          { ...metric, goal: "max" },
          { ...metric, goal: null },
        ],
      }),
    ).toBe("4 columns: 1 architecture, 2 metrics, 1 ignored; no goal yet: 1 metric"));

  it("asks for a decision only where a metric looks wrong", () => {
    expect(columnsToDecide({ metrics: [{ ...metric, goal: null }] })).toBeNull();
    expect(columnsToDecide({ metrics: [{ ...metric, goal: "min", suspicion: "ms and s" }] })).toBe(
      "1 metric looks wrong",
    );
  });

  it("says what became of duplicates and of rows", () => {
    expect(duplicatesLine({ duplicates: 211, merged: 0 })).toBe(
      "211 rows repeat an architecture of an earlier row; all are kept",
    );
    expect(duplicatesLine({ duplicates: 1, merged: 1 })).toBe(
      "1 row repeats an architecture of an earlier row; 1 row merged",
    );
    expect(rowsLine({ numArchitectures: 2373, rejected: 3, failed: 1 })).toBe(
      "2,373 rows read, 3 rejected, 1 failed evaluation",
    );
  });

  it("names units, features and how many constants there are", () =>
    expect(
      spaceLine({
        structure: "staged",
        units: [{ name: "unit 1", lengths: [1] }],
        nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
        globalFeatures: [],
        notation: "block-tokens",
        constants: { stride: 2, unknown: null },
      }),
    ).toBe("1 unit; kernel; 1 constant"));
});
