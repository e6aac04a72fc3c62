import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { valuesByName } from "./archset";
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
