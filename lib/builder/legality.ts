/** What is legal in a draft, and in words why something is not. */
import { ABSENT, type Architecture, type Node } from "../core/architecture";
import { hasLinkedEdges, linkedEdges, linkIssue } from "../core/linkedEdges";
import {
  featureValue,
  layerName,
  maxLength,
  type Feature,
  type SearchSpace,
  type UnitSpace,
} from "../core/searchSpace";
import type { Draft, Slot } from "./draft";
import { graphIssues } from "./graph/legality";
import type { GraphRules } from "./graph/rules";

/** `unitIndex` is null for what concerns the whole architecture. */
export type DraftIssue = { readonly unitIndex: number | null; readonly message: string };

/**
 * Everything that keeps the draft from being an architecture of the space; empty when it is one.
 * @param rules of graphs whose edges are a choice of their own
 */
export function draftIssues(space: SearchSpace, draft: Draft, rules: GraphRules | null = null): DraftIssue[] {
  return [
    ...edgesIssues(space, draft),
    ...(rules === null ? [] : graphIssues(space, rules, draft)).map((message) => ({
      unitIndex: null,
      message,
    })),
    ...space.units.flatMap((unit, unitIndex) =>
      unitIssues(space, unit, draft.units[unitIndex] ?? []).map((message) => ({ unitIndex, message })),
    ),
    ...space.globalFeatures.flatMap((feature, globalIndex) => {
      const code = draft.globals[globalIndex] ?? null;
      const message = code === null ? `${feature.name} is not chosen` : codeIssue(feature, code);
      return message === null ? [] : [{ unitIndex: null, message }];
    }),
  ];
}

/** The architecture of a draft without issues; null while there is any. */
export function toArchitecture(
  space: SearchSpace,
  draft: Draft,
  id: string,
  rules: GraphRules | null = null,
): Architecture | null {
  if (draftIssues(space, draft, rules).length > 0) return null;
  const edges = linkedEdges(space, draft.units) ?? draft.edges;
  return {
    id,
    units: draft.units.map((slots) => slots.filter((slot) => slot !== null)),
    globals: draft.globals.filter((code) => code !== null),
    ...(edges === undefined ? {} : { edges }),
  };
}

/** Why these slots cannot be (part of) the unit of any architecture; null where they can. */
export function slotsIssue(space: SearchSpace, unitIndex: number, slots: readonly Slot[]): string | null {
  const unit = space.units[unitIndex];
  if (unit === undefined) return `there is no unit ${unitIndex + 1} in this search space`;
  if (slots.length > maxLength(unit)) return lengthMessage(unit, slots.length);
  return valueMessages(space, unit, slots)[0] ?? null;
}

/** Why a node is no operation of the space, or null. */
export function nodeIssue(space: Pick<SearchSpace, "nodeFeatures">, node: Node): string | null {
  for (const [index, feature] of space.nodeFeatures.entries()) {
    const code = node[index];
    const message = code === undefined ? `${feature.name} is missing` : codeIssue(feature, code);
    if (message !== null) return message;
  }
  return node.length > space.nodeFeatures.length ? "it has more features than the search space" : null;
}

function codeIssue(feature: Feature, code: number): string | null {
  if (feature.kind !== "continuous") {
    if (code === ABSENT || featureValue(feature, code) !== null) return null;
    return `${feature.name} can only be ${feature.values.join(", ")}`;
  }
  const [low = -Infinity, high = Infinity] = feature.values.map(Number);
  if (code >= low && code <= high) return null;
  return `${feature.name} ${code} is outside of ${low} to ${high}`;
}

function unitIssues(space: SearchSpace, unit: UnitSpace, slots: readonly Slot[]): string[] {
  const [only] = unit.lengths;
  // A unit of one length is that long from the start: say which of its places are open instead of how many it needs.
  const fixed = only !== undefined && unit.lengths.length === 1 && slots.length < only;
  const places = fixed ? Array.from({ length: only }, (_, index) => slots[index] ?? null) : slots;
  const length = unit.lengths.includes(places.length) ? null : lengthMessage(unit, places.length);
  return [length, openMessage(unit, places), ...valueMessages(space, unit, places)].filter(
    (message) => message !== null,
  );
}

function openMessage(unit: UnitSpace, slots: readonly Slot[]): string | null {
  const open = slots.flatMap((slot, layerIndex) => (slot === null ? [layerName(unit, layerIndex)] : []));
  if (open.length === 0) return null;
  // Named places have no order that a user knows, so none of them lies before another.
  if (unit.layerNames === undefined && slots[slots.length - 1] !== null)
    return `${unit.name} has a gap at ${open.join(", ")}`;
  return `${unit.name}: ${open.join(", ")} ${open.length === 1 ? "is" : "are"} open`;
}

function valueMessages(space: SearchSpace, unit: UnitSpace, slots: readonly Slot[]): string[] {
  return slots.flatMap((slot, layerIndex) => {
    const message = slot === null ? null : (nodeIssue(space, slot) ?? linkIssue(space, slot, layerIndex));
    return message === null ? [] : [`${unit.name}, ${layerName(unit, layerIndex)}: ${message}`];
  });
}

function lengthMessage(unit: UnitSpace, length: number): string {
  const [fewest = 0] = unit.lengths;
  const most = maxLength(unit);
  const noun = (count: number): string =>
    `${count} ${unit.layerNames ? "place" : "layer"}${count === 1 ? "" : "s"}`;
  if (unit.lengths.length === 1) return `${unit.name} needs ${noun(most)}`;
  if (length < fewest) return `${unit.name} needs at least ${noun(fewest)}`;
  if (length > most) return `${unit.name} takes at most ${noun(most)}`;
  return `${unit.name} cannot have ${noun(length)}, only ${unit.lengths.join(", ")}`;
}

/** Connections belong to whole architectures: a draft without them has to start from one, or its nodes say them. */
function edgesIssues(space: SearchSpace, draft: Draft): DraftIssue[] {
  if (space.structure !== "graph" || draft.edges !== undefined || hasLinkedEdges(space)) return [];
  const message = "the connections are missing: start from a measured architecture";
  return [{ unitIndex: null, message }];
}
