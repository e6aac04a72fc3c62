/** Modules meet drafts: putting one in, or the reason why it cannot be. */
import type { Module } from "../core/module";
import { maxLength, type SearchSpace, type UnitSpace } from "../core/searchSpace";
import { sameNode, type Draft, type Slot } from "./draft";
import type { Edit } from "./edits";
import { slotsIssue } from "./legality";

export type ModuleEdit =
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string };

/**
 * The edit that puts a module into the draft. A sequence of a legal length becomes the whole unit; any other module
 * takes its places and leaves the rest as it is.
 */
export function moduleEdit(space: SearchSpace, draft: Draft, module: Module): ModuleEdit {
  const { unitIndex } = module;
  const unit = space.units[unitIndex];
  if (unit === undefined) return refused(`there is no unit ${unitIndex + 1} in this search space`);
  const slots = draft.units[unitIndex] ?? [];
  const whole = isSequence(unit, module);
  const next = whole ? module.nodes : withNodes(slots, module);
  const reason = fixedLengthIssue(unit, draft, unitIndex, next.length) ?? slotsIssue(space, unitIndex, next);
  if (reason !== null) return refused(reason);
  const [layerIndex, ...others] = module.layers;
  const [node] = module.nodes;
  if (!whole && layerIndex !== undefined && node !== undefined && others.length === 0)
    return { ok: true, edit: { type: "setNode", unitIndex, layerIndex, node } };
  return { ok: true, edit: { type: "setUnit", unitIndex, slots: next } };
}

/** Why the module cannot be put in; null where it can. */
export function moduleIssue(space: SearchSpace, draft: Draft, module: Module): string | null {
  const result = moduleEdit(space, draft, module);
  return result.ok ? null : result.reason;
}

/** Whether the module is a sequence that makes up the whole unit: from the first layer on, of a legal length. */
export const isSequence = (unit: UnitSpace, { layers }: Pick<Module, "layers">): boolean =>
  layers.length > 1 &&
  unit.layerNames === undefined &&
  unit.lengths.includes(layers.length) &&
  layers.every((layer, index) => layer === index);

/** Whether the draft's unit is this module, or holds it in its places. */
export function draftHolds(space: Pick<SearchSpace, "units">, draft: Draft, module: Module): boolean {
  const slots = draft.units[module.unitIndex] ?? [];
  const unit = space.units[module.unitIndex];
  if (unit !== undefined && isSequence(unit, module) && slots.length !== module.nodes.length) return false;
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
