import { ABSENT, type Architecture, type Unit } from "./architecture";
import type { RawRow } from "./formats/format";
import type { Feature, FeatureValue, SearchSpace } from "./searchSpace";

export type EncodeOutcome =
  | { readonly ok: true; readonly architecture: Architecture }
  | { readonly ok: false; readonly field: string; readonly message: string };

export type EncodeOptions = {
  /** Refuses numbers outside of a continuous feature's range; else they are taken as they are. */
  readonly strictRanges?: boolean;
};

/** Turns feature values into codes; names the first field that the space does not allow: `units[2][0].kernel`. */
export const encodeArchitecture = (
  space: SearchSpace,
  id: string,
  raw: RawRow,
  options: EncodeOptions = {},
): EncodeOutcome => architectureEncoder(space, options)(id, raw);

/** The same for many rows of one space: units that rows share are encoded once, and shared again. */
export function architectureEncoder(
  space: SearchSpace,
  { strictRanges = false }: EncodeOptions = {},
): (id: string, raw: RawRow) => EncodeOutcome {
  const known = new WeakMap<RawRow["units"][number], Unit>();
  const codeOf = strictRanges ? codeInRange : codeOfValue;

  /** The codes of a unit, or where and why the space does not allow them. */
  function encodeUnit(unit: RawRow["units"][number], unitIndex: number): Unit | EncodeOutcome {
    const legal = space.units[unitIndex]?.lengths ?? [];
    if (!legal.includes(unit.length))
      return refused(`units[${unitIndex}]`, `has ${unit.length} layers; ${legal.join(", ")} are legal`);
    const shared = known.get(unit);
    if (shared !== undefined) return shared;
    const nodes: number[][] = [];
    for (const [layerIndex, node] of unit.entries()) {
      const codes: number[] = [];
      for (const feature of space.nodeFeatures) {
        const value = ownValue(node, feature.name);
        const code = codeOf(feature, value);
        if (code === null)
          return illegal(`units[${unitIndex}][${layerIndex}].${feature.name}`, value, feature);
        codes.push(code);
      }
      nodes.push(codes);
    }
    known.set(unit, nodes);
    return nodes;
  }

  return (id, raw) => {
    if (raw.units.length !== space.units.length)
      return refused("units", `has ${raw.units.length} units, expected ${space.units.length}`);
    // Arrays of their final size: one that grows has room for 17, which 100,000 rows would keep.
    const units = new Array<Unit>(raw.units.length);
    for (const [unitIndex, unit] of raw.units.entries()) {
      const encoded = encodeUnit(unit, unitIndex);
      if ("ok" in encoded) return encoded;
      units[unitIndex] = encoded;
    }
    const globals = new Array<number>(space.globalFeatures.length);
    for (const [index, feature] of space.globalFeatures.entries()) {
      const value = ownValue(raw.globals, feature.name);
      const code = codeOf(feature, value);
      if (code === null) return illegal(feature.name, value, feature);
      globals[index] = code;
    }
    const { edges } = raw;
    return { ok: true, architecture: edges ? { id, units, globals, edges } : { id, units, globals } };
  };
}

/** A feature may be called `constructor`, which every object has, but not as its own. */
const ownValue = (values: Readonly<Record<string, FeatureValue>>, name: string): FeatureValue | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

function codeOfValue(feature: Feature, value: FeatureValue | undefined): number | null {
  if (feature.kind === "continuous")
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  if (value === undefined) return ABSENT;
  const code = feature.values.indexOf(value);
  return code < 0 ? null : code;
}

function codeInRange(feature: Feature, value: FeatureValue | undefined): number | null {
  const code = codeOfValue(feature, value);
  if (feature.kind !== "continuous" || code === null) return code;
  const [low, high] = [Number(feature.values[0]), Number(feature.values.at(-1))];
  return code >= low && code <= high ? code : null;
}

const refused = (field: string, message: string): EncodeOutcome => ({ ok: false, field, message });

function illegal(field: string, value: FeatureValue | undefined, feature: Feature): EncodeOutcome {
  if (value === undefined) return refused(field, "is missing");
  const legal =
    feature.kind === "continuous"
      ? `a number from ${feature.values[0]} to ${feature.values.at(-1)}`
      : `one of ${feature.values.join(", ")}`;
  return refused(field, `${JSON.stringify(value)} is not ${legal}`);
}
