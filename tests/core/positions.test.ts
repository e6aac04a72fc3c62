import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { areCounted, countUp, isPositionName, placeFeatures } from "@/lib/core/positions";
import type { SearchSpace } from "@/lib/core/searchSpace";

describe("positional features", () => {
  it.each(["unit", "layer", "layer_idx", "layerIndex", "stage id", "position", "pos", "depth", "index"])(
    "may be called %s",
    (name) => expect(isPositionName(name)).toBe(true),
  );
  it.each(["layers", "num_layers", "kernel", "unit_price", "width"])("are not called %s", (name) =>
    expect(isPositionName(name)).toBe(false),
  );

  it("are numbers without a gap, from 0 or 1", () => {
    expect(areCounted([1, 2, 3])).toBe(true);
    expect(areCounted([0, 1])).toBe(true);
    expect(areCounted([2, 3])).toBe(false);
    expect(areCounted([1, 3])).toBe(false);
    expect(areCounted(["a", 1])).toBe(false);
  });

  it("count up along the nodes, or begin anew", () => {
    expect(countUp([[1, 1, 2, 2]])).toBe(true);
    expect(countUp([[0, 1, 2, 0, 1]])).toBe(true);
    // How deep stages are, not which they are.
    expect(countUp([[2, 3, 1]])).toBe(false);
    // The same everywhere says nothing of a place.
    expect(countUp([[1, 1], [1]])).toBe(false);
  });

  const space = (structure: SearchSpace["structure"]): SearchSpace => ({
    structure,
    units: [
      { name: "unit 1", lengths: [1, 2] },
      { name: "unit 2", lengths: [3] },
    ],
    nodeFeatures: [],
    globalFeatures: [],
    notation: "",
    constants: {},
  });

  it("of a staged space are unit and layer", () =>
    expect(placeFeatures(space("staged"))).toEqual([
      { name: "unit", kind: "positional", values: ["unit 1", "unit 2"] },
      { name: "layer", kind: "positional", values: [1, 2, 3] },
    ]));

  it("are none in a cell, whose places have names", () => expect(placeFeatures(space("cell"))).toEqual([]));
});

describe("a file that brings positions with its layers", () => {
  const layer = (depth: number, op: string) => ({ depth, op, dim: 8 * depth });
  const rows = [
    { blocks: [layer(1, "a"), layer(1, "b"), layer(2, "a")], acc: 1 },
    { blocks: [layer(1, "b"), layer(2, "b"), layer(2, "a")], acc: 2 },
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const features = (plan = {}) => {
    const outcome = importFile({ name: "t.json", bytes }, plan);
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.dataset.space.nodeFeatures.map(({ name, kind, values }) => [name, kind, values]);
  };

  it("has them as positional features, others as they are", () =>
    expect(features()).toEqual([
      ["depth", "positional", [1, 2]],
      ["op", "categorical", ["a", "b"]],
      ["dim", "ordinal", [8, 16]],
    ]));

  it("may be corrected like any other feature", () =>
    expect(
      features({ space: { features: { depth: { kind: "ordinal" }, dim: { kind: "positional" } } } }),
    ).toEqual([
      ["depth", "ordinal", [1, 2]],
      ["op", "categorical", ["a", "b"]],
      ["dim", "positional", [8, 16]],
    ]));
});
