import { describe, expect, it } from "vitest";
import {
  cameOut,
  listsText,
  outcomesOf,
  parseLists,
  type KeptList,
} from "@/components/search/next/keptLists";

const interval = (value: number) => ({ value, low: value - 1, high: value + 1 });
const list: KeptList = {
  seed: 1,
  rule: "upper-bound",
  targets: ["accuracy", "latency"],
  predictorIds: ["p", "q"],
  goals: ["max", null],
  runs: [
    { key: "0,1", predicted: [interval(75), interval(9)] },
    { key: "1,1", predicted: [interval(74), interval(8)] },
    { key: "2,1", predicted: [interval(73), interval(7)] },
  ],
  retrained: [{ from: "p", to: "r", numMeasured: 2 }],
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

  it("are read as they were kept before they said who predicted", () => {
    const { predictorIds: _ids, goals: _goals, retrained: _retrained, ...older } = list;
    expect(parseLists(JSON.stringify([older]))).toEqual([
      { ...older, predictorIds: [], goals: [], retrained: [] },
    ]);
  });

  it("find their measurements by architecture, in their order, with every target of each", () => {
    const architecture = { id: "run-1-002", units: [[[1, 1]]], globals: [] };
    const rows = new Map([
      ["2,1", { architecture, measured: [NaN, NaN] }],
      ["1,1", { architecture, measured: [74.5, NaN] }],
      ["0,1", { architecture, measured: [NaN, 9.5] }],
    ]);
    const came = cameOut(list, rows);
    expect(came).toEqual([
      {
        architecture,
        outcomes: [
          { predicted: interval(75), measured: NaN },
          { predicted: interval(9), measured: 9.5 },
        ],
      },
      {
        architecture,
        outcomes: [
          { predicted: interval(74), measured: 74.5 },
          { predicted: interval(8), measured: NaN },
        ],
      },
    ]);
    expect(outcomesOf(came, 0)).toEqual([{ predicted: interval(74), measured: 74.5 }]);
    expect(outcomesOf(came, 1)).toEqual([{ predicted: interval(9), measured: 9.5 }]);
  });
});
