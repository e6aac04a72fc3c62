import { shareOfRange, type SearchSpace } from "../../core/searchSpace";

/**
 * Features of a whole architecture as inputs of a read-out: one per value, and of a continuous one its share of the
 * range to the first, second and third power, since what a width is worth is seldom a straight line. The last is 1.
 */
export function encodeGlobals({ globalFeatures }: SearchSpace, globals: readonly number[]): Float32Array {
  const inputs = globalFeatures.flatMap((feature, index) => {
    const code = globals[index] ?? 0;
    if (feature.kind !== "continuous") return feature.values.map((_, value) => (value === code ? 1 : 0));
    const share = shareOfRange(feature, code);
    return [share, share ** 2, share ** 3];
  });
  return Float32Array.of(...inputs, 1);
}
