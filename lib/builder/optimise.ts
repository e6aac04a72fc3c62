/** The best completions of what is locked: exact for additive scores, to be judged by the predictor. */
import type { Architecture } from "../core/architecture";
import { bestSums } from "../core/bestSums";
import type { Module, ModuleScore } from "../core/module";
import { sequenceUnits, splitSequence } from "../core/scoredUnits";
import { maxLength, type SearchSpace } from "../core/searchSpace";
import type { BestModules } from "./completion";
import { chosenLength, connectedLength, sameNode, type Draft, type Slot } from "./draft";
import { applyEdit } from "./edits";
import { endsIn } from "./graph/ends";
import type { GraphRules } from "./graph/rules";
import { toArchitecture } from "./legality";
import { isLocked, lockedPart, type Locks } from "./locks";
import { moduleEdit } from "./modules";

/**
 * Architectures that keep every locked place, in descending order of the sum of their modules' scores: whole sequences
 * of every unit, or single nodes of a cell's and graph's places.
 * @param reference gives what no module scores
 * @param rules of graphs whose edges are a choice of their own
 */
export function bestCompletions(
  space: SearchSpace,
  draft: Draft,
  locks: Locks,
  best: BestModules,
  reference: Architecture | null,
  count: number,
  rules: GraphRules | null = null,
): Architecture[] {
  const kept = lockedPart(space, draft, locks);
  const lengths = space.units.map(
    (unit, unitIndex) =>
      connectedLength(draft, reference, unitIndex) ??
      chosenLength(unit, draft.units[unitIndex] ?? []) ??
      maxLength(unit),
  );
  const lists = [...listsOf(space, lengths, kept, locks, best, rules)];
  const connected = (kept.edges ?? reference?.edges) !== undefined;
  const start: Draft = {
    ...kept,
    // Connections name every node: there has to be a place for each.
    units: connected
      ? kept.units.map((slots, unitIndex) =>
          Array.from({ length: lengths[unitIndex] ?? 0 }, (_, layer): Slot => slots[layer] ?? null),
        )
      : kept.units,
    globals: draft.globals.map((code, index) => code ?? reference?.globals[index] ?? null),
    ...(kept.edges === undefined && reference?.edges !== undefined ? { edges: reference.edges } : {}),
  };
  const found: Architecture[] = [];
  for (const { items } of bestSums(lists, ({ score }) => score)) {
    const filled = items.reduce<Draft>((current, module) => {
      const put = moduleEdit(space, current, module, module.layers.length > 1 || undefined);
      return put.ok ? applyEdit(space, current, put.edit) : current;
    }, start);
    const architecture = toArchitecture(space, filled, "optimised", rules);
    if (architecture !== null) found.push(architecture);
    if (found.length >= count) break;
  }
  return found;
}

type Scored = Module & Pick<ModuleScore, "score">;

/**
 * One list per unit with scored sequences, else one per place; only what keeps the locked places.
 * @param lengths of the units: without scored sequences nothing says how long one should be
 */
function* listsOf(
  space: SearchSpace,
  lengths: readonly number[],
  kept: Draft,
  locks: Locks,
  best: BestModules,
  rules: GraphRules | null,
): Generator<readonly Scored[]> {
  const allows = endsIn(rules, lengths);
  for (const unitIndex of space.units.keys()) {
    if (sequenceUnits(space, unitIndex)[0] !== unitIndex) continue;
    const sequences = best.sequences[unitIndex] ?? [];
    if (sequences.length > 0) {
      const fitting = sequences.filter(({ nodes }) => keepsLocked(space, kept, unitIndex, nodes));
      if (fitting.length > 0) yield fitting;
      continue;
    }
    for (let layerIndex = 0; layerIndex < (lengths[unitIndex] ?? 0); layerIndex++)
      if (!isLocked(locks, { unitIndex, layerIndex })) {
        const place = { unitIndex, layerIndex };
        const nodes = (best.nodes[unitIndex]?.[layerIndex] ?? []).filter(({ nodes: [node] }) =>
          node === undefined ? false : allows(place, node),
        );
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
