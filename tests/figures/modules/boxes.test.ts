import { describe, expect, it } from "vitest";
import { boxesLayout, boxOf, farthest } from "@/lib/figures/modules/boxes";

const box = (...values: number[]) => boxOf(values.map((value, item) => ({ item, value })));

describe("boxOf", () => {
  it("draws whiskers to the last value within 1.5 box lengths and sets the rest apart", () => {
    const found = box(1, 2, 3, 4, 5, 6, 7, 8, 30);
    expect(found).toMatchObject({ count: 9, q1: 3, median: 5, q3: 7, whiskerLow: 1, whiskerHigh: 8 });
    expect(found?.outliers).toEqual([{ item: 8, value: 30 }]);
  });

  it("leaves out what is no number, and is null where nothing is left", () => {
    expect(box(NaN, 4)).toMatchObject({ count: 1, q1: 4, median: 4, q3: 4, outliers: [] });
    expect(box(NaN, Infinity)).toBeNull();
    expect(box()).toBeNull();
  });
});

it("draws the eight farthest dots of a side and counts the others", () => {
  const far = Array.from({ length: 12 }, (_, index) => 100 + index);
  const found = box(...Array.from({ length: 60 }, (_, index) => index / 60), ...far, -50);
  const { drawn, numHidden } = farthest(found ?? { outliers: [], median: 0 });
  expect(drawn.map(({ value }) => value)).toEqual([-50, 104, 105, 106, 107, 108, 109, 110, 111]);
  expect(numHidden).toBe(4);
});

describe("boxesLayout", () => {
  const only = box(0, 5, 10);
  const rows = only === null ? [] : [{ id: "a", label: "a", box: only }];

  it("puts all boxes on one axis", () => {
    const layout = boxesLayout([{ name: "unit 1", rows }], { left: 60, plotWidth: 100 });
    expect(layout.rows[0]?.x).toEqual({ q1: 85, median: 110, q3: 135, whiskerLow: 60, whiskerHigh: 160 });
    expect(layout.groups).toEqual([{ name: "unit 1", y: 42 }]);
  });

  it("has an axis without boxes, and one for boxes of one value", () => {
    expect(boxesLayout([], { left: 0 }).rows).toEqual([]);
    const one = box(4, 4);
    if (one === null) throw new Error("Two values make a box.");
    const { rows: drawn } = boxesLayout([{ name: "", rows: [{ id: 1, label: "", box: one }] }], { left: 0 });
    expect(drawn[0]?.x.median).toBe(260);
  });
});
