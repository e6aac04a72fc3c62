import { describe, expect, it } from "vitest";
import { draftOf, emptyDraft, type Draft } from "@/lib/builder/draft";
import { applyEdit } from "@/lib/builder/edits";
import { stagedSpace } from "./spaces";

const empty = emptyDraft(stagedSpace);
const apply = (draft: Draft, ...edits: Parameters<typeof applyEdit>[2][]): Draft =>
  edits.reduce((current, edit) => applyEdit(stagedSpace, current, edit), draft);

describe("edits of a draft", () => {
  it("an empty draft has no slots and no global values", () =>
    expect(empty).toEqual({ units: [[], []], globals: [null] }));

  it("a node far down leaves the layers above it open", () =>
    expect(apply(empty, { type: "setNode", unitIndex: 1, layerIndex: 2, node: [1, 0] }).units).toEqual([
      [],
      [null, null, [1, 0]],
    ]));

  it("opening the last node takes away the open layers under it", () => {
    const draft: Draft = { units: [[[0, 0], null, [1, 2]], []], globals: [null] };
    expect(apply(draft, { type: "clearNode", unitIndex: 0, layerIndex: 2 }).units[0]).toEqual([[0, 0]]);
  });

  it("opening a node in the middle leaves a gap", () => {
    const draft: Draft = {
      units: [
        [
          [0, 0],
          [0, 1],
          [1, 2],
        ],
        [],
      ],
      globals: [null],
    };
    expect(apply(draft, { type: "clearNode", unitIndex: 0, layerIndex: 1 }).units[0]).toEqual([
      [0, 0],
      null,
      [1, 2],
    ]);
  });

  it("several units change at once, the others stay", () =>
    expect(
      apply(
        empty,
        { type: "setNode", unitIndex: 0, layerIndex: 0, node: [1, 0] },
        { type: "setUnits", unitIndex: 1, units: [[[0, 1], null], [[1, 2]]] },
      ).units,
    ).toEqual([[[1, 0]], [[0, 1], null]]));

  it("a number of layers cuts a unit or opens layers", () => {
    const draft: Draft = {
      units: [
        [
          [0, 0],
          [0, 1],
          [1, 2],
        ],
        [],
      ],
      globals: [null],
    };
    expect(
      apply(
        draft,
        { type: "setLength", unitIndex: 0, length: 2 },
        { type: "setLength", unitIndex: 1, length: 3 },
      ).units,
    ).toEqual([
      [
        [0, 0],
        [0, 1],
      ],
      [null, null, null],
    ]);
  });

  it("filling keeps what is chosen and takes the rest from the completion", () => {
    const draft: Draft = { units: [[null, [1, 1]], []], globals: [null] };
    const completion: Draft = {
      units: [
        [
          [0, 0],
          [0, 0],
        ],
        [
          [1, 2],
          [1, 2],
        ],
      ],
      globals: [1],
    };
    expect(apply(draft, { type: "fill", completion })).toEqual({
      units: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [1, 2],
          [1, 2],
        ],
      ],
      globals: [1],
    });
  });

  it("sets a global value, and ignores one that the space does not have", () =>
    expect(
      apply(
        empty,
        { type: "setGlobal", globalIndex: 0, code: 1 },
        { type: "setGlobal", globalIndex: 4, code: 1 },
      ).globals,
    ).toEqual([1]));

  it("clears one unit, or everything", () => {
    const loaded = apply(empty, {
      type: "load",
      draft: draftOf({ id: "a", units: [[[0, 0]], [[1, 1]]], globals: [0] }),
    });
    expect(apply(loaded, { type: "clearUnit", unitIndex: 0 }).units).toEqual([[], [[1, 1]]]);
    expect(apply(loaded, { type: "clear" })).toEqual(empty);
  });

  it("an architecture with connections of its own keeps its number of layers", () => {
    const draft = draftOf({
      id: "g",
      units: [
        [
          [0, 0],
          [1, 1],
        ],
        [],
      ],
      globals: [0],
      edges: [[0, 1]],
    });
    expect(apply(draft, { type: "clearNode", unitIndex: 0, layerIndex: 1 }).units[0]).toEqual([[0, 0], null]);
    expect(apply(draft, { type: "clearUnit", unitIndex: 0 }).units[0]).toEqual([null, null]);
  });
});
