import { describe, expect, it } from "vitest";
import { ABSENT, architectureKey, chainEdges, nodePlaces, numNodes } from "@/lib/core/architecture";
import { holdsModule, moduleKey, sequenceModule } from "@/lib/core/module";
import {
  edgesOf,
  enumerateOperations,
  featureValue,
  layerName,
  operationLabel,
  type SearchSpace,
} from "@/lib/core/searchSpace";

const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
};

const architecture = {
  id: "a",
  units: [
    [
      [0, 2],
      [1, 0],
    ],
    [[1, 1]],
  ],
  globals: [],
};

describe("architecture", () => {
  it("counts and places nodes unit by unit", () => {
    expect(numNodes(architecture)).toBe(3);
    expect(nodePlaces(architecture)).toEqual([
      { unitIndex: 0, layerIndex: 0 },
      { unitIndex: 0, layerIndex: 1 },
      { unitIndex: 1, layerIndex: 0 },
    ]);
  });

  it("runs messages along the chain unless edges say otherwise", () => {
    expect(chainEdges(3)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(edgesOf(space, architecture)).toEqual(chainEdges(3));
    expect(edgesOf({ ...space, edges: [[0, 2]] }, architecture)).toEqual([[0, 2]]);
    expect(edgesOf(space, { ...architecture, edges: [[1, 0]] })).toEqual([[1, 0]]);
  });

  it("has equal keys exactly for equal structures, whatever the id", () => {
    expect(architectureKey(architecture)).toBe("0,2;1,0|1,1");
    expect(architectureKey({ ...architecture, id: "b" })).toBe(architectureKey(architecture));
    expect(architectureKey({ ...architecture, globals: [0.5] })).not.toBe(architectureKey(architecture));
    // The same nodes, cut into units elsewhere.
    expect(
      architectureKey({
        ...architecture,
        units: [
          [[0, 2]],
          [
            [1, 0],
            [1, 1],
          ],
        ],
      }),
    ).toBe("0,2|1,0;1,1");
  });
});

describe("search space", () => {
  it("names operations by their values", () => {
    expect(operationLabel(space, [1, 2])).toBe("e6k7");
    const cell = {
      nodeFeatures: [{ name: "op", kind: "categorical", values: ["none", "skip_connect"] }],
    } as const;
    expect(operationLabel(cell, [1])).toBe("skip_connect");
  });

  it("has no value behind the code of a feature that does not apply", () => {
    expect(featureValue({ name: "op", kind: "categorical", values: ["a"] }, ABSENT)).toBeNull();
    expect(featureValue({ name: "r", kind: "continuous", values: [0, 1] }, 0.25)).toBe(0.25);
  });

  it("lists operations with the first feature outermost, and none where they are endless", () => {
    expect(enumerateOperations(space)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(enumerateOperations(space, 5)).toBeNull();
    expect(
      enumerateOperations({ nodeFeatures: [{ name: "width", kind: "continuous", values: [0, 1] }] }),
    ).toBeNull();
  });

  it("numbers layers from 1 for people", () =>
    expect(layerName({ name: "unit 1", lengths: [2] }, 0)).toBe("layer 1"));
});

describe("module", () => {
  it("is held by a unit that is exactly the sequence", () => {
    const module = sequenceModule(0, [
      [0, 2],
      [1, 0],
    ]);
    expect(moduleKey(module)).toBe("0:0=0,2;1=1,0");
    expect(holdsModule(architecture, module, true)).toBe(true);
    expect(holdsModule(architecture, sequenceModule(0, [[0, 2]]), true)).toBe(false);
    expect(holdsModule(architecture, sequenceModule(0, [[0, 2]]), false)).toBe(true);
    expect(holdsModule(architecture, sequenceModule(5, [[0, 2]]), false)).toBe(false);
  });
});
