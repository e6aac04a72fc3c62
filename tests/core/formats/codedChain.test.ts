import { describe, expect, it } from "vitest";
import { imported, notes, readBack, valuesOf, written } from "./reading";

const chain = (text: string) => {
  const { report, dataset } = imported(text);
  expect(report).toMatchObject({ format: "coded-chain", structure: "chain" });
  return { lengths: report.units[0]?.lengths, ops: report.features[0]?.values, written: written(dataset) };
};

describe("coded chains", () => {
  it("have a character a layer and may differ in length", () =>
    expect(chain("arch,acc\n1114,1\n12,2\n211,3")).toEqual({
      lengths: [2, 3, 4],
      ops: ["1", "2", "4"],
      written: ["1114", "12", "211"],
    }));

  it("keep the zeros in front", () =>
    expect(chain("Arch,acc\n02012100,1\n00000000,2\n12212100,3")).toEqual({
      lengths: [8],
      ops: ["0", "1", "2"],
      written: ["02012100", "00000000", "12212100"],
    }));

  it("get back the zeros that a number lost, and say so", () => {
    const outcome = imported(
      '[{"arch": 2012100, "acc": 1}, {"arch": 12212100, "acc": 2}, {"arch": 12010200, "acc": 3}]',
    );
    expect(written(outcome.dataset)).toEqual(["02012100", "12212100", "12010200"]);
    expect(notes(outcome)).toEqual([
      "arch: Codes are stored as numbers, which lose zeros in front. In 1 row they were filled up to 8 layers. Store codes as text if chains may be shorter.",
    ]);
  });

  it("stay as long as they are where numbers have no zeros", () =>
    expect(chain('[{"arch": 1114, "acc": 1}, {"arch": 12, "acc": 2}]').written).toEqual(["1114", "12"]));

  it("may be letters", () =>
    expect(chain("encoding,acc\nabcabc,1\ncbaabc,2\naaabbb,3").ops).toEqual(["a", "b", "c"]));

  it.each([
    ["colons", "64:32:16", "8:32:64"],
    ["dashes", "2-0-1", "1-1-0"],
    ["a frame that all share", "64-1114-basic", "64-2114-basic"],
    ["a tuple", '"(4, 3, 0)"', '"(0, 0, 3)"'],
    ["names", "conv|skip|pool", "skip|skip|conv"],
  ])("are written back with %s", (_name, first, second) => {
    const texts = [first, second].map((text) => text.replaceAll('"', ""));
    const { dataset } = imported(`arch,acc\n${first},1\n${second},2`);
    expect(written(dataset)).toEqual(texts);
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("are found without a telling name only where zeros stand in front", () => {
    const codes = Array.from({ length: 10 }, (_, row) => `0${(row + 100).toString(3)},${row}`);
    expect(imported(["net1,accuracy", ...codes].join("\n")).report.format).toBe("coded-chain");
  });

  it("are not seen in names of models", () =>
    expect(() => imported("arch,acc\nresnet18,1\nresnet34,2\nresnet50,3")).toThrow(
      "No column holds architectures",
    ));
});
