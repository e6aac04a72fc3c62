import { describe, expect, it } from "vitest";
import { encodeModule, parseModule } from "@/lib/core/moduleCode";
import type { SearchSpace } from "@/lib/core/searchSpace";

const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [2, 3] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "width", kind: "continuous", values: [0.5, 1] },
  ],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
};

describe("moduleCode", () => {
  const module = {
    unitIndex: 0,
    layers: [0, 2],
    nodes: [
      [1, 0.75],
      [-1, 1],
    ],
  };

  it("writes unit, layers and codes", () => expect(encodeModule(module)).toBe("0:0=1,0.75;2=-1,1"));

  it("reads back what it wrote", () => expect(parseModule(encodeModule(module), space)).toEqual(module));

  it("reads back a subgraph with its edges, also one without any", () => {
    for (const edges of [[[0, 1]] as const, []])
      expect(parseModule(encodeModule({ ...module, edges }), space)).toEqual({ ...module, edges });
  });

  it.each([
    ["0:0=1,1@0>1", "an edge to a node that is not there"],
    ["0:0=1,1@0-0", "an edge that is none"],
    ["0:0=1,1@@", "edges twice"],
    ["", "no unit"],
    ["0", "no places"],
    ["2:0=1,1", "a unit the space does not have"],
    ["0:3=1,1", "a layer beyond the longest unit"],
    ["0:0=1,1;0=0,1", "a layer twice"],
    ["0:0=2,1", "a code beyond the values"],
    ["0:0=0.5,1", "half a code"],
    ["0:0=1", "too few codes"],
    ["0:0=1,x", "a code that is no number"],
    ["0:0=1,1:1", "a third part"],
    ["0:0=1,Infinity", "an infinite code"],
  ])("refuses %j: %s", (text) => expect(parseModule(text, space)).toBeNull());
});
