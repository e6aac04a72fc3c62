import { describe, expect, it } from "vitest";
import { sequenceModule, type Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { createEncoder } from "@/lib/predictor/moduleGp/encoder";
import { isWholeUnit } from "@/lib/predictor/moduleContexts";
import { moduleEffects } from "@/lib/predictor/moduleGp/modules";
import { condition } from "@/lib/predictor/moduleGp/process";
import { supportCounter } from "@/lib/predictor/support";

/** Sequences of the second unit go on through the third. */
const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1, 2], joinsNext: true },
    { name: "unit 3", lengths: [1] },
  ],
  nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
  globalFeatures: [],
  notation: "test",
  constants: {},
};
const rows = [
  { id: "a", units: [[[0]], [[1]], [[0]]], globals: [] },
  { id: "b", units: [[[1], [0]], [[0]], [[1]]], globals: [] },
  { id: "c", units: [[[0], [1]], [[1], [0]], [[1]]], globals: [] },
  { id: "d", units: [[[1]], [[0], [1]], [[0]]], globals: [] },
];
const encoder = createEncoder(space, rows);
const posterior = condition(
  rows.map((row) => encoder.encode(row)),
  Float64Array.of(-1, 0.5, 1, -0.5),
  {
    groups: new Map(
      encoder.columns.groups.map((group, index) => [group, { linear: 0.1 + 0.1 * index, distance: 0.2 }]),
    ),
    maternVariance: 0.5,
    noiseVariance: 0.1,
  },
  encoder.columns,
);
const effects = moduleEffects(space, encoder, posterior, rows);

/** The belief about the rows with these units from the second on. */
const withLast = (...last: number[][][]) =>
  posterior.meanOver(
    rows.map((row) => encoder.encode({ ...row, units: [...row.units.slice(0, 3 - last.length), ...last] })),
  );
const expectEffect = (module: Module, expected: ReturnType<typeof withLast>) => {
  expect(effects(module)?.mean).toBeCloseTo(expected.mean, 3);
  expect(effects(module)?.variance).toBeCloseTo(expected.variance, 3);
};

describe("units that are scored together", () => {
  it("are both replaced by a sequence, whatever its length", () => {
    expectEffect(sequenceModule(1, [[1], [0]]), withLast([[1]], [[0]]));
    expectEffect(sequenceModule(1, [[1], [0], [1]]), withLast([[1], [0]], [[1]]));
  });

  it("leave the first as it is for a node of the second", () =>
    expectEffect(sequenceModule(2, [[1]]), withLast([[1]])));

  it("count a sequence where both are exactly it, and a node of the second where it is that", () => {
    const support = supportCounter(space, rows);
    expect(support(sequenceModule(1, [[1], [0]]))).toBe(1);
    expect(support(sequenceModule(1, [[1], [0], [1]]))).toBe(1);
    expect(support(sequenceModule(1, [[0], [0]]))).toBe(0);
    expect(support(sequenceModule(2, [[1]]))).toBe(2);
  });
});

it("the score of a node in a layer that few rows have is not what those rows are worth", () => {
  // Rows with a second layer in the first unit are b and c; a node that changes nothing there scores the mean of all.
  const node = { unitIndex: 0, layers: [1], nodes: [[0]] };
  const inB = posterior.expected(encoder.encode({ id: "b", globals: [], units: [[[1], [0]], [[0]], [[1]]] }));
  const inC = posterior.expected(
    encoder.encode({ id: "c", globals: [], units: [[[0], [0]], [[1], [0]], [[1]]] }),
  );
  const of = (index: number) =>
    posterior.expected(encoder.encode(rows[index] ?? { id: "", units: [], globals: [] }));
  const all = (of(0) + of(1) + of(2) + of(3)) / 4;
  expect(effects(node)?.mean).toBeCloseTo(all + (inB - of(1) + inC - of(2)) / 2, 6);
});

it("the operation in the first of several layers is a node in its place, not a unit of one layer", () => {
  const longer = { ...space, units: [{ name: "unit 1", lengths: [2, 3] }] };
  expect(isWholeUnit(longer, sequenceModule(0, [[1]]))).toBe(false);
  expect(isWholeUnit(longer, sequenceModule(0, [[1], [1]]))).toBe(true);
  expect(isWholeUnit(space, sequenceModule(0, [[1]]))).toBe(true);
});
