import type { Architecture } from "./architecture";
import { encodeArchitecture, type EncodeOutcome } from "./encodeArchitecture";
import { featureValue, type Feature, type FeatureValue, type SearchSpace } from "./searchSpace";

/**
 * The same architecture in the codes of another search space. A file of few rows spans a smaller space than the
 * predictor's, and holds as constants what varies there; values decide, not codes.
 */
export function recodeArchitecture(
  architecture: Architecture,
  from: SearchSpace,
  to: SearchSpace,
): EncodeOutcome {
  const values = (
    fromFeatures: readonly Feature[],
    codes: readonly number[],
    toFeatures: readonly Feature[],
  ) =>
    Object.fromEntries(
      toFeatures.flatMap(({ name }) => {
        const index = fromFeatures.findIndex((feature) => feature.name === name);
        const feature = fromFeatures[index];
        const value = feature ? featureValue(feature, codes[index] ?? -1) : constantOf(from, name);
        return value === null ? [] : [[name, value] as [string, FeatureValue]];
      }),
    );
  return encodeArchitecture(to, architecture.id, {
    units: architecture.units.map((unit) =>
      unit.map((node) => values(from.nodeFeatures, node, to.nodeFeatures)),
    ),
    globals: values(from.globalFeatures, architecture.globals, to.globalFeatures),
    edges: architecture.edges,
  });
}

function constantOf(space: SearchSpace, name: string): FeatureValue | null {
  const value = Object.hasOwn(space.constants, name) ? space.constants[name] : null;
  return typeof value === "string" || typeof value === "number" ? value : null;
}
