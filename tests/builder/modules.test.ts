import { describe, expect, it } from "vitest";
import { bestModules, fillRest } from "@/lib/builder/completion";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { draftHolds, lengthChoices, moduleEdit, moduleIssue } from "@/lib/builder/modules";
import type { ModuleScore } from "@/lib/core/module";
import { cellSpace, stagedSpace } from "./spaces";

const empty = emptyDraft(stagedSpace);
const scored = (
  unitIndex: number,
  layers: readonly number[],
  nodes: readonly (readonly number[])[],
  score: number,
): ModuleScore => ({ unitIndex, layers, nodes, score, low: score, high: score, support: 1, hop: 0 });

describe("putting a module into a draft", () => {
  it("one node goes into its place", () =>
    expect(moduleEdit(stagedSpace, empty, { unitIndex: 1, layers: [2], nodes: [[1, 1]] })).toEqual({
      ok: true,
      edit: { type: "setNode", unitIndex: 1, layerIndex: 2, node: [1, 1] },
    }));

  it("a sequence becomes the whole unit", () =>
    expect(
      moduleEdit(
        stagedSpace,
        {
          units: [
            [
              [0, 0],
              [0, 0],
              [0, 0],
            ],
            [],
          ],
          globals: [0],
        },
        {
          unitIndex: 0,
          layers: [0, 1],
          nodes: [
            [1, 1],
            [1, 2],
          ],
        },
      ),
    ).toEqual({
      ok: true,
      edit: {
        type: "setUnit",
        unitIndex: 0,
        slots: [
          [1, 1],
          [1, 2],
        ],
      },
    }));

  it("a subgraph of a cell keeps the other places", () =>
    expect(
      moduleEdit(
        cellSpace,
        { units: [[[0], [1], [0]]], globals: [] },
        {
          unitIndex: 0,
          layers: [0, 2],
          nodes: [[1], [1]],
        },
      ),
    ).toEqual({ ok: true, edit: { type: "setUnit", unitIndex: 0, slots: [[1], [1], [1]] } }));

  it("says why a module cannot be put in", () => {
    expect(moduleIssue(stagedSpace, empty, { unitIndex: 0, layers: [3], nodes: [[0, 0]] })).toBe(
      "unit 1 takes at most 3 layers",
    );
    expect(moduleIssue(stagedSpace, empty, { unitIndex: 0, layers: [0], nodes: [[0, 9]] })).toBe(
      "unit 1, layer 1: kernel can only be 3, 5, 7",
    );
    expect(moduleIssue(stagedSpace, empty, { unitIndex: 7, layers: [0], nodes: [[0, 0]] })).toBe(
      "there is no unit 8 in this search space",
    );
  });

  it("connections of its own fix the number of layers", () => {
    const draft: Draft = {
      units: [
        [
          [0, 0],
          [0, 0],
        ],
        [],
      ],
      globals: [0],
      edges: [[0, 1]],
    };
    const reason = "unit 1 keeps its number of layers: its connections name every layer";
    expect(moduleIssue(stagedSpace, draft, { unitIndex: 0, layers: [2], nodes: [[0, 0]] })).toBe(reason);
    expect(lengthChoices({ name: "unit 1", lengths: [2, 3] }, draft, 0)).toEqual([
      { length: 2, reason: null },
      { length: 3, reason },
    ]);
  });

  it("one node alone is put into its place, or made the whole unit when asked", () => {
    const space = { ...stagedSpace, units: [{ name: "unit 1", lengths: [1, 2] }] };
    const draft: Draft = {
      units: [
        [
          [0, 0],
          [0, 0],
        ],
      ],
      globals: [0],
    };
    const module = { unitIndex: 0, layers: [0], nodes: [[1, 1]] };
    expect(moduleEdit(space, draft, module)).toEqual({
      ok: true,
      edit: { type: "setNode", unitIndex: 0, layerIndex: 0, node: [1, 1] },
    });
    expect(moduleEdit(space, draft, module, true)).toEqual({
      ok: true,
      edit: { type: "setUnit", unitIndex: 0, slots: [[1, 1]] },
    });
  });

  it("a draft holds nodes in their places, and a sequence as a unit only when the unit is exactly that", () => {
    const draft: Draft = {
      units: [
        [
          [1, 1],
          [1, 2],
          [0, 0],
        ],
        [],
      ],
      globals: [0],
    };
    const module = {
      unitIndex: 0,
      layers: [0, 1],
      nodes: [
        [1, 1],
        [1, 2],
      ],
    };
    expect(draftHolds(stagedSpace, draft, module, false)).toBe(true);
    expect(draftHolds(stagedSpace, draft, module, true)).toBe(false);
  });
});

describe("filling the rest with the best", () => {
  const long = [
    [1, 2],
    [0, 0],
    [1, 2],
  ];
  const short = [
    [0, 1],
    [0, 1],
  ];
  const reference = { id: "best", units: [short, short], globals: [1] };
  const best = bestModules(stagedSpace, [
    scored(0, [0, 1], short, 2),
    scored(0, [0, 1, 2], long, 3),
    scored(0, [0], [[1, 0]], 5),
    scored(1, [0], [[0, 2]], 1),
    scored(1, [0], [[1, 2]], 4),
    scored(1, [1], [[1, 1]], 1),
    scored(1, [1], [[0, 0]], NaN),
  ]);

  it("takes the best sequence of any legal length where nothing is chosen", () =>
    expect(fillRest(stagedSpace, empty, best, reference).units[0]).toEqual(long));

  it("keeps a chosen number of layers", () =>
    expect(
      fillRest(stagedSpace, { units: [[null, null], []], globals: [null] }, best, reference).units[0],
    ).toEqual(short));

  it("keeps chosen nodes, and fills single places where no sequence has them", () =>
    expect(
      fillRest(stagedSpace, { units: [[[0, 0], null], []], globals: [null] }, best, reference).units[0],
    ).toEqual([
      [0, 0],
      [0, 1],
    ]));

  it("a unit of one layer competes with longer ones", () =>
    expect(
      fillRest(
        { ...stagedSpace, units: [{ name: "unit 1", lengths: [1, 2] }], globalFeatures: [] },
        { units: [[]], globals: [] },
        bestModules({ units: [{ name: "unit 1", lengths: [1, 2] }] }, [
          scored(0, [0, 1], short, 2),
          scored(0, [0], [[1, 0]], 5),
        ]),
        null,
      ).units,
    ).toEqual([[[1, 0]]]));

  it("without scored sequences every place takes its best node, with the reference's number of layers", () =>
    expect(fillRest(stagedSpace, empty, best, reference).units[1]).toEqual([
      [1, 2],
      [1, 1],
    ]));

  it("global values come from the reference unless chosen", () => {
    expect(fillRest(stagedSpace, empty, best, reference).globals).toEqual([1]);
    expect(fillRest(stagedSpace, { ...empty, globals: [0] }, best, reference).globals).toEqual([0]);
  });

  it("leaves open what nothing scores when there is no reference", () =>
    expect(fillRest(stagedSpace, empty, bestModules(stagedSpace, []), null)).toEqual({
      units: [
        [null, null],
        [null, null],
      ],
      globals: [null],
    }));
});
