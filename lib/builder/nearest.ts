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

/** Operations with the vectors that a predictor has for them, in the same order. */
export type EmbeddedOperations = {
  readonly operations: readonly Node[];
  readonly vectors: readonly ArrayLike<number>[];
};

/** How unlike one operation others are; comparable only among distances of the same kind. */
export type Unlikeness = {
  readonly by: "embeddings" | "features";
  /** 0 for the operation itself; Infinity for one that has no embedding. */
  to(other: Node): number;
};

/**
 * By the predictor's embeddings where it has one of the node: what it learned to be alike may differ in every feature.
 * Else by features.
 */
export function unlikenessOf(
  space: Pick<SearchSpace, "nodeFeatures">,
  node: Node,
  embedded: EmbeddedOperations | null,
): Unlikeness {
  const vectors = new Map(
    embedded?.operations.map((operation, index) => [operationKey(operation), embedded.vectors[index]]),
  );
  const own = vectors.get(operationKey(node));
  if (own === undefined) return { by: "features", to: (other) => operationDistance(space, node, other) };
  return {
    by: "embeddings",
    to(other) {
      const vector = vectors.get(operationKey(other));
      if (vector === undefined) return Infinity;
      return Math.hypot(...Array.from(own, (value, at) => value - (vector[at] ?? NaN)));
    },
  };
}

/** The other operations from the most to the least like the node; equally like ones stay in their order. */
export const nearestOperations = (
  node: Node,
  unlikeness: Unlikeness,
  operations: readonly Node[],
): readonly Node[] =>
  operations
    .filter((other) => operationKey(other) !== operationKey(node))
    .map((other, index) => ({ other, index, distance: unlikeness.to(other) }))
    .sort((a, b) => (a.distance === b.distance ? a.index - b.index : a.distance - b.distance))
    .map(({ other }) => other);
