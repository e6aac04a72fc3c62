import { describe, expect, it } from "vitest";
import {
  chosenAxes,
  FILE_ORDER,
  goalsText,
  nextSort,
  parseGoals,
  parseRanges,
  parseSort,
  rangesText,
  sortText,
  withRange,
} from "@/components/data/viewState";

const metrics = [
  { name: "params", goal: "min" },
  { name: "accuracy", goal: "max" },
  { name: "notes", goal: null },
] as const;

describe("ranges in the address", () => {
  it("are read with open ends", () =>
    expect(parseRanges("accuracy:0.9~0.91,params:~12", metrics)).toEqual([
      { metricIndex: 1, low: 0.9, high: 0.91 },
      { metricIndex: 0, low: -Infinity, high: 12 },
    ]));

  it("come back as they were written", () => {
    const text = "accuracy:-1e-7~,params:~12";
    expect(rangesText(parseRanges(text, metrics), metrics)).toBe(text);
    expect(rangesText([], metrics)).toBe(null);
  });

  it("are dropped where the metric is unknown, an end is no number, or the ends are crossed", () =>
    expect(parseRanges("flops:1~2,accuracy:x~1,params:3~2,,:~", metrics)).toEqual([]));

  it("replace the range of the same metric only", () => {
    const ranges = parseRanges("accuracy:0~1,params:2~3", metrics);
    expect(withRange(ranges, 1, { low: 5, high: 6 })).toEqual([
      { metricIndex: 0, low: 2, high: 3 },
      { metricIndex: 1, low: 5, high: 6 },
    ]);
    expect(withRange(ranges, 1, null)).toEqual([{ metricIndex: 0, low: 2, high: 3 }]);
  });
});

describe("the sort in the address", () => {
  it("is read and written", () => {
    expect(parseSort("accuracy.desc", metrics)).toEqual({ by: { metricIndex: 1 }, order: "desc" });
    expect(parseSort("size.asc", metrics)).toEqual({ by: "size", order: "asc" });
    expect(sortText({ by: { metricIndex: 1 }, order: "desc" }, metrics)).toBe("accuracy.desc");
  });

  it("is the file's order where it says nothing known", () => {
    expect(parseSort("flops.up", metrics)).toEqual(FILE_ORDER);
    expect(sortText(FILE_ORDER, metrics)).toBe(null);
  });

  it("goes from the better end to the other end to the file's order", () => {
    const by = { metricIndex: 1 };
    const first = nextSort(FILE_ORDER, by, "desc");
    const second = nextSort(first, { metricIndex: 1 }, "desc");
    expect([first.order, second.order]).toEqual(["desc", "asc"]);
    expect(nextSort(second, by, "desc")).toEqual(FILE_ORDER);
    expect(nextSort(second, { metricIndex: 0 }, "asc")).toEqual({ by: { metricIndex: 0 }, order: "asc" });
  });
});

describe("goals in the address", () => {
  it("are the dataset's, more where it has none, unless switched", () => {
    expect(parseGoals("", metrics)).toEqual(["min", "max", "max"]);
    expect(parseGoals("params:max,accuracy:sideways", metrics)).toEqual(["max", "max", "max"]);
  });

  it("name only what was switched", () => {
    expect(goalsText(["min", "max", "max"], metrics)).toBe(null);
    expect(goalsText(["max", "max", "min"], metrics)).toBe("params:max,notes:min");
  });
});

describe("chosenAxes", () => {
  it("puts a cost across and a gain up", () =>
    expect(chosenAxes({ x: null, y: null }, metrics)).toEqual({ x: 0, y: 1 }));

  it("follows the address where it names metrics", () => {
    expect(chosenAxes({ x: "notes", y: "params" }, metrics)).toEqual({ x: 2, y: 0 });
    expect(chosenAxes({ x: "nonsense", y: "accuracy" }, metrics)).toEqual({ x: 0, y: 1 });
  });

  it("takes two different metrics where goals do not tell them apart", () =>
    expect(chosenAxes({ x: null, y: "params" }, metrics)).toEqual({ x: 1, y: 0 }));
});
