import { describe, expect, it } from "vitest";
import type { ModuleScore } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { assemblies, withPenalty } from "../../scripts/cli/assemblies";
import { meets, parseConstraints } from "../../scripts/cli/constraint";

const scored = (unitIndex: number, code: number, score: number): ModuleScore => ({
  unitIndex,
  layers: [0],
  nodes: [[code]],
  hop: 0,
  score,
  low: score,
  high: score,
  support: 1,
});

const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [192, 224] }],
  notation: "tokens",
  constants: {},
};
const labelled = {
  architectures: [224, 192, 224].map((resolution, index) => ({
    id: `a${index}`,
    units: [[[0]], [[0]]],
    globals: [resolution],
  })),
  targets: [1, 2, 3],
};
const slots = [
  [scored(0, 1, 2), scored(0, 0, 0)],
  [scored(1, 1, 1), scored(1, 0, 0)],
];

describe("architectures built from scored modules", () => {
  it("come by the sum of scores, with the most frequent global features", () =>
    expect(assemblies({ space, labelled }, slots, 3)).toEqual([
      { id: "built-1", units: [[[1]], [[1]]], globals: [224] },
      { id: "built-2", units: [[[1]], [[0]]], globals: [224] },
      { id: "built-3", units: [[[0]], [[1]]], globals: [224] },
    ]));

  it("turn to cheaper modules as the constrained metric weighs more", () => {
    const cost = [
      [scored(0, 1, 10), scored(0, 0, 0)],
      [scored(1, 1, 30), scored(1, 0, 0)],
    ];
    const first = (weight: number) => {
      const penalty = { slots: cost, below: true };
      return assemblies({ space, labelled }, withPenalty(slots, [penalty], weight), 1)[0]?.units;
    };
    expect(first(0)).toEqual([[[1]], [[1]]]);
    expect(first(1)).toEqual([[[1]], [[0]]]);
    expect(first(8)).toEqual([[[0]], [[0]]]);
  });
});

describe("constraints", () => {
  it("are an expression, a comparison and a number, joined by and", () =>
    expect(parseConstraints("latency_cpu<20 and params * 2 >= 1e6")).toEqual([
      { expression: "latency_cpu", below: true, inclusive: false, bound: 20 },
      { expression: "params * 2", below: false, inclusive: true, bound: 1_000_000 },
    ]));

  it("include their bound only where they say so", () => {
    const [strict, loose] = parseConstraints("x < 2 and x <= 2");
    expect([strict && meets(strict, 2), loose && meets(loose, 2), strict && meets(strict, 1.9)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
