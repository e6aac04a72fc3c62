/** Modules meet drafts: putting one in, or the reason why it cannot be. */
import type { Module } from "../core/module";
import { maxLength, type SearchSpace, type UnitSpace } from "../core/searchSpace";
import { sameNode, type Draft, type Slot } from "./draft";
import type { Edit } from "./edits";
import { slotsIssue } from "./legality";

export type ModuleEdit =
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string };

/**
 * The edit that puts a module into the draft: as the whole unit, or into its places with the rest left as it is.
 * @param asUnit by default for sequences of a legal length; one node alone is meant for its place
 */
export function moduleEdit(
  space: SearchSpace,
  draft: Draft,
  module: Module,
  asUnit = isWholeUnit(space.units[module.unitIndex], module) && module.nodes.length > 1,
): ModuleEdit {
  const { unitIndex } = module;
  const unit = space.units[unitIndex];
  if (unit === undefined) return refused(`there is no unit ${unitIndex + 1} in this search space`);
  const slots = asUnit ? module.nodes : withNodes(draft.units[unitIndex] ?? [], module);
  const reason =
    fixedLengthIssue(unit, draft, unitIndex, slots.length) ?? slotsIssue(space, unitIndex, slots);
  if (reason !== null) return refused(reason);
  const [layerIndex, ...others] = module.layers;
  const [node] = module.nodes;
  if (!asUnit && layerIndex !== undefined && node !== undefined && others.length === 0)
    return { ok: true, edit: { type: "setNode", unitIndex, layerIndex, node } };
  return { ok: true, edit: { type: "setUnit", unitIndex, slots } };
}

/** Why the module cannot be put in; null where it can. */
export function moduleIssue(space: SearchSpace, draft: Draft, module: Module): string | null {
  const result = moduleEdit(space, draft, module);
  return result.ok ? null : result.reason;
}

/** Whether the module can be a whole unit: from the first layer on, of a legal length. */
export const isWholeUnit = (unit: UnitSpace | undefined, { layers }: Pick<Module, "layers">): boolean =>
  unit !== undefined &&
  unit.layerNames === undefined &&
  unit.lengths.includes(layers.length) &&
  layers.every((layer, index) => layer === index);

/** Whether the draft has the module's nodes in its places, and with `asUnit` nothing else in that unit. */
export function draftHolds(draft: Draft, module: Module, asUnit: boolean): boolean {
  const slots = draft.units[module.unitIndex] ?? [];
  if (asUnit && slots.length !== module.nodes.length) return false;
  return module.layers.every((layer, index) => sameNode(slots[layer] ?? null, module.nodes[index] ?? []));
}

/** Why the unit cannot have another number of layers; null where it can. */
export function fixedLengthIssue(
  unit: UnitSpace,
  draft: Pick<Draft, "units" | "edges">,
  unitIndex: number,
  length: number,
): string | null {
  if (draft.edges === undefined || draft.units[unitIndex]?.length === length) return null;
  return `${unit.name} keeps its number of layers: the connections of this architecture are fixed`;
}

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
