import { describe, expect, it } from "vitest";
import {
  longestSequence,
  sequenceLengths,
  sequenceNodes,
  sequencePlaces,
  sequenceUnits,
  splitSequence,
} from "@/lib/core/scoredUnits";
import type { UnitSpace } from "@/lib/core/searchSpace";

const units: readonly UnitSpace[] = [
  { name: "unit 1", lengths: [2, 3] },
  { name: "unit 2", lengths: [1, 2], joinsNext: true },
  { name: "unit 3", lengths: [1] },
];
const space = { units };
const architecture = { units: [[[0], [1]], [[2], [3]], [[4]]] };

describe("units that are scored together with the next one", () => {
  it("have sequences that are longer by the next unit's layers, and the next unit has none", () =>
    expect(units.map((_, unitIndex) => sequenceLengths(space, unitIndex))).toEqual([[2, 3], [2, 3], []]));

  it("give an architecture's sequences, which together are all of its nodes", () =>
    expect(units.map((_, unitIndex) => sequenceNodes(space, architecture, unitIndex))).toEqual([
      [[0], [1]],
      [[2], [3], [4]],
      [],
    ]));

  it("are filled by one sequence together", () =>
    expect(units.map((_, unitIndex) => sequenceUnits(space, unitIndex))).toEqual([[0], [1, 2], [1, 2]]));

  it("split a sequence into the nodes of both units", () => {
    expect(splitSequence(space, 1, [[2], [3], [4]])).toEqual([[[2], [3]], [[4]]]);
    expect(splitSequence(space, 0, [[0], [1]])).toEqual([[[0], [1]]]);
  });

  it("start counting layers again in the second unit", () =>
    expect(sequencePlaces(space, 1, 3)).toEqual([
      { unitIndex: 1, layerIndex: 0 },
      { unitIndex: 1, layerIndex: 1 },
      { unitIndex: 2, layerIndex: 0 },
    ]));

  it("leave a shorter stretch in its own unit, for it fills no sequence", () =>
    expect(sequencePlaces(space, 1, 1)).toEqual([{ unitIndex: 1, layerIndex: 0 }]));

  it("count for the longest sequence", () => expect(longestSequence(space)).toBe(3));

  it("are scored alone where the next unit has several lengths", () =>
    expect(
      sequenceLengths(
        {
          units: [
            { ...units[0], name: "a", lengths: [2], joinsNext: true },
            units[0] ?? { name: "b", lengths: [] },
          ],
        },
        0,
      ),
    ).toEqual([2]));
});
