import { describe, expect, it } from "vitest";
import { imported, notes, readBack, valuesOf, written } from "./reading";

const list = (length: number, value: (index: number) => number): number[] =>
  Array.from({ length }, (_, index) => value(index));
const proxyless = {
  wid: null,
  ks: list(21, (index) => [3, 5, 7][index % 3] ?? 3),
  e: list(21, (index) => [3, 4, 6][index % 3] ?? 3),
};

describe("once-for-all configurations", () => {
  it("of ProxylessNAS have 21 blocks, the last one alone, with its depth in d or not", () => {
    for (const d of [
      [4, 4, 4, 4, 4, 1],
      [4, 4, 4, 4, 4],
    ]) {
      const config = { ...proxyless, d, r: [224] };
      const { dataset } = imported(JSON.stringify([{ config, acc: 1 }]));
      expect(valuesOf(dataset)[0]?.units.map((unit) => unit.length)).toEqual([4, 4, 4, 4, 4, 1]);
      expect(valuesOf(dataset)[0]?.units[5]).toEqual([{ expand: 6, kernel: 7 }]);
      expect(written(dataset)).toEqual([JSON.stringify(config)]);
      expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
    }
  });

  it("cut a depth that the last single block cannot have, and say so", () => {
    const outcome = imported(JSON.stringify([{ config: { ...proxyless, d: [4, 4, 4, 4, 4, 3] }, acc: 1 }]));
    expect(outcome.report.units[5]?.lengths).toEqual([1]);
    expect(notes(outcome)).toContain(
      "config: In 1 row d gives the last unit more than its only block; it counts as 1.",
    );
  });

  it("are written back in Python with wid, inactive blocks filled up", () => {
    const text = "{'wid': None, 'ks': [3, 5, 7, 3], 'e': [3, 4, 6, 3], 'd': [1, 2], 'r': [224]}";
    const { dataset } = imported(JSON.stringify([{ "Sub-network": text, acc: 1 }]));
    expect(written(dataset)).toEqual([
      text.replace("[3, 5, 7, 3]", "[3, 3, 7, 3]").replace("[3, 4, 6, 3]", "[3, 3, 6, 3]"),
    ]);
  });

  it("may be columns of any case, with the resolution as a number", () => {
    const { dataset } = imported('[{"KS": [3, 5], "E": [3, 4], "D": [1, 1], "R": 160, "acc": 1}]');
    expect(written(dataset)).toEqual(['{"KS":[3,5],"E":[3,4],"D":[1,1],"R":160}']);
  });
});
