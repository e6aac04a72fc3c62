import type { Node, NodePlace } from "../core/architecture";
import { linkedEdges } from "../core/linkedEdges";
import type { SearchSpace } from "../core/searchSpace";
import { emptyDraft, type Draft, type Slot } from "./draft";
import { applyGraphEdit, type GraphEdit } from "./graph/edits";

/** What a gesture does to a draft. Edits are data: they can be checked before they are done (see legality.ts). */
export type Edit =
  | { readonly type: "setUnit"; readonly unitIndex: number; readonly slots: readonly Slot[] }
  /** Of units one behind the other: a sequence may go on through the next unit, and undo takes it out as a whole. */
  | {
      readonly type: "setUnits";
      readonly unitIndex: number;
      readonly units: readonly (readonly Slot[])[];
    }
  | {
      readonly type: "setNode";
      readonly unitIndex: number;
      readonly layerIndex: number;
      readonly node: Node;
    }
  /** What stands in two places changes places; an open one stays open. */
  | { readonly type: "swapNodes"; readonly first: NodePlace; readonly second: NodePlace }
  | { readonly type: "clearNode"; readonly unitIndex: number; readonly layerIndex: number }
  | { readonly type: "setLength"; readonly unitIndex: number; readonly length: number }
  | { readonly type: "clearUnit"; readonly unitIndex: number }
  | { readonly type: "clear" }
  /** Puts the completion's values into open places only. */
  | { readonly type: "fill"; readonly completion: Draft }
  | { readonly type: "setGlobal"; readonly globalIndex: number; readonly code: number | null }
  | { readonly type: "load"; readonly draft: Draft }
  /** Of drafts whose edges are a choice of their own. */
  | GraphEdit;

/**
 * The draft after an edit; the draft itself when the edit names a unit that the space does not have. Where edges follow
 * from what nodes say of their inputs, they are those of the nodes that are there now: none of an old input stays.
 */
export function applyEdit(space: SearchSpace, draft: Draft, edit: Edit): Draft {
  const edited = changed(space, draft, edit);
  const edges = edited === draft || edited.edges === undefined ? null : linkedEdges(space, edited.units);
  return edges === null ? edited : { ...edited, edges };
}

function changed(space: SearchSpace, draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case "setUnit":
      return withUnit(draft, edit.unitIndex, () => edit.slots);
    case "setUnits":
      return edit.units.reduce(
        (current, slots, part) => withUnit(current, edit.unitIndex + part, () => slots),
        draft,
      );
    case "setNode":
      return withUnit(draft, edit.unitIndex, (slots) =>
        resized(slots, Math.max(slots.length, edit.layerIndex + 1)).with(edit.layerIndex, edit.node),
      );
    case "swapNodes":
      return swapped(draft, edit.first, edit.second);
    case "clearNode":
      return withUnit(draft, edit.unitIndex, (slots) =>
        // Connections of its own name every node, so such a draft keeps its number of layers.
        draft.edges === undefined
          ? withoutNode(slots, edit.layerIndex)
          : slots.map((slot, layerIndex) => (layerIndex === edit.layerIndex ? null : slot)),
      );
    case "setLength":
      return withUnit(draft, edit.unitIndex, (slots) => resized(slots, edit.length));
    case "clearUnit":
      return withUnit(draft, edit.unitIndex, (slots) =>
        draft.edges === undefined ? [] : slots.map(() => null),
      );
    case "clear":
      return emptyDraft(space);
    case "fill":
      return filled(draft, edit.completion);
    case "setGlobal":
      return edit.globalIndex in draft.globals
        ? { ...draft, globals: draft.globals.with(edit.globalIndex, edit.code) }
        : draft;
    case "load":
      return edit.draft;
    case "addEdge":
    case "removeEdge":
    case "addNode":
    case "removeNode":
      return applyGraphEdit(draft, edit);
    default:
      return assertNever(edit);
  }
}

function withUnit(
  draft: Draft,
  unitIndex: number,
  change: (slots: readonly Slot[]) => readonly Slot[],
): Draft {
  const slots = draft.units[unitIndex];
  if (slots === undefined) return draft;
  return { ...draft, units: draft.units.with(unitIndex, change(slots)) };
}

const resized = (slots: readonly Slot[], length: number): Slot[] =>
  Array.from({ length }, (_, layerIndex) => slots[layerIndex] ?? null);

/** Opens the slot; opening the last one takes it away, so that a unit shrinks the way it grew. */
function withoutNode(slots: readonly Slot[], layerIndex: number): readonly Slot[] {
  if (layerIndex >= slots.length) return slots;
  if (layerIndex < slots.length - 1) return slots.with(layerIndex, null);
  const lastFilled = slots.slice(0, layerIndex).findLastIndex((slot) => slot !== null);
  return slots.slice(0, lastFilled + 1);
}

function filled(draft: Draft, completion: Draft): Draft {
  const edges = draft.edges ?? completion.edges;
  return {
    units: draft.units.map((slots, unitIndex) => {
      const wanted = completion.units[unitIndex] ?? [];
      return resized(slots, Math.max(slots.length, wanted.length)).map(
        (slot, layerIndex) => slot ?? wanted[layerIndex] ?? null,
      );
    }),
    globals: draft.globals.map((code, index) => code ?? completion.globals[index] ?? null),
    ...(edges === undefined ? {} : { edges }),
  };
}

function swapped(draft: Draft, first: NodePlace, second: NodePlace): Draft {
  const at = ({ unitIndex, layerIndex }: NodePlace): Slot => draft.units[unitIndex]?.[layerIndex] ?? null;
  const put = (changed: Draft, place: NodePlace, slot: Slot): Draft =>
    withUnit(changed, place.unitIndex, (slots) =>
      place.layerIndex < slots.length
        ? slots.with(place.layerIndex, slot)
        : slot === null
          ? slots
          : resized(slots, place.layerIndex + 1).with(place.layerIndex, slot),
    );
  return put(put(draft, first, at(second)), second, at(first));
}

function assertNever(edit: never): never {
  throw new Error(`Unknown edit: ${JSON.stringify(edit)}`);
}
