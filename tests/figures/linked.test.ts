import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { cellSpace, stagedArchitecture, stagedSpace } from "@/lib/figures/fixtures";
import {
  encodeValue,
  isArchitectureLinked,
  isLinked,
  isOperationLinked,
  isPartOf,
  isValueLinked,
  NOTHING_SELECTED as nothing,
  parseValue,
} from "@/lib/figures/linked";

const alone = (unitIndex: number, layer: number, node: readonly number[]) => ({
  unitIndex,
  layers: [layer],
  nodes: [node],
});

describe("isLinked", () => {
  it("follows an operation into every place", () => {
    const selection = { ...nothing, operation: "1,2" };
    expect(isLinked(stagedSpace, selection, alone(2, 1, [1, 2]))).toBe(true);
    expect(isLinked(stagedSpace, selection, alone(2, 1, [1, 1]))).toBe(false);
  });

  it("follows a module into its own places only", () => {
    const selection = {
      ...nothing,
      module: sequenceModule(1, [
        [1, 1],
        [0, 2],
      ]),
    };
    expect(isLinked(stagedSpace, selection, alone(1, 0, [1, 1]))).toBe(true);
    expect(isLinked(stagedSpace, selection, alone(1, 1, [1, 1]))).toBe(false);
    expect(isLinked(stagedSpace, selection, alone(2, 0, [1, 1]))).toBe(false);
  });

  it("follows an architecture, and nothing where nothing is selected", () => {
    const selection = { ...nothing, architecture: stagedArchitecture };
    expect(
      isLinked(
        stagedSpace,
        selection,
        sequenceModule(2, [
          [1, 2],
          [0, 1],
        ]),
      ),
    ).toBe(true);
    expect(isLinked(stagedSpace, selection, alone(0, 1, [0, 0]))).toBe(false);
    expect(isLinked(stagedSpace, nothing, alone(0, 0, [0, 0]))).toBe(false);
  });
});

it("a module is no part of itself", () => {
  const module = sequenceModule(0, [
    [0, 0],
    [1, 1],
  ]);
  expect(isPartOf(module, module)).toBe(false);
});

describe("each kind of selection in each kind of figure", () => {
  const whole = sequenceModule(1, [
    [1, 1],
    [0, 2],
    [1, 0],
  ]);
  const first = alone(1, 0, [1, 1]);
  const expand6 = { feature: "expand", value: 6 };

  it("a module: larger modules with it, its operations, its values, and the architectures that hold it", () => {
    expect(isLinked(stagedSpace, { ...nothing, module: first }, whole)).toBe(true);
    expect(isLinked(stagedSpace, { ...nothing, module: alone(1, 1, [1, 1]) }, whole)).toBe(false);
    const selection = { ...nothing, module: whole };
    expect(isOperationLinked(stagedSpace, selection, "0,2")).toBe(true);
    expect(isOperationLinked(stagedSpace, selection, "0,2", 1)).toBe(true);
    expect(isOperationLinked(stagedSpace, selection, "0,2", 2)).toBe(false);
    expect(isOperationLinked(stagedSpace, selection, "0,0")).toBe(false);
    expect(isValueLinked(stagedSpace, selection, { feature: "unit", value: "unit 2" })).toBe(true);
    expect(isValueLinked(stagedSpace, selection, { feature: "unit", value: "unit 3" })).toBe(false);
    expect(isValueLinked(stagedSpace, { ...nothing, module: first }, { feature: "kernel", value: 7 })).toBe(
      false,
    );
    expect(isArchitectureLinked(stagedSpace, selection, stagedArchitecture)).toBe(true);
    const shorter = { ...nothing, module: sequenceModule(1, whole.nodes.slice(0, 2)) };
    // A sequence of two layers fills its unit; the architecture's unit has three.
    expect(isArchitectureLinked(stagedSpace, shorter, stagedArchitecture)).toBe(false);
    expect(isLinked(stagedSpace, { ...nothing, architecture: stagedArchitecture }, shorter.module)).toBe(
      false,
    );
  });

  it("a value: modules, operations and architectures with it, by feature and by place", () => {
    const selection = { ...nothing, value: expand6 };
    expect(isLinked(stagedSpace, selection, first)).toBe(true);
    expect(isLinked(stagedSpace, selection, alone(1, 1, [0, 2]))).toBe(false);
    expect(isOperationLinked(stagedSpace, selection, "1,0")).toBe(true);
    expect(isOperationLinked(stagedSpace, selection, "0,0")).toBe(false);
    expect(isArchitectureLinked(stagedSpace, selection, stagedArchitecture)).toBe(true);
    const layer3 = { ...nothing, value: { feature: "layer", value: 3 } };
    expect(isLinked(stagedSpace, layer3, whole)).toBe(true);
    expect(isLinked(stagedSpace, layer3, first)).toBe(false);
    const edge = { ...nothing, value: { feature: "layer", value: "1->2" } };
    expect(isLinked(cellSpace, edge, alone(0, 2, [3]))).toBe(true);
    expect(isLinked(cellSpace, edge, alone(0, 1, [3]))).toBe(false);
  });

  it("an operation: its values, and the architectures with it anywhere", () => {
    const selection = { ...nothing, operation: "1,2" };
    expect(isValueLinked(stagedSpace, selection, expand6)).toBe(true);
    expect(isValueLinked(stagedSpace, selection, { feature: "expand", value: 3 })).toBe(false);
    expect(isArchitectureLinked(stagedSpace, selection, stagedArchitecture)).toBe(true);
    expect(isArchitectureLinked(stagedSpace, { ...nothing, operation: "1,5" }, stagedArchitecture)).toBe(
      false,
    );
  });

  it("an architecture: its modules, operations by unit, and values", () => {
    const selection = { ...nothing, architecture: stagedArchitecture };
    expect(isLinked(stagedSpace, selection, whole)).toBe(true);
    expect(isOperationLinked(stagedSpace, selection, "0,0")).toBe(true);
    expect(isOperationLinked(stagedSpace, selection, "0,0", 1)).toBe(false);
    expect(isValueLinked(stagedSpace, selection, { feature: "layer", value: 3 })).toBe(true);
    expect(isValueLinked(stagedSpace, selection, { feature: "layer", value: 4 })).toBe(false);
  });
});

it("a value comes back from its address, and a text of another space is none", () => {
  for (const value of [
    { feature: "kernel", value: 5 },
    { feature: "unit", value: "unit 2" },
    { feature: "layer", value: 3 },
  ])
    expect(parseValue(encodeValue(value), stagedSpace)).toEqual(value);
  expect(parseValue("layer=1->2", cellSpace)).toEqual({ feature: "layer", value: "1->2" });
  expect(parseValue("kernel=9", stagedSpace)).toBeNull();
  expect(parseValue("op=conv1", stagedSpace)).toBeNull();
});
