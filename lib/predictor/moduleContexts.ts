/** Modules put into measured architectures: what a predictor without embeddings is asked about to score them. */
import { numNodes, type Architecture, type Unit } from "../core/architecture";
import { isGlobalsModule, type Module } from "../core/module";
import { sequenceLengths, sequenceUnits, splitSequence } from "../core/scoredUnits";
import type { SearchSpace } from "../core/searchSpace";

/** Rows whose other units a module is averaged over; the same for every module, so that their differences are its own. */
const NUM_BACKGROUNDS = 16;

/** Rows at even steps of the order of their targets: few rows that stand for all. */
export function backgrounds(
  architectures: readonly Architecture[],
  targets: Float64Array,
  count = NUM_BACKGROUNDS,
): Architecture[] {
  const order = architectures.map((_, index) => index);
  order.sort((a, b) => (targets[a] as number) - (targets[b] as number) || a - b);
  const size = Math.min(count, order.length);
  return Array.from({ length: size }, (_, step) => {
    const index = order[Math.floor(((step + 0.5) * order.length) / size)] ?? 0;
    return architectures[index] as Architecture;
  });
}

/**
 * Whether the module is a whole unit rather than nodes inside one: it begins at the first layer and is as long as the
 * unit may be. The operation in the first of several layers is no unit of one layer.
 */
export const isWholeUnit = (space: SearchSpace, module: Module): boolean =>
  space.structure === "staged" &&
  !isGlobalsModule(module) &&
  module.layers.every((layer, index) => layer === index) &&
  isLegalLength(space, module);

const isLegalLength = (space: SearchSpace, { unitIndex, nodes }: Module): boolean =>
  sequenceLengths(space, unitIndex).includes(nodes.length) ||
  (space.units[unitIndex]?.lengths.includes(nodes.length) ?? false);

/** Whether a whole unit stands in place of everything that sequences of its unit fill, the next unit's layers included. */
export const fillsSequence = (space: SearchSpace, { unitIndex, nodes }: Module): boolean =>
  sequenceUnits(space, unitIndex).length === 1 || sequenceLengths(space, unitIndex).includes(nodes.length);

/** The architecture with a sequence in place of all that it fills; null where there is no such unit. */
function withSequence(space: SearchSpace, architecture: Architecture, module: Module): Architecture | null {
  const parts = splitSequence(space, module.unitIndex, module.nodes);
  if (architecture.units[module.unitIndex + parts.length - 1] === undefined) return null;
  const units = parts.reduce(
    (changed, nodes, part) => changed.with(module.unitIndex + part, nodes),
    architecture.units,
  );
  return keepingEdges({ ...architecture, units }, architecture);
}

/** The architecture with the module put in; null where its unit is too short for the module's layers. */
export function withModule(architecture: Architecture, module: Module): Architecture | null {
  const unit = architecture.units[module.unitIndex];
  if (unit === undefined) return null;
  if (module.layers.some((layer) => layer >= unit.length)) return null;
  const replaced: Unit = unit.map((node, layer) => module.nodes[module.layers.indexOf(layer)] ?? node);
  return { ...architecture, units: architecture.units.with(module.unitIndex, replaced) };
}

/** Edges of its own only make sense while the nodes they join are all there. */
const keepingEdges = (changed: Architecture, before: Architecture): Architecture | null =>
  changed.edges && numNodes(changed) !== numNodes(before) ? null : changed;

/** Every row with the module put in; null for one that it does not fit into. */
export function contextsOf(
  space: SearchSpace,
  rows: readonly Architecture[],
  module: Module,
): (Architecture | null)[] {
  if (isGlobalsModule(module)) {
    const [globals = []] = module.nodes;
    return rows.map((row) => ({ ...row, globals }));
  }
  return isWholeUnit(space, module)
    ? rows.map((row) => withSequence(space, row, module))
    : rows.map((row) => withModule(row, module));
}

/**
 * For predictors without embeddings: at hop h the score of each node with the h nodes before it in its unit. Shape
 * [numHops][numNodes].
 */
export const nodeScores = (
  architecture: Architecture,
  numHops: number,
  scoreOf: (module: Module) => number,
): number[][] =>
  Array.from({ length: numHops }, (_, hop) =>
    architecture.units.flatMap((unit, unitIndex) =>
      unit.map((_node, layerIndex) => {
        const first = Math.max(0, layerIndex - hop);
        const nodes = unit.slice(first, layerIndex + 1);
        return scoreOf({ unitIndex, layers: nodes.map((__, index) => first + index), nodes });
      }),
    ),
  );
