import type { Architecture } from "../architecture";
import { featureValue, type Feature, type FeatureValue, type SearchSpace } from "../searchSpace";
import { isEdges, isRawNode, readMetrics, readSpace } from "./archsetSpace";
import type { Measured, RawNode, Reader, Reading, RowOutcome } from "./reader";
import { isRecord } from "./readTable";
import { cellOf, type Table, type TableRow } from "./table";

export const ARCHSET_FORMAT = "archset";
/** 2 added `edges` and `status` of a row, and lists among constants; 1 and files without a version are read as well. */
export const ARCHSET_VERSION = 2;
/** The column of a CSV whose cells are rows of an archset; one of them holds the declaration too. */
export const ARCHSET_COLUMN = "archset";
export const STATUS_COLUMN = "status";

/**
 * The project's own JSON; see public/schema/archset.schema.json. It says its search space and its metrics itself. A CSV
 * of ours whose notation alone does not say them has them in a column of its own.
 */
export const archset: Reader = {
  id: ARCHSET_FORMAT,
  label: "archset of Archwright",
  match(table) {
    if (table.meta.format === ARCHSET_FORMAT)
      return readingOf(table, table.meta, ({ item }) => item ?? null, null);
    if (!table.columns.includes(ARCHSET_COLUMN)) return null;
    const rowOf = (row: TableRow) => parsed(cellOf(row, ARCHSET_COLUMN));
    for (const row of table.rows) {
      const declaration = rowOf(row);
      if (declaration?.format === ARCHSET_FORMAT)
        return readingOf(table, declaration, rowOf, textsOf(declaration.columns));
    }
    return null;
  },
  write: (space, architecture) => JSON.stringify(archsetUnits(space, architecture)),
};

type Item = Readonly<Record<string, unknown>>;

/** @param headers of the metrics' columns in a CSV; null where rows have an object `metrics` */
function readingOf(
  table: Table,
  declaration: Item,
  itemOf: (row: TableRow) => Item | null,
  headers: readonly string[] | null,
): Reading {
  const { version = 1 } = declaration;
  if (version !== 1 && version !== ARCHSET_VERSION)
    return refusing(
      "version",
      `${JSON.stringify(version)} is not known; up to ${ARCHSET_VERSION} are read here`,
    );
  const space = readSpace(declaration.space);
  if ("message" in space) return refusing(space.field, space.message);
  const metrics = readMetrics(declaration.metrics);
  const labels = new Set(headers ?? metrics?.map(({ label }) => label));
  const cell: Measured["cell"] = (row, index) => {
    if (headers !== null) return cellOf(row, headers[index] ?? "");
    const label = metrics?.[index]?.label ?? "";
    const values = itemOf(row)?.metrics;
    return isRecord(values) && Object.hasOwn(values, label) ? values[label] : undefined;
  };
  const status: Measured["status"] = (row) => {
    const text = headers === null ? itemOf(row)?.status : cellOf(row, STATUS_COLUMN);
    return typeof text === "string" && text !== "" ? text : null;
  };
  return {
    structure: space.structure,
    columns: metrics
      ? table.columns.filter((label) => label !== "id" && !labels.has(label))
      : ["units", "globals", "edges", "predicted", "notation", "status"],
    space,
    ...(metrics ? { measured: { metrics, cell, status } } : {}),
    row: (row) => readItem(itemOf(row), space),
  };
}

/** A file that says it is an archset, but is none that can be read: every row is rejected with the reason. */
const refusing = (field: string, message: string): Reading => ({
  structure: "chain",
  columns: [],
  row: () => ({ ok: false, field, message }),
});

function readItem(item: Item | null, { globalFeatures }: SearchSpace): RowOutcome {
  if (item === null || !Array.isArray(item.units) || item.units.length === 0)
    return { ok: false, field: "units", message: "holds no units" };
  const { units, globals = {}, edges }: Item & { units?: unknown } = item;
  if (!isRawUnits(units)) {
    const bad = item.units.findIndex((unit) => !isRawUnit(unit));
    return { ok: false, field: `units[${bad}]`, message: "is not a list of nodes with feature values" };
  }
  if (!isRawNode(globals))
    return {
      ok: false,
      field: "globals",
      message: `is not an object with values of ${globalFeatures.map(({ name }) => name).join(", ") || "features"}`,
    };
  if (edges === undefined) return { ok: true, units, globals };
  const numNodes = units.reduce((sum, unit) => sum + unit.length, 0);
  if (!isEdges(edges) || edges.some((edge) => edge.some((end) => end >= numNodes)))
    return {
      ok: false,
      field: "edges",
      message: `is not a list of [source, target] pairs below ${numNodes}`,
    };
  return { ok: true, units, globals, edges };
}

const isRawUnit = (unit: unknown): unit is RawNode[] => Array.isArray(unit) && unit.every(isRawNode);
const isRawUnits = (units: unknown): units is RawNode[][] => Array.isArray(units) && units.every(isRawUnit);

function parsed(cell: unknown): Item | null {
  if (typeof cell !== "string" || !cell.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(cell);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];

/** Feature values of every node, unit by unit; features that do not apply are left out. */
export const archsetUnits = (space: SearchSpace, architecture: Architecture): RawNode[][] =>
  architecture.units.map((unit) => unit.map((node) => valuesByName(space.nodeFeatures, node)));

/** Values behind codes, by feature name. */
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
