import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { stagedArchitecture } from "@/lib/figures/fixtures";
import { isLinked, isPartOf } from "@/lib/figures/linked";

const nothing = { operation: null, module: null, architecture: null };
const alone = (unitIndex: number, layer: number, node: readonly number[]) => ({
  unitIndex,
  layers: [layer],
  nodes: [node],
});

describe("isLinked", () => {
  it("follows an operation into every place", () => {
    const selection = { ...nothing, operation: "1,2" };
    expect(isLinked(selection, alone(2, 1, [1, 2]))).toBe(true);
    expect(isLinked(selection, alone(2, 1, [1, 1]))).toBe(false);
  });

  it("follows a module into its own places only", () => {
    const selection = {
      ...nothing,
      module: sequenceModule(1, [
        [1, 1],
        [0, 2],
      ]),
    };
    expect(isLinked(selection, alone(1, 0, [1, 1]))).toBe(true);
    expect(isLinked(selection, alone(1, 1, [1, 1]))).toBe(false);
    expect(isLinked(selection, alone(2, 0, [1, 1]))).toBe(false);
  });

  it("follows an architecture, and nothing where nothing is selected", () => {
    const selection = { ...nothing, architecture: stagedArchitecture };
    expect(
      isLinked(
        selection,
        sequenceModule(2, [
          [1, 2],
          [0, 1],
        ]),
      ),
    ).toBe(true);
    expect(isLinked(selection, alone(0, 1, [0, 0]))).toBe(false);
    expect(isLinked(nothing, alone(0, 0, [0, 0]))).toBe(false);
  });
});

it("a module is no part of itself", () => {
  const module = sequenceModule(0, [
    [0, 0],
    [1, 1],
  ]);
  expect(isPartOf(module, module)).toBe(false);
});
