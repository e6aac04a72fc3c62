import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { imported, notes, readBack, valuesOf } from "./reading";

const HEADER = "arch_id,unit,layer,op,kernel,resolution,top1,layer_ms";
const LINES = [
  "a,1,1,conv,3,224,70.5,0.1",
  "a,1,2,mbconv,5,224,70.5,0.2",
  "a,2,1,mbconv,3,224,70.5,0.3",
  "b,1,1,conv,5,192,71.5,0.1",
  "b,2,1,mbconv,5,192,71.5,0.2",
  "b,2,2,mbconv,3,192,71.5,0.3",
];
const csv = (...lines: readonly string[]): string => [HEADER, ...lines].join("\n");
const rejectedOf = (text: string): string[] => {
  const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(text) });
  return outcome.rejected.map(({ row, field, message }) => `row ${row}, ${field}: ${message}`);
};

describe("a table of one line a layer", () => {
  it("is grouped into architectures of units, with one row each", () => {
    const { dataset, report } = imported(csv(...LINES));
    expect([report.format, report.structure, report.numArchitectures, report.accepted]).toEqual([
      "layer-lines",
      "staged",
      2,
      2,
    ]);
    expect(dataset.architectures.map(({ id, row, metrics }) => [id, row, metrics])).toEqual([
      ["a", 2, [70.5]],
      ["b", 5, [71.5]],
    ]);
    expect(valuesOf(dataset)).toEqual([
      {
        units: [
          [
            { op: "conv", kernel: 3 },
            { op: "mbconv", kernel: 5 },
          ],
          [{ op: "mbconv", kernel: 3 }],
        ],
        globals: { resolution: 224 },
        edges: undefined,
      },
      {
        units: [
          [{ op: "conv", kernel: 5 }],
          [
            { op: "mbconv", kernel: 5 },
            { op: "mbconv", kernel: 3 },
          ],
        ],
        globals: { resolution: 192 },
        edges: undefined,
      },
    ]);
  });

  it("says what was grouped, and that results of layers were left out", () =>
    expect(notes(imported(csv(...LINES)))).toEqual([
      "arch_id: The file has one line a layer: 6 lines are 2 architectures, each the lines of one arch_id in the order of unit and layer. A row below is an architecture, called by its first line.",
      "layer_ms: differs from layer to layer and was left out: a metric has one value for an architecture.",
    ]));

  it("may have its lines in any order, and results in the first line alone", () => {
    const shuffled = [LINES[4], LINES[2], LINES[0], LINES[5], LINES[3], LINES[1]].map(String);
    const filled = shuffled.map((line, index) => (index > 1 ? line.replace(/7\d\.5/, "") : line));
    const { architectures, ...dataset } = imported(csv(...filled)).dataset;
    const straight = imported(csv(...LINES)).dataset;
    expect(valuesOf({ ...dataset, architectures }).reverse()).toEqual(valuesOf(straight));
    expect(architectures.map(({ id, metrics }) => [id, metrics])).toEqual([
      ["b", [71.5]],
      ["a", [70.5]],
    ]);
  });

  it("without units is a chain, and comes back from what it is written as", () => {
    const { dataset } = imported(
      "model,layer,op,top1\na,0,conv,1\na,1,pool,1\nb,0,pool,2\nb,1,conv,2\nb,2,conv,2\n",
    );
    expect([dataset.space.structure, dataset.space.units.map(({ lengths }) => lengths)]).toEqual([
      "chain",
      [[2, 3]],
    ]);
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("is read from JSON Lines too", () => {
    const lines = [
      { net: "a", layer: 1, op: "conv", top1: 1 },
      { net: "a", layer: 2, op: "pool", top1: 1 },
      { net: "b", layer: 1, op: "pool", top1: 2 },
      { net: "b", layer: 2, op: "pool", top1: 2 },
    ];
    const { report } = imported(lines.map((line) => JSON.stringify(line)).join("\n"));
    expect([report.format, report.accepted]).toEqual(["layer-lines", 2]);
  });

  it.each([
    [
      "results that differ",
      ["c,1,1,conv,3,224,72,0.1", "c,2,1,conv,3,224,73,0.1"],
      "row 8, top1: is 72 in row 8 and 73 in row 9, though both are of one architecture; give all its lines the same",
    ],
    [
      "a layer that stands twice",
      ["c,1,1,conv,3,224,72,0.1", "c,1,1,conv,3,224,72,0.1"],
      "row 8, arch_id: has layer 1 of unit 1 twice (rows 8 and 9)",
    ],
    [
      "a layer that is missing",
      ["c,1,1,conv,3,224,72,0.1", "c,1,3,conv,3,224,72,0.1"],
      "row 8, arch_id: has no layer 2 of unit 1 before layer 3 (row 9)",
    ],
    [
      "a layer without a number",
      ["c,1,first,conv,3,224,72,0.1"],
      "row 8, arch_id: row 8 has no number as its layer",
    ],
    [
      "lines of nobody",
      [",1,1,conv,3,224,72,0.1"],
      "row 8, arch_id: is empty, so that nothing tells whose layer this is",
    ],
  ])("rejects an architecture with %s, and says where", (_name, lines, error) =>
    expect(rejectedOf(csv(...LINES, ...lines))).toEqual([error]),
  );

  it.each([
    ["ids that do not repeat", "id,layer,op,top1\na,1,conv,1\nb,2,pool,2\nc,3,conv,3\n"],
    [
      "repeated runs that are numbered",
      "name,index,arch,top1\na,0,1114,1\na,1,1114,2\nb,0,1214,3\nb,1,1214,4\n",
    ],
    ["a number of layers", "name,depth,kernel,top1\na,2,3,1\na,3,3,2\nb,2,5,3\nb,3,5,4\n"],
  ])("is no table with %s", (_name, text) =>
    expect(imported(text).report.candidates.map(({ id }) => id)).not.toContain("layer-lines"),
  );
});
