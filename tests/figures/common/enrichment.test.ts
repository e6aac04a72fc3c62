import { describe, expect, it } from "vitest";
import { enrichment, holdingsOf, significantCells } from "@/lib/figures/common/enrichment";
import { stagedSpace } from "@/lib/figures/fixtures";

const operations = [0, 1].flatMap((expand) => [0, 1, 2].map((kernel) => [expand, kernel]));

/** 200 architectures: e3k3 or e3k5 in the first layer, then one or two layers, by turns. */
const architectures = Array.from({ length: 200 }, (_, index) => ({
  units: [
    [[0, index % 2], ...(index % 4 < 2 ? [[1, 2]] : [])],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ],
}));
const all = Uint32Array.from(architectures.keys());
const holdings = holdingsOf(stagedSpace, operations, architectures);

describe("enrichment", () => {
  it("finds what the chosen hold and others do not, with its counts", () => {
    const chosen = Uint32Array.from({ length: 50 }, (_, index) => 4 * index);
    const found = enrichment(holdings, chosen, all);
    expect([found.numChosen, found.numAll, found.numCompared]).toEqual([50, 200, 4]);
    const [first, ...others] = significantCells(found);
    expect(first).toMatchObject({ count: 50, total: 100, difference: 0.5 });
    expect(first?.adjustedP).toBeLessThan(1e-15);
    expect(others.map(({ count }) => count)).toEqual([0, 50, 0]);
  });

  it("has a row for the layer that shorter units lack", () => {
    expect(holdings.rows.at(-1)).toEqual({ operation: null, label: "no layer" });
    const { cells } = enrichment(holdings, Uint32Array.from([2, 3]), all);
    expect(cells.find(({ rowIndex, columnIndex }) => rowIndex === 6 && columnIndex === 1)).toMatchObject({
      count: 2,
      total: 100,
    });
  });

  it("calls nothing significant where all or a handful by chance are chosen", () => {
    expect(significantCells(enrichment(holdings, all, all))).toEqual([]);
    expect(significantCells(enrichment(holdings, Uint32Array.from([0, 1, 2, 3]), all))).toEqual([]);
    expect(
      enrichment(holdings, new Uint32Array(), all).cells.every(({ difference }) => difference === 0),
    ).toBe(true);
  });
});
