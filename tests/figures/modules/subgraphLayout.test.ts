import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { cellSpace, stagedSpace } from "@/lib/figures/fixtures";
import { moduleEdges, subgraphLayout } from "@/lib/figures/modules/subgraphLayout";

describe("moduleEdges", () => {
  it("are those of the space between the module's layers", () =>
    expect(moduleEdges(cellSpace, { unitIndex: 0, layers: [1, 2, 5], nodes: [[0], [0], [0]] })).toEqual([
      [0, 2],
      [1, 2],
    ]));

  it("are its own where it brings some, and one after the other in a sequence", () => {
    const own = { unitIndex: 0, layers: [0, 3], nodes: [[0], [0]], edges: [[0, 1]] as const };
    expect(moduleEdges(cellSpace, own)).toEqual([[0, 1]]);
    expect(
      moduleEdges(
        stagedSpace,
        sequenceModule(0, [
          [0, 0],
          [0, 1],
          [0, 2],
        ]),
      ),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

it("sets a node behind all that send to it, and sources in the middle of their column", () => {
  const { width, height, nodes, edges } = subgraphLayout(
    3,
    [
      [0, 2],
      [1, 2],
    ],
    60,
  );
  expect([width, height]).toEqual([148, 60]);
  expect(nodes).toEqual([
    { x: 3, y: 3 },
    { x: 3, y: 35 },
    { x: 85, y: 19 },
  ]);
  expect(edges.map(({ key }) => key)).toEqual(["0>2", "1>2"]);
});
