import type { Feature, FeatureValue, SearchSpace, UnitSpace } from "./searchSpace";
import { areCounted, countUp, isPositionName } from "./positions";
import type { RawRow } from "./formats/format";
import type { Reading } from "./formats/reader";

/** A node feature with more different numbers than this is a quantity, not a choice. */
const MOST_LEVELS = 100;

/** What the nodes (or whole architectures) of all rows say of one feature. */
type Seen = {
  readonly values: Set<FeatureValue>;
  /** Whether every one of them has it; a conditional feature is there only with some operations. */
  isAlways: boolean;
};

/**
 * The search space that the rows span: every value, length and unit that occurs is legal. A feature with one value
 * only, and that everywhere, is a constant: no predictor can learn from it. A feature that some nodes lack stays a
 * feature, even if its one value never varies.
 */
export function inferSpace(rows: readonly RawRow[], reading: Reading, notation: string): SearchSpace {
  const node = collect(distinctNodes(rows));
  const global = collect(distinctGlobals(rows));
  const varies = ([, { values, isAlways }]: [string, Seen]): boolean => values.size > 1 || !isAlways;
  const constants = Object.fromEntries(
    [...node, ...global]
      .filter((entry) => !varies(entry))
      .map(([name, { values }]) => [name, [...values][0] ?? null]),
  );
  const varying = [...node].filter(varies);
  return {
    structure: reading.structure,
    units: joinedLast(reading.structure, inferUnits(rows, reading)),
    // A space of one operation still needs a feature to write its nodes with.
    nodeFeatures: (varying.length > 0 ? varying : [...node].slice(0, 1)).map((entry) =>
      asPosition(nodeFeature(entry), rows, reading.structure),
    ),
    globalFeatures: [...global].filter(varies).map(globalFeature),
    ...(reading.edges ? { edges: reading.edges } : {}),
    notation,
    constants,
  };
}

/** Nodes of all rows; of those that rows share (see rawInterner) each once. */
export function distinctNodes(rows: readonly RawRow[]): RawRow["units"][number] {
  const units = new Set(rows.flatMap((row) => row.units));
  return [...new Set([...units].flat())];
}

export const distinctGlobals = (rows: readonly RawRow[]): RawRow["globals"][] => [
  ...new Set(rows.map(({ globals }) => globals)),
];

function collect(items: readonly Readonly<Record<string, FeatureValue>>[]): Map<string, Seen> {
  const found = new Map<string, Seen>();
  items.forEach((item, index) => {
    for (const [name, value] of Object.entries(item)) {
      const seen = found.get(name);
      if (seen) seen.values.add(value);
      // The first item that has it comes late: the ones before have not.
      else found.set(name, { values: new Set([value]), isAlways: index === 0 });
    }
    for (const [name, seen] of found) if (!Object.hasOwn(item, name)) seen.isAlways = false;
  });
  return found;
}

const isNumber = (value: FeatureValue): value is number => typeof value === "number";

function nodeFeature([name, { values: seen, isAlways }]: [string, Seen]): Feature {
  const values = sorted([...seen]);
  if (!values.every(isNumber)) return { name, kind: "categorical", values };
  return isAlways && values.length > MOST_LEVELS ? range(name, values) : { name, kind: "ordinal", values };
}

/** Numbers that count up along the nodes of each row say where a node stands; in a flat table their name has to do. */
function asPosition(feature: Feature, rows: readonly RawRow[], structure: SearchSpace["structure"]): Feature {
  const { name, kind, values } = feature;
  if (kind !== "ordinal" || !isPositionName(name) || !areCounted(values)) return feature;
  const sequences = (function* () {
    for (const { units } of rows)
      yield units.flatMap((unit) =>
        unit.flatMap((node) => (Object.hasOwn(node, name) ? [node[name] ?? 0] : [])),
      );
  })();
  // In a flat table a depth is how many layers there are.
  const isPlace = structure === "flat" ? !/depth/i.test(name) : countUp(sequences);
  return isPlace ? { ...feature, kind: "positional" } : feature;
}

/** Numbers of the whole architecture (resolution) are continuous: between two tried ones others are legal too. */
function globalFeature([name, { values: seen, isAlways }]: [string, Seen]): Feature {
  const values = sorted([...seen]);
  if (!values.every(isNumber)) return { name, kind: "categorical", values };
  return isAlways ? range(name, values) : { name, kind: "ordinal", values };
}

const range = (name: string, ascending: readonly number[]): Feature => ({
  name,
  kind: "continuous",
  values: [ascending[0] ?? 0, ascending.at(-1) ?? 0],
});

/** Numbers ascending, before texts in the order of their characters. */
export function sorted(values: FeatureValue[]): FeatureValue[] {
  return values.sort((a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
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

/**
 * As in ProxylessNAS: a last unit that is one layer always, after units that differ in length, says nothing by its
 * length. It is scored as the end of the unit before it (ALGORITHM section 7).
 */
function joinedLast(structure: SearchSpace["structure"], units: readonly UnitSpace[]): UnitSpace[] {
  const isOneLayer = units.at(-1)?.lengths.join() === "1";
  const joins = structure === "staged" && isOneLayer && units.some(({ lengths }) => lengths.length > 1);
  return units.map((unit, index) =>
    joins && index === units.length - 2 ? { ...unit, joinsNext: true } : unit,
  );
}

/** How many units most rows have; rows with another number do not belong to the space. */
export function usualNumUnits(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { units } of rows) counts.set(units.length, (counts.get(units.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
