/** Modules meet drafts: putting one in, or the reason why it cannot be. */
import type { Node } from "../core/architecture";
import type { Module } from "../core/module";
import { sequenceLengths, splitSequence } from "../core/scoredUnits";
import { maxLength, type SearchSpace, type UnitSpace } from "../core/searchSpace";
import { sameNode, type Draft, type Slot } from "./draft";
import type { Edit } from "./edits";
import { slotsIssue } from "./legality";

export type ModuleEdit =
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string };

/**
 * The edit that puts a module into the draft: as the whole unit (and the next one, where a sequence goes on through
 * it), or into its places with the rest left as it is.
 * @param asUnit by default for sequences of a legal length; one node alone is meant for its place
 */
export function moduleEdit(
  space: SearchSpace,
  draft: Draft,
  module: Module,
  asUnit = isWholeUnit(space, module) && module.nodes.length > 1,
): ModuleEdit {
  const { unitIndex } = module;
  const unit = space.units[unitIndex];
  if (unit === undefined) return refused(`there is no unit ${unitIndex + 1} in this search space`);
  const slots = asUnit ? module.nodes : withNodes(draft.units[unitIndex] ?? [], module);
  const units = asUnit ? splitSequence(space, unitIndex, module.nodes) : [slots];
  const reason =
    fixedLengthsIssue(space, draft, unitIndex, units) ?? firstSlotsIssue(space, unitIndex, units);
  if (reason !== null) return refused(reason);
  const [layerIndex, ...others] = module.layers;
  const [node] = module.nodes;
  if (!asUnit && layerIndex !== undefined && node !== undefined && others.length === 0)
    return { ok: true, edit: { type: "setNode", unitIndex, layerIndex, node } };
  if (units.length > 1) return { ok: true, edit: { type: "setUnits", unitIndex, units } };
  return { ok: true, edit: { type: "setUnit", unitIndex, slots } };
}

/** Why the module cannot be put in; null where it can. */
export function moduleIssue(space: SearchSpace, draft: Draft, module: Module): string | null {
  const result = moduleEdit(space, draft, module);
  return result.ok ? null : result.reason;
}

/** Whether the module can be a whole unit: from the first layer on, of a length that the unit's sequences have. */
export const isWholeUnit = (
  space: Pick<SearchSpace, "units">,
  { unitIndex, layers }: Pick<Module, "unitIndex" | "layers">,
): boolean =>
  space.units[unitIndex]?.layerNames === undefined &&
  sequenceLengths(space, unitIndex).includes(layers.length) &&
  layers.every((layer, index) => layer === index);

/** Whether the draft has the module's nodes in its places, and with `asUnit` nothing else in the units it fills. */
export function draftHolds(
  space: Pick<SearchSpace, "units">,
  draft: Draft,
  { unitIndex, layers, nodes }: Module,
  asUnit: boolean,
): boolean {
  if (asUnit)
    return splitSequence(space, unitIndex, nodes).every((own, part) => {
      const slots = draft.units[unitIndex + part] ?? [];
      return slots.length === own.length && own.every((node, layer) => sameNode(slots[layer] ?? null, node));
    });
  const slots = draft.units[unitIndex] ?? [];
  return layers.every((layer, index) => sameNode(slots[layer] ?? null, nodes[index] ?? []));
}

/** Why the unit cannot have another number of layers; null where it can. */
export function fixedLengthIssue(
  unit: UnitSpace,
  draft: Pick<Draft, "units" | "edges">,
  unitIndex: number,
  length: number,
): string | null {
  if (draft.edges === undefined || draft.units[unitIndex]?.length === length) return null;
  return `${unit.name} keeps its number of layers: its connections name every layer`;
}

/** Why no sequence of this many layers can be put into the unit; null where one can. */
export const fixedSequenceIssue = (
  space: Pick<SearchSpace, "units">,
  draft: Pick<Draft, "units" | "edges">,
  unitIndex: number,
  length: number,
): string | null =>
  fixedLengthsIssue(space, draft, unitIndex, splitSequence(space, unitIndex, Array<Node>(length).fill([])));

type Slots = readonly (readonly Slot[])[];

const fixedLengthsIssue = (
  space: Pick<SearchSpace, "units">,
  draft: Pick<Draft, "units" | "edges">,
  firstUnit: number,
  units: Slots,
): string | null =>
  firstReason(units, (slots, part) => {
    const unit = space.units[firstUnit + part];
    return unit === undefined ? null : fixedLengthIssue(unit, draft, firstUnit + part, slots.length);
  });

const firstSlotsIssue = (space: SearchSpace, firstUnit: number, units: Slots): string | null =>
  firstReason(units, (slots, part) => slotsIssue(space, firstUnit + part, slots));

const firstReason = (
  units: Slots,
  reasonOf: (slots: readonly Slot[], part: number) => string | null,
): string | null => units.map(reasonOf).find((reason) => reason !== null) ?? null;

function withNodes(slots: readonly Slot[], module: Module): Slot[] {
  const length = Math.max(slots.length, ...module.layers.map((layer) => layer + 1));
  return Array.from({ length }, (_, layerIndex) => {
    const index = module.layers.indexOf(layerIndex);
    return index < 0 ? (slots[layerIndex] ?? null) : (module.nodes[index] ?? null);
  });
}

const refused = (reason: string): ModuleEdit => ({ ok: false, reason });

/** Lengths the unit may have in this draft, each with the reason against it where there is one. */
export function lengthChoices(
  unit: UnitSpace,
  draft: Draft,
  unitIndex: number,
): { readonly length: number; readonly reason: string | null }[] {
  return unit.lengths
    .filter((length) => length > 0 || maxLength(unit) === 0)
    .map((length) => ({ length, reason: fixedLengthIssue(unit, draft, unitIndex, length) }));
}
