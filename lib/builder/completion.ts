/** Completing a draft with the modules that scored best. */
import type { Architecture } from "../core/architecture";
import type { ModuleScore } from "../core/module";
import { sequenceUnits, splitSequence } from "../core/scoredUnits";
import { maxLength, type SearchSpace, type UnitSpace } from "../core/searchSpace";
import { chosenLength, connectedLength, numFilled, sameNode, type Draft, type Slot } from "./draft";
import { applyEdit } from "./edits";
import { endsIn } from "./graph/ends";
import type { GraphRules } from "./graph/rules";
import { isWholeUnit } from "./modules";

/**
 * The best scored module of every place and unit, found quickly: sequences per unit and single nodes per place, best
 * first.
 */
export type BestModules = {
  /** By unit; none of a unit whose layers are the end of the sequences of the unit before. */
  readonly sequences: readonly (readonly ModuleScore[])[];
  /** By unit and layer. */
  readonly nodes: readonly (readonly (readonly ModuleScore[])[])[];
};

/** Sorts scores into BestModules; modules that are neither a whole unit nor a single node are left out. */
export function bestModules(space: Pick<SearchSpace, "units">, scores: readonly ModuleScore[]): BestModules {
  const ranked = scores.filter(({ score }) => Number.isFinite(score)).sort((a, b) => b.score - a.score);
  return {
    sequences: space.units.map((_, unitIndex) =>
      ranked.filter((module) => module.unitIndex === unitIndex && isWholeUnit(space, module)),
    ),
    nodes: space.units.map((unit, unitIndex) => {
      const places = Array.from({ length: maxLength(unit) }, (): ModuleScore[] => []);
      for (const module of ranked)
        if (module.unitIndex === unitIndex && module.layers.length === 1)
          places[module.layers[0] ?? -1]?.push(module);
      return places;
    }),
  };
}

/**
 * The draft with every open place filled by the best: in each unit the best sequence that keeps what is chosen there,
 * else the best single node in each place. A unit whose number of layers is open takes any legal one.
 * @param reference gives what no module scores: global features, connections, and places without any score
 * @param rules of graphs whose edges are a choice of their own: inputs and outputs stand only where they belong
 */
export function fillRest(
  space: SearchSpace,
  draft: Draft,
  best: BestModules,
  reference: Architecture | null,
  rules: GraphRules | null = null,
): Draft {
  const lengths = space.units.map((unit, unitIndex) => {
    const slots = draft.units[unitIndex] ?? [];
    return (
      connectedLength(draft, reference, unitIndex) ??
      chosenLength(unit, slots) ??
      openLength(unit, slots, reference?.units[unitIndex] ?? [])
    );
  });
  const allows = endsIn(rules, lengths);
  const bestNodes = (unitIndex: number): readonly Slot[] => {
    const referenceSlots = reference?.units[unitIndex] ?? [];
    return Array.from({ length: lengths[unitIndex] ?? 0 }, (_, layerIndex): Slot => {
      const scored = best.nodes[unitIndex]?.[layerIndex]?.flatMap(({ nodes }) => nodes.slice(0, 1)) ?? [];
      const fitting = scored.find((node) => allows({ unitIndex, layerIndex }, node));
      return fitting ?? referenceSlots[layerIndex] ?? null;
    });
  };
  const units = space.units.map((unit, unitIndex): readonly Slot[] => {
    const [first = unitIndex] = sequenceUnits(space, unitIndex);
    const parts = bestSequence(space, draft, best, first);
    return parts?.[unitIndex - first] ?? bestNodes(unitIndex);
  });
  const completion: Draft = {
    units,
    globals: draft.globals.map((_, index) => reference?.globals[index] ?? null),
    ...(reference?.edges === undefined ? {} : { edges: reference.edges }),
  };
  return applyEdit(space, draft, { type: "fill", completion });
}

/** The best sequence that keeps all that is chosen in the units it fills, unit by unit; null where there is none. */
function bestSequence(
  space: SearchSpace,
  draft: Draft,
  best: BestModules,
  firstUnit: number,
): readonly (readonly Slot[])[] | null {
  const filled = sequenceUnits(space, firstUnit).flatMap((unitIndex) => {
    const unit = space.units[unitIndex];
    return unit === undefined ? [] : [{ unit, slots: draft.units[unitIndex] ?? [] }];
  });
  if (
    filled.every(({ unit, slots }) => chosenLength(unit, slots) !== null && numFilled(slots) === slots.length)
  )
    return filled.map(({ slots }) => slots);
  for (const { nodes } of best.sequences[firstUnit] ?? []) {
    const parts = splitSequence(space, firstUnit, nodes);
    if (filled.every(({ unit, slots }, part) => agrees(unit, slots, parts[part] ?? []))) return parts;
  }
  return null;
}

/** Whether the nodes keep everything that is chosen: filled places, and the number of layers where it is chosen. */
function agrees(unit: UnitSpace, slots: readonly Slot[], nodes: readonly Slot[]): boolean {
  const chosen = chosenLength(unit, slots);
  if (chosen === null ? nodes.length < slots.length : nodes.length !== chosen) return false;
  return slots.every((slot, layerIndex) => slot === null || sameNode(slot, nodes[layerIndex] ?? null));
}

/** Without a scored sequence nothing says how many layers are best: as many as the reference has, where that fits. */
function openLength(unit: UnitSpace, slots: readonly Slot[], reference: readonly Slot[]): number {
  if (reference.length >= slots.length && unit.lengths.includes(reference.length)) return reference.length;
  return unit.lengths.find((length) => length >= slots.length) ?? slots.length;
}
