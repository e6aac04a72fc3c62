import { describe, expect, it } from "vitest";
import { bestModules, fillRest } from "@/lib/builder/completion";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { applyEdit } from "@/lib/builder/edits";
import { record, startHistory, undo } from "@/lib/builder/history";
import { draftHolds, fixedSequenceIssue, moduleEdit } from "@/lib/builder/modules";
import { sequenceModule, type ModuleScore } from "@/lib/core/module";
import { joinedSpace } from "./spaces";

const [a, b, c, d] = [
  [0, 0],
  [1, 1],
  [1, 2],
  [0, 2],
] as const;
const empty = emptyDraft(joinedSpace);
const sequence = sequenceModule(1, [a, b, c]);
const scored = (unitIndex: number, nodes: readonly (readonly number[])[], score: number): ModuleScore => ({
  ...sequenceModule(unitIndex, nodes),
  score,
  low: score,
  high: score,
  support: 1,
  hop: nodes.length - 1,
});

describe("a sequence that goes on through the next unit", () => {
  const put = moduleEdit(joinedSpace, { ...empty, units: [[], [d, d, d], [d]] }, sequence);

  it("becomes both units", () =>
    expect(put).toEqual({
      ok: true,
      edit: { type: "setUnits", unitIndex: 1, units: [[a, b], [c]] },
    }));

  it("is one step, and one step back", () => {
    if (!put.ok) throw new Error(put.reason);
    const history = record(startHistory(empty), applyEdit(joinedSpace, empty, put.edit));
    expect(history.present.units).toEqual([[], [a, b], [c]]);
    expect(undo(history).present).toEqual(empty);
  });

  it("may be the longest of all, one layer more than the unit itself takes", () =>
    expect(moduleEdit(joinedSpace, empty, sequenceModule(1, [a, b, c, d]))).toEqual({
      ok: true,
      edit: { type: "setUnits", unitIndex: 1, units: [[a, b, c], [d]] },
    }));

  it("is refused for a value in the second of the units, by its place there", () =>
    expect(moduleEdit(joinedSpace, empty, sequenceModule(1, [a, b, [0, 9]]))).toEqual({
      ok: false,
      reason: "unit 3, layer 1: kernel can only be 3, 5, 7",
    }));

  it("leaves one node of either unit to be put into its place", () => {
    expect(moduleEdit(joinedSpace, empty, { unitIndex: 1, layers: [2], nodes: [b] })).toMatchObject({
      edit: { type: "setNode", unitIndex: 1, layerIndex: 2 },
    });
    expect(moduleEdit(joinedSpace, empty, { unitIndex: 2, layers: [0], nodes: [b] })).toMatchObject({
      edit: { type: "setNode", unitIndex: 2, layerIndex: 0 },
    });
  });

  it("is held by a draft whose two units are exactly that", () => {
    const holds = (units: Draft["units"]) => draftHolds(joinedSpace, { units, globals: [] }, sequence, true);
    expect(holds([[], [a, b], [c]])).toBe(true);
    expect(holds([[], [a, b], []])).toBe(false);
    expect(holds([[], [a, b, c], []])).toBe(false);
    expect(holds([[], [a, b], [d]])).toBe(false);
  });

  it("needs both units to have its numbers of layers where connections fix them", () => {
    const draft: Draft = { units: [[a, b], [a, b, c], [d]], globals: [], edges: [[0, 1]] };
    expect(fixedSequenceIssue(joinedSpace, draft, 1, 4)).toBeNull();
    expect(fixedSequenceIssue(joinedSpace, draft, 1, 3)).toBe(
      "unit 2 keeps its number of layers: its connections name every layer",
    );
  });
});

describe("filling units that are scored together", () => {
  const best = bestModules(joinedSpace, [
    scored(1, [a, a, b], 1),
    scored(1, [a, b, c, d], 3),
    scored(1, [b, b, a], 2),
    scored(1, [d, d], 9),
    scored(2, [a], 8),
  ]);
  const filled = (units: Draft["units"]) =>
    fillRest(joinedSpace, { units, globals: [] }, best, null).units.slice(1);

  it("has sequences at the first of them only", () =>
    expect(best.sequences.map((modules) => modules.map(({ score }) => score))).toEqual([[], [3, 2, 1], []]));

  it("takes the best sequence for both", () => expect(filled([[], [], []])).toEqual([[a, b, c], [d]]));

  it("keeps what is chosen in the second", () => expect(filled([[], [], [b]])).toEqual([[a, a], [b]]));

  it("keeps a number of layers chosen in the first", () =>
    expect(filled([[], [null, null], []])).toEqual([[b, b], [a]]));

  it("fills the second by its best node where no sequence has what is chosen in the first", () =>
    expect(filled([[], [c, c], []])).toEqual([[c, c], [a]]));
});
