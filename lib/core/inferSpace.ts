import type { Feature, FeatureValue, SearchSpace, UnitSpace } from "./searchSpace";
import type { RawRow } from "./formats/format";
import type { Reading } from "./formats/reader";

/**
 * The search space that the rows span: every value, length and unit that occurs is legal. A feature with one value
 * only is a constant: no predictor can learn from it.
 */
export function inferSpace(rows: readonly RawRow[], reading: Reading, notation: string): SearchSpace {
  const node = collect(rows.flatMap(({ units }) => units.flat()));
  const global = collect(rows.map(({ globals }) => globals));
  const varies = ([, values]: [string, Set<FeatureValue>]): boolean => values.size > 1;
  const constants = Object.fromEntries(
    [...node, ...global]
      .filter((entry) => !varies(entry))
      .map(([name, values]) => [name, [...values][0] ?? null]),
  );
  const varying = [...node].filter(varies);
  return {
    structure: reading.structure,
    units: inferUnits(rows, reading),
    // A space of one operation still needs a feature to write its nodes with.
    nodeFeatures: (varying.length > 0 ? varying : [...node].slice(0, 1)).map(nodeFeature),
    globalFeatures: [...global].filter(varies).map(globalFeature),
    ...(reading.edges ? { edges: reading.edges } : {}),
    notation,
    constants,
  };
}

function collect(items: readonly Readonly<Record<string, FeatureValue>>[]): Map<string, Set<FeatureValue>> {
  const found = new Map<string, Set<FeatureValue>>();
  for (const item of items)
    for (const [name, value] of Object.entries(item))
      found.set(name, (found.get(name) ?? new Set()).add(value));
  return found;
}

function nodeFeature([name, seen]: [string, Set<FeatureValue>]): Feature {
  const values = sorted([...seen]);
  return {
    name,
    kind: values.every((value) => typeof value === "number") ? "ordinal" : "categorical",
    values,
  };
}

/** Numbers of the whole architecture (resolution) are continuous: between two tried ones others are legal too. */
function globalFeature([name, seen]: [string, Set<FeatureValue>]): Feature {
  const values = sorted([...seen]);
  if (!values.every((value) => typeof value === "number")) return { name, kind: "categorical", values };
  return { name, kind: "continuous", values: [values[0] ?? 0, values.at(-1) ?? 0] };
}

function sorted(values: FeatureValue[]): FeatureValue[] {
  return values.sort((a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    const [left, right] = [String(a), String(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function inferUnits(rows: readonly RawRow[], reading: Reading): UnitSpace[] {
  const lengths: Set<number>[] = [];
  for (const { units } of rows)
    units.forEach((unit, index) => (lengths[index] = (lengths[index] ?? new Set()).add(unit.length)));
  return lengths.map((seen, index) => {
    const layerNames = reading.layerNames?.[index];
    return {
      name: reading.unitNames?.[index] ?? `unit ${index + 1}`,
      lengths: [...seen].sort((a, b) => a - b),
      ...(layerNames && layerNames.length > 0 ? { layerNames } : {}),
    };
  });
}

/** How many units most rows have; rows with another number do not belong to the space. */
export function usualNumUnits(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { units } of rows) counts.set(units.length, (counts.get(units.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
