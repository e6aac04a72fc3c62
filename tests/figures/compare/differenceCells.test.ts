import { describe, expect, it } from "vitest";
import { compareScores } from "@/lib/figures/compare/compareScores";
import {
  differenceCells,
  featureDifferenceGrid,
  positionDifferenceGrid,
} from "@/lib/figures/compare/differenceCells";
import { featureRows } from "@/lib/figures/featureMatrix";
import { cellSpace, featureEvidence, fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";

const keyed = (...entries: (readonly [string, number])[]) =>
  entries.map(([key, score]) => ({ key, score, low: score, high: score }));

describe("differenceCells", () => {
  const grid = featureDifferenceGrid(featureRows(featureEvidence, stagedSpace));

  it("puts each value of a feature where the figure of one predictor has it", () => {
    expect(grid.rowLabels).toEqual(["unit", "expand", "kernel"]);
    expect(grid.places.filter(({ rowIndex }) => rowIndex === 2)).toEqual([
      { key: "kernel 3", rowIndex: 2, columnIndex: 0, text: "3" },
      { key: "kernel 5", rowIndex: 2, columnIndex: 1, text: "5" },
      { key: "kernel 7", rowIndex: 2, columnIndex: 2, text: "7" },
    ]);
  });

  it("draws what both score, positive where the second thinks more of it", () => {
    const { compared } = compareScores(
      keyed(["kernel 3", 1], ["kernel 5", 2], ["kernel 7", 3]),
      keyed(["kernel 3", 9], ["kernel 7", 5]),
    );
    const cells = differenceCells(grid, compared, "ranks");
    // Of the two that both score, the first predictor ranks kernel 3 second, the second ranks it first.
    expect(cells.map(({ key, difference }) => [key, difference])).toEqual([
      ["kernel 3", 1],
      ["kernel 7", -1],
    ]);
    expect(differenceCells(grid, compared, "standardised")[0]?.difference).toBeCloseTo(2, 12);
  });
});

it("a cell's differences lie on its edges, an operation a row", () => {
  const { operations } = shownOperations(cellSpace, []);
  const scores = positionModules(cellSpace, operations).map(fixtureScore);
  const grid = positionDifferenceGrid(cellSpace, positionMatrix(cellSpace, operations, scores));
  expect(grid.rowLabels).toEqual(["none", "skip", "conv1", "conv3", "pool3"]);
  expect(grid.columnLabels).toEqual(["0->1", "0->2", "1->2", "0->3", "1->3", "2->3"]);
  expect(grid.places).toHaveLength(30);
  expect(grid.places[7]).toEqual({ key: "0:1=2", rowIndex: 2, columnIndex: 1, text: "" });
});
