import type { SearchSpace } from "../searchSpace";
import type { RawRow } from "./format";

/**
 * What keeps a row of another file out of a space that its codes alone would not tell: a feature that the space lacks,
 * or another value of one that never varies there. Null where nothing does.
 */
export function foreignFeature(space: SearchSpace, raw: RawRow): { field: string; message: string } | null {
  const nodeNames = new Set(space.nodeFeatures.map(({ name }) => name));
  const globalNames = new Set(space.globalFeatures.map(({ name }) => name));
  const parts: readonly (readonly [field: string, values: Record<string, unknown>, known: Set<string>])[] = [
    ["", raw.globals, globalNames],
    ...raw.units.flatMap((unit, unitIndex) =>
      unit.map((node, layer) => [`units[${unitIndex}][${layer}].`, node, nodeNames] as const),
    ),
  ];
  for (const [prefix, values, known] of parts)
    for (const [name, value] of Object.entries(values)) {
      if (known.has(name)) continue;
      const field = `${prefix}${name}`;
      const constant = Object.hasOwn(space.constants, name) ? space.constants[name] : undefined;
      if (constant === undefined) return { field, message: "is no feature of this dataset" };
      if (constant !== value)
        return {
          field,
          message: `${JSON.stringify(value)} is not ${String(constant)}, which every row of the dataset has`,
        };
    }
  return null;
}
