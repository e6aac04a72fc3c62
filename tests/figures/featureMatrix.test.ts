import { expect, it } from "vitest";
import { featureRows } from "@/lib/figures/featureMatrix";
import { featureEvidence, stagedSpace } from "@/lib/figures/fixtures";

const rows = featureRows(featureEvidence, stagedSpace);

it("has a row a feature in the order of the scores", () =>
  expect(rows.map(({ feature }) => feature)).toEqual(["unit", "expand", "kernel"]));

it("puts values into their natural order", () =>
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [1, 2, 3],
    [3, 6],
    [3, 5, 7],
  ]));

it("measures effects against the mean of the feature, so that they add up to nothing", () => {
  expect(rows[1]?.mean).toBe(1);
  expect(rows[1]?.cells.map(({ effect }) => effect)).toEqual([-0.4, 0.3999999999999999]);
});

it("gives the distance between the best and the worst value", () =>
  expect(rows.map(({ spread }) => Number(spread.toFixed(6)))).toEqual([0.28, 0.8, 0.15]));

it("marks values no labelled architecture holds, and values whose interval holds the mean", () => {
  const marks = rows[2]?.cells.map(({ value, unseen, uncertain }) => [value, unseen, uncertain]);
  expect(marks).toEqual([
    [3, false, true],
    [5, true, true],
    [7, false, false],
  ]);
});

it("leaves out a feature with one value, which compares with nothing", () => {
  const alone = { feature: "resolution", value: 224, score: 1, low: 1, high: 1, support: 9 };
  expect(featureRows([alone], stagedSpace)).toEqual([]);
});
