import type { Architecture } from "../architecture";
import { featureValue, type Feature, type FeatureValue, type SearchSpace } from "../searchSpace";
import type { RawRow } from "./format";

/** Writes architectures of a space back in feature values; nodes and units that rows share are written once. */
export function rawWriter(space: SearchSpace): (architecture: Architecture) => RawRow {
  const known = new Map<string, unknown>();
  const shared = <T>(key: string, make: () => T): T => {
    const found = known.get(key);
    // The key says what it is of, so what is known has its type.
    if (found !== undefined) return found as T;
    const made = make();
    known.set(key, made);
    return made;
  };
  const node = (codes: readonly number[]) =>
    shared(`n${codes.join()}`, () => valuesByName(space.nodeFeatures, codes));
  return ({ units, globals, edges }) => ({
    units: units.map((unit) =>
      shared(`u${unit.map((codes) => codes.join()).join(";")}`, () => unit.map(node)),
    ),
    globals: shared(`g${globals.join()}`, () => valuesByName(space.globalFeatures, globals)),
    ...(edges ? { edges } : {}),
  });
}

/** Values behind codes, by feature name; features that do not apply are left out. */
export function valuesByName(
  features: readonly Feature[],
  codes: readonly number[],
): Readonly<Record<string, FeatureValue>> {
  return Object.fromEntries(
    features.flatMap((feature, index) => {
      const value = featureValue(feature, codes[index] ?? -1);
      return value === null ? [] : [[feature.name, value]];
    }),
  );
}
