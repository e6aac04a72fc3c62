/** Layers written as objects, and the fields by which they say where they stand. */
import type { FeatureValue } from "../searchSpace";
import { areCounted, countUp } from "../positions";
import { cellScalar, cellValue, plainName } from "./cells";
import { isRecord } from "./record";

export type Layer = Readonly<Record<string, unknown>>;

/** A field that counts, from its first number on. */
export type PlaceKey = { readonly key: string; readonly first: number };

/** The field that numbers the unit of a layer, and the one that numbers layers within a unit. */
export type PlaceKeys = { readonly unit: PlaceKey | null; readonly layer: PlaceKey | null };

const UNIT_NAMES = new Set("unit unitindex unitid stage stageindex stageid group segment".split(" "));
const LAYER_NAMES = new Set(
  "layer layerindex layerid index idx position pos block blockindex blockid node".split(" "),
);

/** Lists of layers, unit by unit; one unit where the layers stand in one list. Null for anything else. */
export function unitsOf(cell: unknown): Layer[][] | null {
  const value = cellValue(cell);
  if (!Array.isArray(value) || value.length === 0) return null;
  if (value.every(isLayer)) return [value];
  const units = value.map((unit: unknown) => (Array.isArray(unit) && unit.length > 0 ? unit : []));
  return units.every((unit) => unit.length > 0 && unit.every(isLayer)) ? units : null;
}

const isLayer = (value: unknown): value is Layer =>
  isRecord(value) && Object.values(value).some((entry) => fieldValue(entry) !== null);

const MOST_ITEMS = 4;

/** A plain value; a pair of equal numbers is one ([3, 3]), others are written 3x5. */
export function fieldValue(value: unknown): FeatureValue | null {
  if (!Array.isArray(value)) return cellScalar(value);
  const items = value.map(cellScalar);
  const [first = null] = items;
  if (first === null || items.length > MOST_ITEMS || items.includes(null)) return null;
  return items.every((item) => item === first) ? first : items.join("x");
}

/**
 * Fields that say no more than where each layer stands, in every row.
 * @param rows units of layers of every row that can be read
 */
export function placeKeys(rows: readonly (readonly (readonly Layer[])[])[]): PlaceKeys {
  const unit = unitKeyOf(rows);
  const grouped = unit === null ? rows : rows.map((units) => groupedBy(units.flat(), unit.key) ?? []);
  return { unit, layer: layerKeyOf(grouped) };
}

const namesIn = (rows: readonly (readonly (readonly Layer[])[])[], names: ReadonlySet<string>): string[] =>
  Object.keys(rows[0]?.[0]?.[0] ?? {}).filter((name) => names.has(plainName(name)));

function unitKeyOf(rows: readonly (readonly (readonly Layer[])[])[]): PlaceKey | null {
  if (rows.some((units) => units.length > 1)) return null;
  for (const key of namesIn(rows, UNIT_NAMES)) {
    const sequences = rows.map(([layers = []]) => layers.map((layer) => cellScalar(layer[key])));
    const numbers = sequences.map((sequence) => sequence.filter((value) => typeof value === "number"));
    const isEverywhere = numbers.every((sequence, index) => sequence.length === sequences[index]?.length);
    const distinct = [...new Set(numbers.flat())];
    if (isEverywhere && areCounted(distinct) && countUp(numbers))
      return { key, first: Math.min(...distinct) };
  }
  return null;
}

function layerKeyOf(rows: readonly (readonly (readonly Layer[])[])[]): PlaceKey | null {
  for (const key of namesIn(rows, LAYER_NAMES)) {
    const first = Number(cellScalar(rows[0]?.[0]?.[0]?.[key]));
    const counts = (layer: Layer, index: number) => cellScalar(layer[key]) === first + index;
    const isInOrder = rows.every((units) => units.every((unit) => unit.every(counts)));
    if ((first === 0 || first === 1) && isInOrder) return { key, first };
  }
  return null;
}

/** Layers by their unit's number, in the order of units; null where a layer has none. */
export function groupedBy(layers: readonly Layer[], unitKey: string): Layer[][] | null {
  const units = new Map<number, Layer[]>();
  for (const layer of layers) {
    const number = cellScalar(layer[unitKey]);
    if (typeof number !== "number") return null;
    const unit = units.get(number);
    if (unit) unit.push(layer);
    else units.set(number, [layer]);
  }
  return [...units].sort(([a], [b]) => a - b).map(([, unit]) => unit);
}
