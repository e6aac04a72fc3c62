import { describe, expect, it } from "vitest";
import { cellSpace, fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { pairMatrix, pairModules, pairPlaces } from "@/lib/figures/modules/pairMatrix";
import { shownOperations } from "@/lib/figures/positionMatrix";

describe("pairPlaces", () => {
  it("are layers behind each other in every unit", () =>
    expect(pairPlaces(stagedSpace).map(({ unitIndex, layers }) => [unitIndex, ...layers])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [1, 1, 2],
      [2, 0, 1],
      [2, 1, 2],
    ]));

  it("are what the edges of a cell join", () =>
    expect(pairPlaces(cellSpace).map(({ label }) => label)).toEqual([
      "0->1 → 1->2",
      "0->1 → 1->3",
      "0->2 → 2->3",
      "1->2 → 2->3",
    ]));

  it("are none where architectures bring edges of their own or columns have no order", () => {
    expect(pairPlaces({ ...stagedSpace, structure: "flat" })).toEqual([]);
    expect(pairPlaces({ ...cellSpace, structure: "graph", edges: undefined })).toEqual([]);
  });
});

it("a pair stands in the row of its first and the column of its second operation, against the mean of all", () => {
  const [place] = pairPlaces(cellSpace);
  if (place === undefined) throw new Error("The cell has no pair.");
  const { operations } = shownOperations(cellSpace, []);
  const { mean, cells } = pairMatrix(operations, pairModules(place, operations).map(fixtureScore));
  expect(cells).toHaveLength(25);
  // Codes weigh 0.4 in layer 1 and 0.4 / 3 in layer 3, and run from 0 to 4; every second node costs 0.15.
  expect(mean).toBeCloseTo(74 + 0.8 + 0.8 / 3 - 0.15, 10);
  const last = cells.at(-1);
  expect([last?.rowIndex, last?.columnIndex, last?.key]).toEqual([4, 4, "0:0=4;2=4"]);
  expect(last?.effect).toBeCloseTo(0.8 + 0.8 / 3, 10);
  expect(last?.synergy?.synergy).toBeCloseTo(0, 10);
});
