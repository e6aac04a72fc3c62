import { describe, expect, it } from "vitest";
import { cameOut, listsText, parseLists, type KeptList } from "@/components/search/next/keptLists";

const list: KeptList = {
  seed: 1,
  rule: "upper-bound",
  targets: ["accuracy"],
  runs: [
    { key: "0,1", predicted: [{ value: 75, low: 74, high: 76 }] },
    { key: "1,1", predicted: [{ value: 74, low: 73, high: 75 }] },
  ],
};

describe("lists of what is to be measured", () => {
  it("come back from the browser's storage, twenty at most, the oldest forgotten", () => {
    expect(parseLists(listsText([list]))).toEqual([list]);
    const many = Array.from({ length: 25 }, (_, index) => ({ ...list, seed: index }));
    expect(parseLists(listsText(many)).map(({ seed }) => seed)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 5),
    );
  });

  it("are dropped where what is stored is none of ours", () => {
    expect(parseLists(null)).toEqual([]);
    expect(parseLists("{")).toEqual([]);
    expect(parseLists('{"seed":1}')).toEqual([]);
    expect(parseLists(JSON.stringify([{ ...list, runs: [{ key: 3 }] }, list]))).toEqual([list]);
  });

  it("find their measurements by architecture, in their order, those without a value left out", () => {
    const architecture = { id: "run-1-002", units: [[[1, 1]]], globals: [] };
    const rows = new Map([
      ["1,1", { architecture, measured: 74.5 }],
      ["0,1", { architecture, measured: NaN }],
    ]);
    expect(cameOut(list, rows)).toEqual([
      { architecture, measured: 74.5, predicted: { value: 74, low: 73, high: 75 } },
    ]);
  });
});
