import { describe, expect, it } from "vitest";
import { emptyDraft, type Draft, type Slot } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { record, redo, startHistory, undo, type History } from "@/lib/builder/history";
import type { Node } from "@/lib/core/architecture";
import { linkedEdges, linkIssue } from "@/lib/core/linkedEdges";
import { seededRandom, type Random } from "@/lib/core/random";
import { maxLength, type SearchSpace } from "@/lib/core/searchSpace";
import { genotypes } from "./genotypes";
import { cellSpace, joinedSpace, stagedSpace } from "./spaces";

const NUM_EDITS = 60;

function randomEdit(space: SearchSpace, draft: Draft, random: Random): Edit {
  const below = (count: number): number => Math.floor(random() * count);
  const unitIndex = below(space.units.length);
  const most = maxLength(space.units[unitIndex] ?? { name: "", lengths: [] });
  // Edges of its own fix the number of layers.
  const length = draft.edges === undefined ? below(most + 1) : (draft.units[unitIndex]?.length ?? 0);
  const layerIndex = below(Math.max(1, draft.edges === undefined ? most : length));
  // What a place may hold: in a genotype no node reads one that comes after it.
  const node = (layer: number): Node => {
    const drawn = space.nodeFeatures.map(({ values }) => below(values.length));
    return linkIssue(space, drawn, layer) === null ? drawn : node(layer);
  };
  const slots = (): Slot[] => Array.from({ length }, (_, layer) => (random() < 0.3 ? null : node(layer)));
  const place = () => {
    const at = below(space.units.length);
    return { unitIndex: at, layerIndex: below(Math.max(1, ...(space.units[at]?.lengths ?? []))) };
  };
  const edits: (() => Edit)[] = [
    () => ({ type: "setNode", unitIndex, layerIndex, node: node(layerIndex) }),
    () => ({ type: "clearNode", unitIndex, layerIndex }),
    () => ({ type: "setUnit", unitIndex, slots: slots() }),
    () => ({ type: "setLength", unitIndex, length }),
    () => ({ type: "clearUnit", unitIndex }),
    () => ({ type: "fill", completion: { ...draft, units: space.units.map(() => []) } }),
    () => ({
      type: "setGlobal",
      globalIndex: below(space.globalFeatures.length + 1),
      code: random() < 0.5 ? null : 0,
    }),
    ...(draft.edges === undefined
      ? [
          (): Edit => ({ type: "swapNodes", first: place(), second: place() }),
          (): Edit => ({ type: "clear" }),
        ]
      : []),
  ];
  return (edits[below(edits.length)] ?? edits[0])?.() ?? { type: "clear" };
}

/** A session of random gestures, every one recorded; some are undone and done again on the way. */
function session(space: SearchSpace, start: Draft, seed: number): History<Draft> {
  const random = seededRandom(seed);
  let history = startHistory(start);
  for (let step = 0; step < NUM_EDITS; step++) {
    const draw = random();
    if (draw < 0.15) history = undo(history);
    else if (draw < 0.25) history = redo(history);
    else
      history = record(
        history,
        applyEdit(space, history.present, randomEdit(space, history.present, random)),
      );
  }
  return history;
}

const repeated = (history: History<Draft>, step: typeof undo<Draft>): History<Draft> => {
  let current = history;
  for (let next = step(current); next !== current; next = step(current)) current = next;
  return current;
};

const spaces: readonly (readonly [name: string, space: SearchSpace, start: Draft])[] = [
  ["staged", stagedSpace, emptyDraft(stagedSpace)],
  ["joined", joinedSpace, emptyDraft(joinedSpace)],
  ["cell", cellSpace, emptyDraft(cellSpace)],
  ["genotypes", genotypes.space, genotypes.architectures[0] ?? emptyDraft(genotypes.space)],
];

describe.each(spaces)("random edits of a %s draft", (name, space, start) => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);

  it.each(seeds)("seed %i: undoing everything gives back the start, redoing all the end", (seed) => {
    const history = session(space, start, seed);
    const end = repeated(history, redo).present;
    const begun = repeated(history, undo);
    expect(begun.present).toBe(start);
    expect(repeated(begun, redo).present).toBe(end);
  });

  it.each(seeds)("seed %i: the address brings every draft back", (seed) => {
    const { present } = session(space, start, seed);
    const code = encodeDraft(present);
    if (code === null) return;
    expect(encodeDraft(parseDraft(code, space) ?? start)).toBe(code);
  });

  if (name === "genotypes")
    it.each(seeds)("seed %i: no edge of an old input stays", (seed) => {
      const { past, present, future } = session(space, start, seed);
      for (const draft of [...past, present, ...future].slice(1))
        expect(draft.edges).toEqual(linkedEdges(space, draft.units));
    });
});
