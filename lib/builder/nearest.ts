import { ABSENT, type Node } from "../core/architecture";
import { operationKey, shareOfRange, type SearchSpace } from "../core/searchSpace";

/**
 * How different two operations are by their features, 0..1: steps of an ordinal feature as a share of its range, any
 * difference of a categorical one as a whole step.
 */
export function operationDistance(space: Pick<SearchSpace, "nodeFeatures">, a: Node, b: Node): number {
  if (space.nodeFeatures.length === 0) return 0;
  const sum = space.nodeFeatures.reduce((total, feature, index) => {
    const [left = ABSENT, right = ABSENT] = [a[index], b[index]];
    if (left === right) return total;
    if (feature.kind === "continuous")
      return total + Math.min(1, Math.abs(shareOfRange(feature, left) - shareOfRange(feature, right)));
    if (feature.kind === "categorical" || left === ABSENT || right === ABSENT) return total + 1;
    return total + Math.abs(left - right) / Math.max(1, feature.values.length - 1);
  }, 0);
  return sum / space.nodeFeatures.length;
}

/** The other operations from the most to the least like the node; equally like ones stay in their order. */
export const nearestOperations = (
  space: Pick<SearchSpace, "nodeFeatures">,
  node: Node,
  operations: readonly Node[],
): readonly Node[] =>
  operations
    .filter((other) => operationKey(other) !== operationKey(node))
    .map((other, index) => ({ other, index, distance: operationDistance(space, node, other) }))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .map(({ other }) => other);
