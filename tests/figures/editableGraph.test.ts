import { describe, expect, it } from "vitest";
import { editableGraph } from "@/lib/figures/editableGraph";
import { NODE_HEIGHT } from "@/lib/figures/graphLayout";
import { nodeCells } from "../builder/graph/graphs";

const { space } = nodeCells.dataset;
const chain = [[[1], [0], [0], [2]]];

/** Heights at which a path runs level, as `H` says; 0 edges of a chain have none. */
const levels = (path: string): number[] =>
  [...path.matchAll(/,([\d.-]+)H/g)].map(([, height]) => Number(height));

describe("a graph that is edited", () => {
  it("edges that pass a node of their row run outside of it, each at a height of its own", () => {
    const { edges, nodes } = editableGraph(space, { units: chain, edges: [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] }); // prettier-ignore
    const passing = edges.filter(({ path }) => levels(path).length > 0);
    expect(passing.map(({ edge }) => edge)).toEqual([[0, 2], [0, 3], [1, 3]]); // prettier-ignore
    const heights = passing.flatMap(({ path }) => levels(path));
    expect(new Set(heights).size).toBe(3);
    const row = nodes[0]?.y ?? NaN;
    for (const height of heights) expect(height < row || height > row + NODE_HEIGHT).toBe(true);
  });

  it("the drawing holds all of them", () => {
    const { edges, height, nodes } = editableGraph(space, { units: chain, edges: [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] }); // prettier-ignore
    const all = [...edges.flatMap(({ path }) => levels(path)), ...nodes.map(({ y }) => y + NODE_HEIGHT)];
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(height);
  });

  it("edges to the next column have nothing to pass", () =>
    expect(editableGraph(space, { units: chain, edges: [[0, 1], [1, 2], [2, 3]] }).edges.flatMap(({ path }) => levels(path))).toEqual([])); // prettier-ignore
});
