import { ABSENT, type Architecture } from "./architecture";
import type { RawRow } from "./formats/format";
import type { Feature, FeatureValue, SearchSpace } from "./searchSpace";

export type EncodeOutcome =
  | { readonly ok: true; readonly architecture: Architecture }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Turns feature values into codes; names the first field that the space does not allow: `units[2][0].kernel`. */
export function encodeArchitecture(
  space: SearchSpace,
  id: string,
  raw: Pick<RawRow, "units" | "globals" | "edges">,
): EncodeOutcome {
  if (raw.units.length !== space.units.length)
    return {
      ok: false,
      field: "units",
      message: `has ${raw.units.length} units, expected ${space.units.length}`,
    };
  const units: number[][][] = [];
  for (const [unitIndex, unit] of raw.units.entries()) {
    const legal = space.units[unitIndex]?.lengths ?? [];
    if (!legal.includes(unit.length))
      return {
        ok: false,
        field: `units[${unitIndex}]`,
        message: `has ${unit.length} layers; ${legal.join(", ")} are legal`,
      };
    const nodes: number[][] = [];
    for (const [layerIndex, node] of unit.entries()) {
      const codes: number[] = [];
      for (const feature of space.nodeFeatures) {
        const code = encodeValue(feature, node[feature.name]);
        if (code === null)
          return illegal(`units[${unitIndex}][${layerIndex}].${feature.name}`, node[feature.name], feature);
        codes.push(code);
      }
      nodes.push(codes);
    }
    units.push(nodes);
  }
  const globals: number[] = [];
  for (const feature of space.globalFeatures) {
    const code = encodeValue(feature, raw.globals[feature.name]);
    if (code === null) return illegal(feature.name, raw.globals[feature.name], feature);
    globals.push(code);
  }
  return { ok: true, architecture: { id, units, globals, ...(raw.edges ? { edges: raw.edges } : {}) } };
}

function encodeValue(feature: Feature, value: FeatureValue | undefined): number | null {
  if (feature.kind === "continuous")
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  if (value === undefined) return ABSENT;
  const code = feature.values.indexOf(value);
  return code < 0 ? null : code;
}

const illegal = (field: string, value: FeatureValue | undefined, feature: Feature): EncodeOutcome => ({
  ok: false,
  field,
  message:
    value === undefined
      ? "is missing"
      : `${JSON.stringify(value)} is not one of ${feature.values.join(", ")}`,
});
