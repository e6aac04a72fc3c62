import type { FeatureValue } from "../searchSpace";
import { scalarToJson } from "./cells";
import { fieldValue, groupedBy, placeKeys, unitsOf, type Layer, type PlaceKeys } from "./layerPlaces";
import { listDetail, nodeValue, notationDetails, notationWith } from "./notationDetails";
import { columnWhere, type RawNode, type Reader } from "./reader";
import { isRecord } from "./record";

/**
 * An architecture as a list of layers, each an object of its settings: [{"type": "mbconv", "kernel": 3}, ...], or a list
 * of such lists, one a unit. Layers that number their unit are grouped by it; such numbers, and those that count the
 * layers, become places and no features beside them. What only some layers have (the size of a dense layer) is a
 * conditional feature.
 */
export const layerObjects: Reader = {
  id: "layer-objects",
  label: "lists of layers, each an object ({type, kernel, ...})",
  match(table) {
    const column = columnWhere(table, (cell) => unitsOf(cell) !== null);
    if (column === null) return null;
    const rows = table.rows.flatMap(({ cells }) => {
      const units = unitsOf(cells[column]);
      return units === null ? [] : [units];
    });
    const places = placeKeys(rows);
    const isStaged = places.unit !== null || rows.some((units) => units.length > 1);
    const { keys, numNested } = settingsOf(rows, places);
    return {
      structure: isStaged ? "staged" : "chain",
      columns: [column],
      unitNames: isStaged ? [] : ["layers"],
      notation: notationWith(this.id, { keys, ...places, nested: isStaged && places.unit === null }),
      notes: nestedNotes(column, numNested),
      row({ cells }) {
        const units = unitsOf(cells[column]);
        const grouped = units !== null && places.unit ? groupedBy(units.flat(), places.unit.key) : units;
        if (grouped === null)
          return {
            ok: false,
            field: column,
            message:
              'is not a list of layers such as [{"type": "conv", "kernel": 3}]' +
              (places.unit ? `, each with a number as ${places.unit.key}` : ""),
          };
        return {
          ok: true,
          units: grouped.map((unit) => unit.map((layer) => nodeOf(layer, keys))),
          globals: {},
        };
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const keys = listDetail(details, "keys");
    const units = architecture.units.map((unit, unitIndex) =>
      unit.map((node, layerIndex) => ({
        ...place(details.unit, unitIndex),
        ...place(details.layer, layerIndex),
        ...Object.fromEntries(
          keys.flatMap((key): [string, FeatureValue | boolean][] => {
            const value = nodeValue(space, node, key);
            return value === null ? [] : [[key, scalarToJson(value)]];
          }),
        ),
      })),
    );
    return JSON.stringify(details.nested === true ? units : units.flat());
  },
};

/** The settings of layers, places left out, and how many were no plain values. */
function settingsOf(rows: readonly (readonly (readonly Layer[])[])[], { unit, layer: place }: PlaceKeys) {
  const keys = new Set<string>();
  let numNested = 0;
  for (const layer of rows.flat(2))
    for (const [key, value] of Object.entries(layer)) {
      if (key === unit?.key || key === place?.key) continue;
      if (fieldValue(value) !== null) keys.add(key);
      else if (value !== null) numNested++;
    }
  return { keys: [...keys], numNested };
}

const nestedNotes = (field: string, numNested: number) =>
  numNested === 0
    ? []
    : [
        {
          row: 0,
          field,
          message: `${numNested.toLocaleString("en-US")} settings of layers are no plain values and were left out.`,
        },
      ];

const nodeOf = (layer: Layer, keys: readonly string[]): RawNode =>
  Object.fromEntries(
    keys.flatMap((key): [string, FeatureValue][] => {
      const value = Object.hasOwn(layer, key) ? fieldValue(layer[key]) : null;
      return value === null ? [] : [[key, value]];
    }),
  );

/** The number of a place as the file counts it; nothing where the file does not. */
const place = (counted: unknown, index: number): Record<string, number> =>
  isRecord(counted) && typeof counted.key === "string" && typeof counted.first === "number"
    ? { [counted.key]: counted.first + index }
    : {};
