import { describe, expect, it } from "vitest";
import { inferSpace } from "@/lib/core/inferSpace";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import type { Structure } from "@/lib/core/searchSpace";
import { imported } from "./formats/reading";

const kernels = Array.from({ length: 21 }, (_, index) => [3, 5, 7][index % 3]);
const expands = Array.from({ length: 21 }, (_, index) => [3, 4, 6][index % 3]);
const ofDepths = (...depths: number[][]) =>
  imported(
    JSON.stringify(depths.map((d, acc) => ({ config: { ks: kernels, e: expands, d, r: [224] }, acc }))),
  ).dataset.space;

/** Units with as many nodes as each row says. */
const spaceOf = (structure: Structure, rows: readonly number[][]) =>
  inferSpace(
    rows.map((lengths) => ({
      units: lengths.map((length) => Array.from({ length }, (_, layer) => ({ kernel: 3 + layer }))),
      globals: {},
    })),
    { structure, columns: [], notation: "test", row: () => ({ ok: false, field: "", message: "" }) },
    "test",
  );
const joining = (structure: Structure, rows: readonly number[][]) =>
  spaceOf(structure, rows).units.map(({ joinsNext = false }) => joinsNext);

describe("a last unit of one layer", () => {
  const space = ofDepths([2, 3, 4, 2, 3, 1], [3, 4, 2, 3, 4, 1], [4, 2, 3, 4, 2, 1]);

  it("joins the fifth of ProxylessNAS, whose sequences are then of 3 to 5 layers", () => {
    expect(space.units.map(({ joinsNext = false }) => joinsNext)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(space.units.map((_, unitIndex) => sequenceLengths(space, unitIndex))).toEqual([
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
      [3, 4, 5],
      [],
    ]);
  });

  it("joins nothing where all units have one length each", () =>
    expect(ofDepths([4, 4, 4, 4, 4, 1]).units.some(({ joinsNext }) => joinsNext)).toBe(false));

  it("joins the unit before it in any staged space, be that of one length", () =>
    expect(
      joining("staged", [
        [2, 2, 1],
        [3, 2, 1],
      ]),
    ).toEqual([false, true, false]));

  it("joins none where it may have two layers, or is the only unit, or no unit is a stage", () => {
    expect(
      joining("staged", [
        [2, 1],
        [3, 2],
      ]),
    ).toEqual([false, false]);
    expect(joining("staged", [[1]])).toEqual([false]);
    expect(
      joining("graph", [
        [2, 1],
        [3, 1],
      ]),
    ).toEqual([false, false]);
  });
});
