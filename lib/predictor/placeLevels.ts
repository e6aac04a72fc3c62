/** Levels of places, for predictors that try modules in measured architectures (see moduleContexts.ts). */
import type { Architecture } from "../core/architecture";
import { isWholeArchitecture } from "../core/cover";
import { isGlobalsModule, sequenceModule, type Module } from "../core/module";
import { sequenceNodes } from "../core/scoredUnits";
import type { SearchSpace } from "../core/searchSpace";
import { backgrounds, fillsSequence, isWholeUnit } from "./moduleContexts";

/** Measured architectures whose own content of a place is tried there. */
const NUM_TRIED = 48;

/** What a module is worth, one number per model that was asked. */
export type Effect = ArrayLike<number>;

/**
 * What is added to the effects of a place's modules, so that those which measured architectures have there are worth on
 * the mean what these architectures are worth. A module is tried in few architectures, which happen to hold better or
 * worse things at its place than others do; that is not the module's, and modules of two units could not be compared.
 * Read-outs have the same (combined/scoreTable.ts).
 * @param effectOf mean over the same architectures with any module of a place put in; null where it fits into none
 * @param worthOf what an architecture is worth as it is
 * @returns null for a place that no measured architecture has; for a whole architecture, which has no other to be compared
 *   with; and for nodes of graphs with edges of their own, which are in no place that other graphs have too
 */
export function createPlaceShifts(
  space: SearchSpace,
  architectures: readonly Architecture[],
  targets: Float64Array,
  effectOf: (module: Module) => Effect | null,
  worthOf: (architecture: Architecture) => Effect,
): (module: Module) => Float64Array | null {
  const tried = backgrounds(architectures, targets, NUM_TRIED);
  const made: { worth?: Float64Array } = {};
  const shiftOf = (module: Module): Float64Array | null => {
    const effects: Effect[] = [];
    for (const row of tried) {
      const held = contentAt(space, row, module);
      const effect = held && effectOf(held);
      if (effect) effects.push(effect);
    }
    if (effects.length === 0) return null;
    const worth = (made.worth ??= meanOf(tried.map((row) => worthOf(row))));
    const level = meanOf(effects);
    return worth.map((value, model) => value - (level[model] as number));
  };
  const known = new Map<string, Float64Array | null>();
  return (module) => {
    if (module.edges || isWholeArchitecture(space, module)) return null;
    const key = placeKey(space, module);
    const found = known.get(key);
    if (found !== undefined) return found;
    const shift = shiftOf(module);
    known.set(key, shift);
    return shift;
  };
}

const placeKey = (space: SearchSpace, module: Module): string =>
  isWholeUnit(space, module)
    ? `${module.unitIndex}|${fillsSequence(space, module) ? "sequence" : "unit"}`
    : `${module.unitIndex}|${module.layers.join()}`;

/** What an architecture has where the module stands; null where it has no such place. */
function contentAt(space: SearchSpace, row: Architecture, module: Module): Module | null {
  const { unitIndex, layers } = module;
  if (isGlobalsModule(module)) return { ...module, nodes: [row.globals] };
  const unit = row.units[unitIndex] ?? [];
  if (isWholeUnit(space, module)) {
    const held = sequenceModule(
      unitIndex,
      fillsSequence(space, module) ? sequenceNodes(space, row, unitIndex) : unit,
    );
    return held.nodes.length > 0 ? held : null;
  }
  const nodes = layers.flatMap((layer) => (unit[layer] ? [unit[layer]] : []));
  return nodes.length === layers.length ? { ...module, nodes } : null;
}

const meanOf = (effects: readonly Effect[]): Float64Array =>
  Float64Array.from(
    effects[0] ?? [],
    (_, model) => effects.reduce((sum, effect) => sum + (effect[model] as number), 0) / effects.length,
  );
