import { describe, expect, it } from "vitest";
import { columnFormat } from "@/components/data/columnFormat";
import { summarySentence } from "@/components/data/DataSummary";
import { rangeWords } from "@/components/data/FilterBar";
import { metricTitle } from "@/components/data/metricWords";
import { numBetter } from "@/components/data/rank";
import { steppedPosition, tableWidths } from "@/components/data/tableGeometry";

describe("columnFormat", () => {
  const written = (...values: number[]) => values.map(columnFormat(Float64Array.from(values)));

  it("writes the decimals that the column has", () =>
    expect(written(0.9, 0.9132, 0.8945)).toEqual(["0.9000", "0.9132", "0.8945"]));

  it("writes no more decimals than tell a thousandth of the range apart", () =>
    expect(written(75.4481234, 71.1)).toEqual(["75.448", "71.100"]));

  it("groups thousands and gives large numbers one common prefix", () => {
    expect(written(5372, 20990)).toEqual(["5,372", "20,990"]);
    expect(written(193971712, 506480288)).toEqual(["194.0M", "506.5M"]);
  });

  it("writes a column without numbers, of one value, and of tiny ones", () => {
    expect(columnFormat(Float64Array.of(NaN))(1.5)).toBe("1.5");
    expect(written(0, 0)).toEqual(["0", "0"]);
    expect(written(0.00001, 0.00002)).toEqual(["0.00001", "0.00002"]);
  });
});

describe("metricTitle", () => {
  it("adds the unit where the label does not say it", () => {
    expect(metricTitle({ label: "accuracy", unit: "fraction" })).toBe("accuracy (fraction)");
    expect(metricTitle({ label: "Latency (ms)", unit: "ms" })).toBe("Latency (ms)");
    expect(metricTitle({ label: "score", unit: null })).toBe("score");
  });
});

describe("rangeWords", () => {
  it("says open ends in words", () => {
    expect(rangeWords({ low: 0.9, high: 0.91 })).toBe("0.9 to 0.91");
    expect(rangeWords({ low: 0.9, high: Infinity })).toBe("at least 0.9");
    expect(rangeWords({ low: -Infinity, high: 12 })).toBe("at most 12");
  });
});

describe("summarySentence", () => {
  it("counts everything, with what was rejected", () =>
    expect(
      summarySentence({
        report: {
          format: "block-tokens",
          structure: "staged",
          numArchitectures: 2043,
          accepted: 2000,
          rejected: 1,
          duplicates: 1450,
          candidates: [],
          columns: [],
          merged: 42,
          failed: 9,
          noise: [],
          units: [{ name: "unit 1", lengths: [2, 3] }],
          features: [
            { name: "expand", kind: "ordinal", scope: "node", values: [3, 6] },
            { name: "kernel", kind: "ordinal", scope: "node", values: [3, 5] },
          ],
          metrics: [],
          issues: [],
        },
      }),
    ).toBe(
      "2,000 architectures of 1 unit, 2 features, 0 metrics; 9 failed; 42 rows merged; 1 rejected; measured more than once: 1,450",
    ));
});

describe("numBetter", () => {
  const column = Float64Array.of(3, NaN, 1, 3, 2);

  it("counts the values that are better, by the goal, among the measured ones", () => {
    expect(numBetter(column, 2, "max")).toEqual({ better: 2, measured: 4 });
    expect(numBetter(column, 2, "min")).toEqual({ better: 1, measured: 4 });
  });
});

describe("steppedPosition", () => {
  it("moves by one, by a page, and to the ends, and stays inside", () => {
    expect(steppedPosition("ArrowDown", 4, 10, 5)).toBe(5);
    expect(steppedPosition("ArrowUp", 0, 10, 5)).toBe(0);
    expect(steppedPosition("PageDown", 7, 10, 5)).toBe(9);
    expect(steppedPosition("Home", 7, 10, 5)).toBe(0);
    expect(steppedPosition("End", 0, 10, 5)).toBe(9);
  });

  it("starts at the top without a selection, and ignores other keys and empty tables", () => {
    expect(steppedPosition("ArrowDown", -1, 10, 5)).toBe(0);
    expect(steppedPosition("Enter", 3, 10, 5)).toBe(null);
    expect(steppedPosition("ArrowDown", -1, 0, 5)).toBe(null);
  });
});

describe("tableWidths", () => {
  const architecture = (numUnits: number, length: number) => ({
    id: "a",
    row: 1,
    globals: [],
    metrics: [],
    units: Array.from({ length: numUnits }, () => Array.from({ length }, () => [0])),
  });

  it("gives a node 10 px where the longest strip fits, less where it would not, never below 3", () => {
    expect(tableWidths([architecture(4, 4)], []).cellWidth).toBe(10);
    expect(tableWidths([architecture(1, 64)], []).cellWidth).toBe(5);
    expect(tableWidths([architecture(1, 500)], []).cellWidth).toBe(3);
  });

  it("makes room for the longest id, within reason", () => {
    const idWidth = (id: string) =>
      Number(/^\S+ \S+ minmax\((\d+)px/.exec(tableWidths([{ ...architecture(1, 1), id }], []).template)?.[1]);
    expect(["a", "network-99999", "x".repeat(80)].map(idWidth)).toEqual([80, 109, 150]);
  });
});
