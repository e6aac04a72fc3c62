import { describe, expect, it } from "vitest";
import { imported, readBack, valuesOf, written } from "./reading";

const normal = "('sep_conv_3x3', 0), ('skip_connect', 1), ('sep_conv_3x3', 0), ('dil_conv_3x3', 2)";
const reduce = "('max_pool_3x3', 0), ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1)";
const call = `Genotype(normal=[${normal}], normal_concat=range(2, 4), reduce=[${reduce}], reduce_concat=range(2, 4))`;
const object = {
  normal: [
    ["sep_conv_3x3", 0],
    ["skip_connect", 1],
    ["sep_conv_3x3", 0],
    ["dil_conv_3x3", 2],
  ],
  normal_concat: [2, 3],
  reduce: [
    ["max_pool_3x3", 0],
    ["max_pool_3x3", 1],
    ["skip_connect", 2],
    ["max_pool_3x3", 1],
  ],
  reduce_concat: [2, 3],
};
const inCell = (genotype: string): string => `genotype,acc\n"${genotype.replaceAll('"', '""')}",1`;

describe("DARTS genotypes", () => {
  it("have a unit for each cell, and edges from the entries of the state that is read", () => {
    const { dataset, report } = imported(inCell(call));
    expect(report).toMatchObject({ format: "darts-genotype", structure: "graph", accepted: 1 });
    expect(report.units.map(({ name, lengths }) => [name, lengths])).toEqual([
      ["normal cell", [4]],
      ["reduce cell", [4]],
    ]);
    expect(valuesOf(dataset)[0]).toMatchObject({
      units: [
        [
          { op: "sep_conv_3x3", input: "c_{k-2}" },
          { op: "skip_connect", input: "c_{k-1}" },
          { op: "sep_conv_3x3", input: "c_{k-2}" },
          { op: "dil_conv_3x3", input: "node 1" },
        ],
        [{ op: "max_pool_3x3" }, { op: "max_pool_3x3" }, { op: "skip_connect", input: "node 1" }, {}],
      ],
      edges: [
        [0, 3],
        [1, 3],
        [4, 6],
        [5, 6],
      ],
    });
  });

  it("are written back as the call that they were", () => {
    const { dataset } = imported(inCell(call));
    expect(written(dataset)).toEqual([call]);
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("are written back as the JSON that they were", () => {
    const { dataset } = imported(JSON.stringify([{ genotype: object, acc: 1 }]));
    expect(written(dataset)).toEqual([JSON.stringify(object)]);
    expect(valuesOf(dataset)).toEqual(valuesOf(imported(inCell(call)).dataset));
  });

  it.each([
    ["with a name before it", `DARTS_V2 = ${call}`],
    ["with lists of states", call.replaceAll("range(2, 4)", "[2, 3]")],
    ["with list(range())", call.replaceAll("range(2, 4)", "list(range(2, 4))")],
  ])("are read %s", (_name, text) => expect(written(imported(inCell(text)).dataset)).toEqual([call]));

  it("may have the normal cell only, in columns of its own", () => {
    const { report } = imported(JSON.stringify([{ normal: object.normal, normal_concat: [2, 3], acc: 1 }]));
    expect(report).toMatchObject({ format: "darts-genotype", accepted: 1 });
    expect(report.units).toHaveLength(1);
  });
});
