import { describe, expect, it } from "vitest";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { filterRows, parseTerms, sortRows } from "@/lib/core/filter";
import { indexRows } from "@/lib/core/rowIndex";
import type { SearchSpace } from "@/lib/core/searchSpace";

const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1, 2] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [{ name: "resolution", kind: "ordinal", values: [192, 224] }],
  notation: "blocks",
  constants: {},
};

/** e6k7 e3k3 | e3k5; e3k3 | e6k7; e3k5 | e3k5 e3k5 */
const architectures: EvaluatedArchitecture[] = [
  {
    id: "Net-A",
    row: 2,
    units: [
      [
        [1, 2],
        [0, 0],
      ],
      [[0, 1]],
    ],
    globals: [0],
    metrics: [0.9, 12],
  },
  { id: "Net-B", row: 3, units: [[[0, 0]], [[1, 2]]], globals: [1], metrics: [0.8, null] },
  {
    id: "e6k7-like",
    row: 4,
    units: [
      [[0, 1]],
      [
        [0, 1],
        [0, 1],
      ],
    ],
    globals: [1],
    metrics: [0.7, 10],
  },
];
const index = indexRows(architectures, space, 2);
const rows = (text: string, ranges: Parameters<typeof filterRows>[1]["ranges"] = []) => [
  ...filterRows(index, { text, ranges }),
];

describe("indexRows", () => {
  it("makes a column of each metric, NaN where it was not measured", () =>
    expect(index.metrics.map((column) => [...column])).toEqual([
      [0.9, 0.8, 0.7],
      [12, NaN, 10],
    ]));

  it("counts nodes and keeps each label once", () => {
    expect([...index.sizes]).toEqual([3, 2, 3]);
    expect(index.labels).toEqual(["e6k7", "e3k3", "e3k5", "resolution=192", "resolution=224"]);
  });
});

describe("filterRows", () => {
  it("keeps all rows without a filter", () => expect(rows("")).toEqual([0, 1, 2]));

  it("finds a word in operations and ids, whatever the case", () => {
    expect(rows("E6K7")).toEqual([0, 1, 2]);
    expect(rows("net-")).toEqual([0, 1]);
    expect(rows("k5")).toEqual([0, 2]);
  });

  it("asks for every word", () => expect(rows("e6k7 e3k3")).toEqual([0, 1]));

  it("looks into one unit after its number", () => {
    expect(rows("1:e6k7")).toEqual([0]);
    expect(rows("2:e6")).toEqual([1]);
    expect(rows("3:e6")).toEqual([]);
  });

  it("takes a quoted word as a whole operation, not as part of an id", () => {
    expect(rows('"e6k7"')).toEqual([0, 1]);
    expect(rows('"e6"')).toEqual([]);
  });

  it("finds values of the whole architecture", () => expect(rows("resolution=192")).toEqual([0]));

  it("keeps a range with both its ends and drops rows without the metric", () => {
    expect(rows("", [{ metricIndex: 0, low: 0.7, high: 0.8 }])).toEqual([1, 2]);
    expect(rows("", [{ metricIndex: 1, low: -Infinity, high: Infinity }])).toEqual([0, 2]);
  });
});

describe("parseTerms", () => {
  it("keeps spaces inside quotes, closed or not", () =>
    expect(parseTerms('2:"max pool" conv "open en')).toEqual([
      { text: "max pool", whole: true, unitIndex: 1 },
      { text: "conv", whole: false, unitIndex: null },
      { text: "open en", whole: true, unitIndex: null },
    ]));
});

describe("sortRows", () => {
  const column = Float64Array.of(2, NaN, 1, 2, NaN);
  const all = Uint32Array.of(0, 1, 2, 3, 4);

  it("puts missing values last both ways and keeps equal ones in order", () => {
    expect([...sortRows(all, column, "asc")]).toEqual([2, 0, 3, 1, 4]);
    expect([...sortRows(all, column, "desc")]).toEqual([0, 3, 2, 1, 4]);
  });

  it("leaves its input alone", () => expect([...all]).toEqual([0, 1, 2, 3, 4]));
});
