import { describe, expect, it } from "vitest";
import { legendEntries } from "@/components/data/legendEntries";
import type { Feature } from "@/lib/core/searchSpace";
import { operationPalette } from "@/lib/figures/operationPalette";

const feature = (name: string, values: Feature["values"]): Feature => ({ name, kind: "categorical", values });
const entries = (nodeFeatures: Feature[], unit: number[][]) =>
  legendEntries(
    [{ id: "a", row: 1, units: [unit], globals: [], metrics: [] }],
    { nodeFeatures },
    operationPalette({ nodeFeatures }),
  ).map(({ label, word }) => [label, word]);

describe("legendEntries", () => {
  it("lists every operation in the order of its codes, as a whole name to filter by", () =>
    expect(
      entries([feature("expand", [3, 6]), feature("kernel", [3, 5])], [[1, 0], [0, 1], [1, 0]]),
    ).toEqual([
      ["e3k5", '"e3k5"'],
      ["e6k3", '"e6k3"'],
    ]));

  it("lists the names of operations alone where nodes are described richly", () => {
    const sizes = ["channels", "height", "width", "groups"].map((name) => feature(name, [1, 8, 16]));
    const nodes = [
      [0, 1, 1, 1, 0],
      [0, 2, 1, 1, 0],
      [1, 2, 0, 0, 0],
    ];
    expect(entries([feature("op", ["Conv", "Relu", "Gemm"]), ...sizes], nodes)).toEqual([
      ["Conv", "Conv"],
      ["Relu", "Relu"],
    ]);
  });
});
