import type { Architecture } from "./architecture";
import { featureValue, type FeatureValue, type SearchSpace } from "./searchSpace";

/** A value that a feature of the whole architecture may take, with the architectures that have it. */
export type GlobalValue = {
  readonly featureIndex: number;
  readonly feature: string;
  readonly value: FeatureValue;
  readonly code: number;
  readonly support: number;
};

/** Values of a continuous feature that are looked at, at even shares of the architectures. */
const NUM_CONTINUOUS = 5;

/** Values of the features of whole architectures: all that were seen, and of a continuous feature a few over its range. */
export function globalValues(
  { globalFeatures }: Pick<SearchSpace, "globalFeatures">,
  architectures: readonly Architecture[],
): GlobalValue[] {
  return globalFeatures.flatMap((feature, featureIndex) => {
    const counts = new Map<number, number>();
    for (const { globals } of architectures) {
      const code = globals[featureIndex];
      if (code !== undefined && (feature.kind === "continuous" || featureValue(feature, code) !== null))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const seen = [...counts.keys()].sort((a, b) => a - b);
    const codes =
      feature.kind === "continuous" && seen.length > NUM_CONTINUOUS ? evenly(seen, NUM_CONTINUOUS) : seen;
    return codes.map((code) => ({
      featureIndex,
      feature: feature.name,
      value: featureValue(feature, code) ?? code,
      code,
      support: counts.get(code) ?? 0,
    }));
  });
}

/** Of ascending values, some at even steps of their order, both ends included. */
const evenly = (ascending: readonly number[], count: number): number[] => [
  ...new Set(
    Array.from({ length: count }, (_, step) => {
      const at = Math.round((step * (ascending.length - 1)) / (count - 1));
      return ascending[at] ?? 0;
    }),
  ),
];
