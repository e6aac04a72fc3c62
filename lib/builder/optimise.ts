/** The best completions of what is locked: exact for additive scores, to be judged by the predictor. */
import type { Architecture } from "../core/architecture";
import { bestSums } from "../core/bestSums";
import type { Module, ModuleScore } from "../core/module";
import { sequenceUnits, splitSequence } from "../core/scoredUnits";
import { maxLength, type SearchSpace } from "../core/searchSpace";
import type { BestModules } from "./completion";
import { chosenLength, sameNode, type Draft } from "./draft";
import { applyEdit } from "./edits";
import { toArchitecture } from "./legality";
import { isLocked, lockedPart, type Locks } from "./locks";
import { moduleEdit } from "./modules";

/**
 * Architectures that keep every locked place, in descending order of the sum of their modules' scores: whole sequences
 * of every unit, or single nodes of a cell's and graph's places.
 * @param reference gives what no module scores
 */
export function bestCompletions(
  space: SearchSpace,
  draft: Draft,
  locks: Locks,
  best: BestModules,
  reference: Architecture | null,
  count: number,
): Architecture[] {
  const kept = lockedPart(space, draft, locks);
  const lists = [...listsOf(space, draft, kept, locks, best)];
  const start: Draft = {
    ...kept,
    globals: draft.globals.map((code, index) => code ?? reference?.globals[index] ?? null),
    ...(kept.edges === undefined && reference?.edges !== undefined ? { edges: reference.edges } : {}),
  };
  const found: Architecture[] = [];
  for (const { items } of bestSums(lists, ({ score }) => score)) {
    const filled = items.reduce<Draft>((current, module) => {
      const put = moduleEdit(space, current, module, module.layers.length > 1 || undefined);
      return put.ok ? applyEdit(space, current, put.edit) : current;
    }, start);
    const architecture = toArchitecture(space, filled, "optimised");
    if (architecture !== null) found.push(architecture);
    if (found.length >= count) break;
  }
  return found;
}

type Scored = Module & Pick<ModuleScore, "score">;

/** One list per unit with scored sequences, else one per place; only what keeps the locked places. */
function* listsOf(
  space: SearchSpace,
  draft: Draft,
  kept: Draft,
  locks: Locks,
  best: BestModules,
): Generator<readonly Scored[]> {
  for (const [unitIndex, unit] of space.units.entries()) {
    if (sequenceUnits(space, unitIndex)[0] !== unitIndex) continue;
    const sequences = best.sequences[unitIndex] ?? [];
    if (sequences.length > 0) {
      const fitting = sequences.filter(({ nodes }) => keepsLocked(space, kept, unitIndex, nodes));
      if (fitting.length > 0) yield fitting;
      continue;
    }
    // Without scored sequences nothing says how long a unit should be: as long as the draft has it.
    const length = chosenLength(unit, draft.units[unitIndex] ?? []) ?? maxLength(unit);
    for (let layerIndex = 0; layerIndex < length; layerIndex++)
      if (!isLocked(locks, { unitIndex, layerIndex })) {
        const nodes = best.nodes[unitIndex]?.[layerIndex] ?? [];
        if (nodes.length > 0) yield nodes;
      }
  }
}

const keepsLocked = (space: SearchSpace, kept: Draft, unitIndex: number, nodes: Module["nodes"]): boolean =>
  splitSequence(space, unitIndex, nodes).every((part, offset) =>
    (kept.units[unitIndex + offset] ?? []).every(
      (slot, layerIndex) => slot === null || sameNode(slot, part[layerIndex] ?? null),
    ),
  );
