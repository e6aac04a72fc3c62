import { describe, expect, it } from "vitest";
import { imported, notes, readBack, valuesOf, written } from "./reading";

const cell = {
  adjacency: [
    [0, 1, 1],
    [0, 0, 1],
    [0, 0, 0],
  ],
  ops: ["input", "conv3x3-bn-relu", "output"],
};

describe("NAS-Bench-101 cells", () => {
  it("are graphs with edges of their own, of any size, and are written back", () => {
    const small = {
      adjacency: [
        [0, 1],
        [0, 0],
      ],
      ops: ["input", "output"],
    };
    const outcome = imported(
      JSON.stringify([
        { ...cell, acc: 1 },
        { ...small, acc: 2 },
      ]),
    );
    const { dataset, report } = outcome;
    expect(report).toMatchObject({ format: "nas-bench-101", structure: "graph", accepted: 2 });
    expect(dataset.architectures.map(({ edges }) => edges)).toEqual([
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      [[0, 1]],
    ]);
    expect(written(dataset)).toEqual([cell, small].map((one) => JSON.stringify(one)));
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
    expect(notes(outcome)).toContain("adjacency: Graphs of 2 to 3 nodes stand in one file.");
  });

  it.each([
    ["numpy's print", "[[0 1 1]\n [0 0 1]\n [0 0 0]]"],
    ["numpy's print of floats", "[[0. 1. 1.]\n [0. 0. 1.]\n [0. 0. 0.]]"],
    ["Python", "[[0, 1, 1], [0, 0, 1], [0, 0, 0]]"],
  ])("may hold their matrix as text: %s", (_name, matrix) => {
    const ops = "['input', 'conv3x3-bn-relu', 'output']";
    const { dataset } = imported(
      JSON.stringify([{ module_adjacency: matrix, module_operations: ops, acc: 1 }]),
    );
    expect(dataset.architectures[0]?.edges).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(written(dataset)[0]).toContain('"module_operations":["input","conv3x3-bn-relu","output"]');
  });

  it("may have operations without quotes, and a hash that is no result", () => {
    const { report } = imported("module_hash\tadjacency\tops\tacc\n17\t[[0,1],[0,0]]\t[input, output]\t0.9");
    expect(report.features[0]?.values).toEqual(["input", "output"]);
    expect(report.metrics.map(({ label }) => label)).toEqual(["acc"]);
  });

  it("may stand in one cell, with operations that leave out both ends", () => {
    const spec = { matrix: cell.adjacency, labels: ["conv3x3-bn-relu"] };
    const outcome = imported(JSON.stringify([{ spec, acc: 1 }]));
    expect(outcome.report.units[0]?.lengths).toEqual([3]);
    expect(notes(outcome)).toContain(
      "labels: In 1 row the operations leave out input and output; they were added as first and last node.",
    );
  });

  it("keep nodes that lead nowhere, and say so", () => {
    const dangling = {
      ...cell,
      adjacency: [
        [0, 0, 1],
        [0, 0, 0],
        [0, 0, 0],
      ],
    };
    const outcome = imported(JSON.stringify([{ ...dangling, acc: 1 }]));
    expect(written(outcome.dataset)).toEqual([JSON.stringify(dangling)]);
    expect(notes(outcome)).toContain(
      "adjacency: In 1 row the cell has nodes on no way from input to output. They are kept as written, although they do not change the network.",
    );
  });

  it("trained for different epochs are not repeats", () => {
    const rows = [4, 4, 108].map((epochs) => ({ ...cell, epochs, acc: epochs }));
    const { report, dataset } = imported(JSON.stringify(rows));
    expect(report.duplicates).toBe(1);
    expect(report.metrics.map(({ label }) => label)).toEqual(["acc"]);
    expect(written(dataset)[2]).toBe(JSON.stringify({ ...cell, epochs: 108 }));
  });
});
