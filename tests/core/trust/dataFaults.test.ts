import { describe, expect, it } from "vitest";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { seededRandom } from "@/lib/core/random";
import { parseTarget, targetValues } from "@/lib/core/target";
import { dataFaults } from "@/lib/core/trust/dataFaults";
import type { SearchSpace } from "@/lib/core/searchSpace";

const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [2] },
    { name: "unit 2", lengths: [2] },
  ],
  nodeFeatures: [
    { name: "kernel", kind: "ordinal", values: [3, 5] },
    { name: "expand", kind: "ordinal", values: [3, 6] },
  ],
  globalFeatures: [{ name: "resolution", kind: "ordinal", values: [192, 224] }],
  notation: "block-tokens",
  constants: {},
};
const metric = (name: string): Metric => ({ name, label: name, unit: null, goal: null });
const metrics = [metric("accuracy"), metric("latency")];

/** 200 rows with every choice made on its own. */
function rowsBy(change: (row: EvaluatedArchitecture, random: () => number) => EvaluatedArchitecture) {
  const random = seededRandom(5);
  const bit = () => (random() < 0.5 ? 0 : 1);
  return Array.from({ length: 200 }, (_, index) => {
    const unit = () => [
      [bit(), bit()],
      [bit(), bit()],
    ];
    const row = {
      id: String(index),
      row: index + 1,
      units: [unit(), unit()],
      globals: [bit()],
      metrics: [70 + random(), 10 + random()],
    };
    return change(row, random);
  });
}

function faultsOf(architectures: readonly EvaluatedArchitecture[], text = "accuracy") {
  const parsed = parseTarget(text, metrics);
  if (!parsed.ok) throw new Error(parsed.message);
  const { values } = targetValues({ architectures }, parsed.target);
  const faults = dataFaults({ space, metrics, architectures, targets: values, target: parsed.target });
  // Nine bits in 200 rows repeat now and then, which is not what most of these facts are about.
  return faults.filter(({ kind }) => kind !== "duplicates").map(({ text: words }) => words);
}

describe("dataFaults", () => {
  it("finds none where every choice is made on its own", () => {
    expect(faultsOf(rowsBy((row) => row))).toEqual([]);
  });

  it("names a feature that never varies and its value", () => {
    const rows = rowsBy((row) => ({
      ...row,
      globals: [1],
      units: row.units.map((unit) => unit.map(([k = 0]) => [k, 0])),
    }));
    expect(faultsOf(rows)).toEqual([
      "expand is 3 in every measured row.",
      "resolution is 224 in every measured row.",
    ]);
  });

  it("names what an import set aside because it never varies, three by name", () => {
    const rows = rowsBy((row) => row);
    const constants = { activation: "relu", source: null, depth: 4, bias: 1, groups: 2, kernel: 3 };
    const found = dataFaults({
      space: { ...space, constants },
      metrics,
      architectures: rows,
      targets: Float64Array.from(rows, ({ metrics: [value] }) => value ?? NaN),
      target: null,
    });
    expect(found.filter(({ kind }) => kind === "constant").map(({ text }) => text)).toEqual([
      "Every row has the same activation (relu), depth (4), bias (1) and 1 more.",
    ]);
  });

  it("calls the columns of a flat table by their names", () => {
    const flat: SearchSpace = {
      ...space,
      structure: "flat",
      units: [{ name: "settings", lengths: [2], layerNames: ["width", "width_copy"] }],
      globalFeatures: [],
    };
    const rows = rowsBy((row) => {
      const [bit = 0] = row.globals;
      return {
        ...row,
        globals: [],
        units: [
          [
            [bit, 0],
            [0, bit],
          ],
        ],
      };
    });
    const targets = Float64Array.from(rows, ({ metrics: [value] }) => value ?? NaN);
    expect(
      dataFaults({ space: flat, metrics, architectures: rows, targets, target: null }).map(
        ({ text }) => text,
      ),
    ).toContain("width and width_copy always change together.");
  });

  it("names features and places that always change together", () => {
    const together = rowsBy((row) => ({
      ...row,
      units: row.units.map((unit) => unit.map(([k = 0]) => [k, 1 - k])),
    }));
    expect(faultsOf(together)).toEqual(["kernel and expand always change together."]);
    const copied = rowsBy((row) => ({
      ...row,
      units: [row.units[0] ?? [], [row.units[0]?.[0] ?? [], row.units[1]?.[1] ?? []]],
    }));
    expect(faultsOf(copied)).toEqual([
      "the operation at unit 1, layer 1 and the operation at unit 2, layer 1 always change together.",
    ]);
  });

  it("says which metric alone decides an expression", () => {
    const rows = rowsBy((row, random) => ({ ...row, metrics: [70 + random(), 10 + 1000 * random()] }));
    expect(faultsOf(rows, "accuracy - latency")).toEqual([
      "latency alone orders the rows almost as accuracy - latency does (SRCC -1.00).",
    ]);
    expect(faultsOf(rows, "accuracy - latency / 1000")).toEqual([]);
  });

  it("counts the distinct values of a coarse target", () => {
    const rows = rowsBy((row, random) => ({ ...row, metrics: [random() < 0.7 ? 70 : 71, 1] }));
    expect(faultsOf(rows)[0]).toMatch(
      /^The target takes only 2 distinct values in 200 rows; 1[34]\d rows have 70\.$/,
    );
    expect(faultsOf(rowsBy((row) => ({ ...row, metrics: [70, 1] })))[0]).toBe(
      "All 200 rows have the same target, 70.",
    );
  });

  it("counts rows that repeat an architecture, and few rows", () => {
    const [first] = rowsBy((row) => row);
    if (first === undefined) throw new Error("There are rows.");
    const architectures = [first, { ...first, metrics: [71, 9] }];
    const targets = Float64Array.of(70, 71);
    const texts = dataFaults({ space, metrics, architectures, targets, target: null }).map(
      ({ text }) => text,
    );
    expect(texts).toContain("1 of 2 measured rows repeats the architecture of an earlier row.");
    expect(texts).toContain("Only 2 rows have the target.");
  });

  it("looks at measured rows only", () => {
    expect(
      dataFaults({
        space,
        metrics,
        architectures: rowsBy((row) => row),
        targets: new Float64Array(200).fill(NaN),
        target: null,
      }),
    ).toEqual([]);
  });
});
