import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { moduleRows } from "@/lib/predictor/autobuild/moduleRows";
import { cellSpace, stagedSpace } from "./problem";

const [a, b] = [
  [0, 0],
  [1, 0],
];

describe("rows of modules", () => {
  it("are shared by nodes that have seen the same, hop by hop", () => {
    const modules = [sequenceModule(0, [a, b]), sequenceModule(0, [a, b, b]), sequenceModule(0, [b, b, b])];
    const { nodes, hops, roots } = moduleRows(stagedSpace, modules, [224], 4);
    // Layer 0 has a and b, layers 1 and 2 have b.
    expect(nodes.map(({ layerIndex, codes }) => [layerIndex, codes])).toEqual([
      [0, a],
      [1, b],
      [2, b],
      [0, b],
    ]);
    // Layer 1 after a (the second module's too), layer 2 after layer 1, layer 1 after b.
    expect(hops[0]).toEqual({ own: [1, 2, 1], sources: [[0], [1], [3]] });
    expect(hops[1]).toEqual({ own: [1, 1], sources: [[0], [2]] });
    expect(roots).toEqual([
      { hop: 1, row: 0 },
      { hop: 2, row: 0 },
      { hop: 2, row: 1 },
    ]);
  });

  it("end at the network's last hop", () => {
    const { hops, roots } = moduleRows(stagedSpace, [sequenceModule(0, [a, b, b])], [224], 1);
    expect(hops).toHaveLength(1);
    expect(roots).toEqual([{ hop: 1, row: 0 }]);
  });

  it("follow the edges of a cell, and bring no node further than its root needs", () => {
    const whole = { unitIndex: 0, layers: [0, 1, 2, 3], nodes: [[0], [1], [1], [2]] };
    const { nodes, hops, roots } = moduleRows(cellSpace, [whole], [], 4);
    expect(nodes).toHaveLength(4);
    // The root and the two nodes that send to it at hop 1, the root alone at hop 2.
    expect(hops.map(({ own }) => own.length)).toEqual([3, 1]);
    expect(hops[1]?.sources[0]).toHaveLength(2);
    expect(roots).toEqual([{ hop: 2, row: 0 }]);
  });
});
