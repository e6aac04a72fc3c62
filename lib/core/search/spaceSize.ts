import type { SearchSpace } from "../searchSpace";

/**
 * How many architectures the space allows: all legal lengths of every unit with every value in every place. Null where
 * a feature is continuous or where architectures bring edges of their own, which nobody counts.
 */
export function spaceSize(space: SearchSpace): bigint | null {
  const features = [...space.nodeFeatures, ...space.globalFeatures];
  if (space.structure === "graph" || features.some(({ kind }) => kind === "continuous")) return null;
  const numOperations = product(space.nodeFeatures.map(({ values }) => values.length));
  const ofUnits = space.units.map(({ lengths }) =>
    lengths.reduce((sum, length) => sum + numOperations ** BigInt(length), 0n),
  );
  return ofUnits.reduce(
    (all, count) => all * count,
    product(space.globalFeatures.map(({ values }) => values.length)),
  );
}

const product = (counts: readonly number[]): bigint => counts.reduce((all, count) => all * BigInt(count), 1n);
