import { describe, expect, it } from "vitest";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { gridLayout, labelWidth, neighbourCell } from "@/lib/figures/gridLayout";
import {
  MAX_OPERATIONS,
  positionMatrix,
  positionModules,
  shownOperations,
} from "@/lib/figures/positionMatrix";

describe("positionMatrix", () => {
  const { operations } = shownOperations(stagedSpace, []);
  const scores = positionModules(stagedSpace, operations).map(fixtureScore);
  const matrix = positionMatrix(stagedSpace, operations, scores);

  it("has a column for every layer of the longest units and a row for every operation", () => {
    expect(matrix.columns.map(({ unitIndex, layerIndex }) => `${unitIndex}.${layerIndex}`)).toEqual([
      "0.0",
      "0.1",
      "1.0",
      "1.1",
      "1.2",
      "2.0",
      "2.1",
      "2.2",
    ]);
    expect(matrix.rows.map(({ label }) => label)).toEqual(["e3k3", "e3k5", "e3k7", "e6k3", "e6k5", "e6k7"]);
    expect(matrix.cells).toHaveLength(48);
  });

  it("measures effects against the mean of their unit", () => {
    expect(matrix.unitMeans.map((mean) => Number(mean.toFixed(6)))).toEqual([74.375, 74.805556, 75.305556]);
    const corner = matrix.cells.find(({ key }) => key === "0:0=1,2");
    expect(corner?.evidence.score).toBeCloseTo(75, 10);
    expect(corner?.effect).toBeCloseTo(0.625, 10);
  });

  it("does not depend on the order of the scores", () => {
    const backwards = positionMatrix(stagedSpace, operations, [...scores].reverse());
    const placed = backwards.cells.find(({ key }) => key === "1:2=0,1");
    expect([placed?.columnIndex, placed?.rowIndex]).toEqual([4, 1]);
  });
});

describe("shownOperations", () => {
  const continuous = { nodeFeatures: [{ name: "width", kind: "continuous" as const, values: [0, 100] }] };

  it("takes the observed ones, in order, where the space cannot list its own", () => {
    const { operations, numOmitted } = shownOperations(continuous, [{ units: [[[7], [3]], [[7]]] }]);
    expect(operations).toEqual([[3], [7]]);
    expect(numOmitted).toBe(0);
  });

  it("keeps the most frequent and counts the rest", () => {
    const nodes = Array.from({ length: MAX_OPERATIONS + 2 }, (_, index) => [index]);
    const { operations, numOmitted } = shownOperations(continuous, [{ units: [nodes, [[65]]] }]);
    expect(operations).toHaveLength(MAX_OPERATIONS);
    expect(operations.at(-1)).toEqual([65]);
    expect(numOmitted).toBe(2);
  });
});

describe("gridLayout", () => {
  const layout = gridLayout({
    groupSizes: [2, 1],
    numRows: 2,
    cellWidth: 40,
    cellHeight: 20,
    left: 50,
    top: 30,
    groupGap: 10,
  });

  it("keeps gaps between groups of columns", () => {
    expect(layout.columnX).toEqual([50, 90, 140]);
    expect(layout.groups).toEqual([
      { x: 50, width: 80 },
      { x: 140, width: 40 },
    ]);
  });

  it("ends with the last cell", () => expect([layout.width, layout.height]).toEqual([180, 70]));

  it("estimates the width of its longest label", () => expect(labelWidth(["ab", "abcd"])).toBe(28));
});

describe("neighbourCell", () => {
  const cells = [
    { columnIndex: 0, rowIndex: 0 },
    { columnIndex: 2, rowIndex: 0 },
    { columnIndex: 0, rowIndex: 1 },
  ] as const;

  it("jumps over missing cells", () => expect(neighbourCell(cells, cells[0], "ArrowRight")).toBe(cells[1]));
  it("stays in its column", () => expect(neighbourCell(cells, cells[0], "ArrowDown")).toBe(cells[2]));
  it("ends at the edge", () => expect(neighbourCell(cells, cells[1], "ArrowDown")).toBeNull());
});
