import type { Architecture, Node } from "../architecture";
import { hasLinkedEdges, linkIssue } from "../linkedEdges";
import { enumerateOperations, maxLength, operationKey, type SearchSpace } from "../searchSpace";

/** Nodes that may stand in each place, shape [unit][layer][node]. */
export type Operations = readonly (readonly (readonly Node[])[])[];

/**
 * Staged spaces and chains: every operation the space allows, in all places; of cells whose nodes say what they read,
 * those that read what comes before. Else, and where a feature is continuous
 * or there are very many, what was seen: in its own place where places differ (columns of a table, edges of a cell).
 */
export function operationsOf(
  space: SearchSpace,
  architectures: readonly Pick<Architecture, "units">[],
): Operations {
  const repeats = space.structure === "staged" || space.structure === "chain" || hasLinkedEdges(space);
  const all = repeats
    ? (enumerateOperations(space) ?? distinct(architectures.flatMap(({ units }) => units.flat())))
    : null;
  return space.units.map((unit, unitIndex) =>
    Array.from(
      { length: maxLength(unit) },
      (_, layer) =>
        all?.filter((node) => linkIssue(space, node, layer) === null) ??
        distinct(architectures.flatMap(({ units }) => units[unitIndex]?.slice(layer, layer + 1) ?? [])),
    ),
  );
}

const distinct = (nodes: readonly Node[]): Node[] => [
  ...new Map(nodes.map((node) => [operationKey(node), node])).values(),
];
