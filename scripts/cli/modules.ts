import { sequenceLengths } from "../../lib/core/scoredUnits";
import { operationLabel, type SearchSpace } from "../../lib/core/searchSpace";
import type { Architecture } from "../../lib/core/architecture";
import { layerName } from "../../lib/core/searchSpace";
import type { Module } from "../../lib/core/module";
import { candidateSequences, candidateSubgraphs, hasSequences } from "../../lib/figures/candidates";

/**
 * Modules of one unit, by length: sequences that fill the unit, or rooted subgraphs where nodes have places of their
 * own. Lengths of which the space allows too many hold the observed ones only.
 */
export function unitModules(
  space: SearchSpace,
  labelled: readonly Architecture[],
  unitIndex: number,
  numHops: number,
): { modules: Module[]; exhaustive: boolean } {
  const lengths = sequenceLengths(space, unitIndex);
  const candidates = hasSequences(space)
    ? lengths.map((length) => candidateSequences(space, labelled, unitIndex, length))
    : Array.from({ length: numHops }, (_, hop) => candidateSubgraphs(space, labelled, unitIndex, hop));
  return {
    modules: candidates.flatMap(({ modules }) => modules),
    exhaustive: candidates.every(({ exhaustive }) => exhaustive),
  };
}

/** How a module is printed: its operations, with their places where these are not simply 1, 2, 3. */
export function writeModule(space: SearchSpace, module: Module): string[] {
  const unit = space.units[module.unitIndex];
  return module.nodes.map((node, index) => {
    const operation = operationLabel(space, node);
    const layer = module.layers[index] ?? index;
    return hasSequences(space) || !unit ? operation : `${layerName(unit, layer)} ${operation}`;
  });
}
