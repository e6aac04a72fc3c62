import { describe, expect, it } from "vitest";
import {
  chooseRoots,
  inducedEdges,
  reachingNodes,
  rootedSubgraphs,
  sourcesByNode,
} from "@/lib/core/subgraphs";
import type { Edge } from "@/lib/core/architecture";

/** Node 3 hears from 1 and 2, which both hear from 0; 2 hears from 4 too. */
const edges: readonly Edge[] = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [4, 2],
];

describe("rooted subgraphs", () => {
  it("hold who reaches the root within the hops, the root last", () => {
    const sources = sourcesByNode(edges, 5);
    expect(reachingNodes(3, sources, 0)).toEqual([3]);
    expect(reachingNodes(3, sources, 1)).toEqual([1, 2, 3]);
    expect(reachingNodes(3, sources, 2)).toEqual([0, 1, 2, 4, 3]);
    expect(reachingNodes(3, sources, 9)).toEqual([0, 1, 2, 4, 3]);
  });

  it("keep the edges between their nodes, as positions", () =>
    expect(inducedEdges([1, 2, 3], edges)).toEqual([
      [0, 2],
      [1, 2],
    ]));

  it("carry the score of their root", () =>
    expect(rootedSubgraphs(edges, [5, 1, 2, 3, 4], [3], 1)).toEqual([
      {
        root: 3,
        nodes: [1, 2, 3],
        edges: [
          [0, 2],
          [1, 2],
        ],
        score: 3,
      },
    ]));
});

describe("roots", () => {
  const scores = [2, 9, 4, 4, 1];
  it("are the best few, equal scores in node order", () =>
    expect(chooseRoots(scores, { by: "count", count: 3 })).toEqual([1, 2, 3]));
  it("are those from a quantile on", () =>
    expect(chooseRoots(scores, { by: "quantile", quantile: 0.75 })).toEqual([1, 2, 3]));
  it("are those far above the mean", () =>
    expect(chooseRoots(scores, { by: "deviations", deviations: 1 })).toEqual([1]));
});
