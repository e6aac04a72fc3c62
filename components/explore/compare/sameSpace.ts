import type { SearchSpace } from "@/lib/core/searchSpace";

/**
 * Whether modules of one space mean the same in the other: equal units, features, values and edges. How a source
 * writes architectures, and what never varies in it, does not count.
 */
export const isSameSpace = (one: SearchSpace, other: SearchSpace): boolean =>
  canonical(one) === canonical(other);

const canonical = ({ structure, units, nodeFeatures, globalFeatures, edges }: SearchSpace): string =>
  JSON.stringify([
    structure,
    units.map(({ lengths, layerNames, joinsNext }) => [lengths, layerNames ?? null, joinsNext ?? false]),
    nodeFeatures.map(({ name, kind, values }) => [name, kind, kind === "continuous" ? null : values]),
    globalFeatures.map(({ name, kind, values }) => [name, kind, kind === "continuous" ? null : values]),
    edges ?? null,
  ]);
