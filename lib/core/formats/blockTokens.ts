import { featureValue, type FeatureValue, type SearchSpace } from "../searchSpace";
import type { Node } from "../architecture";
import { cellValue } from "./cells";
import { columnWhere, type RawNode, type Reader, type Reading, type RowOutcome } from "./reader";
import type { Table, TableRow } from "./table";

/** What the letters of a block stand for; others keep their letter as name. */
const FEATURE_NAMES: ReadonlyMap<string, string> = new Map([
  ["e", "expand"],
  ["k", "kernel"],
  ["w", "width"],
]);
const LETTERS: ReadonlyMap<string, string> = new Map(
  [...FEATURE_NAMES].map(([letter, name]) => [name, letter]),
);

const TOKEN = /^(?:([A-Za-z][A-Za-z]*\d*)_)?((?:[a-z]\d+(?:\.\d+)?_?)+)$/;
const RICH_TOKEN =
  /^(?:[A-Za-z][A-Za-z]*\d*_(?:[a-z]\d+(?:\.\d+)?_?)+|[a-z]\d+(?:\.\d+)?_?(?:[a-z]\d+(?:\.\d+)?_?)+)$/;
const PART = /([a-z])(\d+(?:\.\d+)?)_?/g;
const UNIT_COLUMN = /^(?:u|unit|stage|s)[ _]?(\d+)$/i;

/**
 * Blocks written as letters with numbers, one token a layer: `e4k7`, `mbconv3_e6_k5`. Units are columns (`u1`, `u2`,
 * ... with blanks between tokens) or a list of lists (`units`).
 */
export const blockTokens: Reader = {
  id: "block-tokens",
  label: "blocks such as e4k7 or mbconv3_e6_k5, unit by unit",
  match(table) {
    const units = unitColumns(table);
    const nested = units.length > 0 ? null : columnWhere(table, isNestedTokens);
    const whole = units.length > 0 || nested !== null ? null : columnWhere(table, isWholeTokens);
    if (whole !== null) return wholeReading(table, whole);
    if (units.length === 0 && nested === null) return null;
    const resolution = table.columns.includes("resolution") ? ["resolution"] : [];
    const missing = nested === null ? missingUnitColumns(units) : [];
    const field = missing.join(", ");
    const message = `is missing: the header has ${units.join(", ")}. Add the column, or number the units without a gap.`;
    return {
      structure: "staged",
      columns: [...(nested === null ? units : [nested]), ...resolution],
      row: (row) =>
        missing.length > 0
          ? { ok: false, field, message }
          : readRow(row, units, nested, resolution.length > 0),
    };
  },
  write: (space, architecture) =>
    architecture.units.map((unit) => unit.map((node) => token(space, node)).join(" ")).join(" | "),
};

/** One column for all units, with bars between them as `write` writes: `e4k7 e6k7 | e3k5`; or a list of all blocks. */
function wholeReading(table: Table, column: string): Reading {
  const isStaged = table.rows.some(({ cells }) => (wholeUnits(cells[column]) ?? []).length > 1);
  return {
    structure: isStaged ? "staged" : "chain",
    columns: [column],
    unitNames: isStaged ? [] : ["layers"],
    row({ cells }) {
      const units = wholeUnits(cells[column])?.map((unit) => unit.map(readToken));
      const blocks = units?.map((unit) => unit.filter((node) => node !== null));
      if (blocks === undefined || blocks.flat().length < (units ?? []).flat().length)
        return { ok: false, field: column, message: "is not a list of blocks such as e4k7 e6k7 | e3k5" };
      if (blocks.some((unit) => unit.length === 0))
        return { ok: false, field: column, message: "has an empty unit; a unit needs at least one layer" };
      return { ok: true, units: blocks, globals: {} };
    },
  };
}

function wholeUnits(cell: unknown): string[][] | null {
  const value = cellValue(cell);
  if (Array.isArray(value)) return value.every((part) => typeof part === "string") ? [value] : null;
  return typeof value === "string" && value.trim() !== "" ? value.split("|").map(tokensOf) : null;
}

/** At least two blocks, each with an operation's name or two settings: one setting alone may be anything. */
const isWholeTokens = (cell: unknown): boolean => {
  const blocks = wholeUnits(cell)?.flat() ?? [];
  return blocks.length > 1 && blocks.every((block) => RICH_TOKEN.test(block));
};

function unitColumns(table: Table): string[] {
  const named = table.columns.filter((name) => UNIT_COLUMN.test(name));
  const first = named.find((name) => columnWhere({ ...table, columns: [name] }, isTokenList) !== null);
  return first === undefined ? [] : named;
}

/** Numbers that unit columns skip (`u1, u2, u4`): a column is missing, and every row with it. */
function missingUnitColumns(columns: readonly string[]): string[] {
  const numbers = columns.map((name) => Number(UNIT_COLUMN.exec(name)?.[1]));
  const prefix = columns[0]?.replace(/\d+$/, "") ?? "u";
  const first = Math.min(1, ...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, index) => first + index)
    .filter((number) => !numbers.includes(number))
    .map((number) => `${prefix}${number}`);
}

const tokensOf = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== "");

const isTokenList = (cell: unknown): boolean => {
  const parts = typeof cell === "string" ? tokensOf(cell) : asList(cell);
  return parts.length > 0 && parts.every((part) => typeof part === "string" && TOKEN.test(part));
};

const isNestedTokens = (cell: unknown): boolean =>
  Array.isArray(cell) &&
  cell.length > 0 &&
  cell.every(
    (unit) => Array.isArray(unit) && unit.every((part) => typeof part === "string" && TOKEN.test(part)),
  );

function readRow(
  row: TableRow,
  columns: readonly string[],
  nested: string | null,
  hasResolution: boolean,
): RowOutcome {
  const cells: readonly (readonly [string, unknown])[] =
    nested === null
      ? columns.map((name) => [name, row.cells[name]])
      : asList(row.cells[nested]).map((unit, index) => [`${nested}[${index}]`, unit]);
  if (cells.length === 0) return { ok: false, field: nested ?? "units", message: "holds no units" };
  const units: RawNode[][] = [];
  for (const [field, cell] of cells) {
    const parts = typeof cell === "string" ? tokensOf(cell) : asList(cell);
    if (parts.length === 0) return { ok: false, field, message: "is empty; a unit needs at least one layer" };
    const nodes: RawNode[] = [];
    for (const part of parts) {
      const node = typeof part === "string" ? readToken(part) : null;
      if (node === null)
        return { ok: false, field, message: `${JSON.stringify(part)} is not a block such as e4k7` };
      nodes.push(node);
    }
    units.push(nodes);
  }
  const resolution = Number(row.cells.resolution);
  return {
    ok: true,
    units,
    globals: hasResolution && row.cells.resolution && Number.isFinite(resolution) ? { resolution } : {},
  };
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function readToken(text: string): RawNode | null {
  const [, op, features] = TOKEN.exec(text) ?? [];
  if (features === undefined) return null;
  const node: Record<string, FeatureValue> = op === undefined ? {} : { op };
  for (const [, letter = "", number] of features.matchAll(PART))
    node[FEATURE_NAMES.get(letter) ?? letter] = Number(number);
  return node;
}

function token(space: SearchSpace, node: Node): string {
  const own = Object.fromEntries(
    space.nodeFeatures.map((feature, index) => [feature.name, featureValue(feature, node[index] ?? -1)]),
  );
  const { op, ...features } = { ...space.constants, ...own };
  const separator = op === undefined ? "" : "_";
  const parts = Object.entries(features)
    .filter(([name, value]) => typeof value === "number" && name !== "resolution")
    .map(([name, value]) => `${LETTERS.get(name) ?? name}${String(value)}`)
    .sort();
  return (op === undefined ? [] : [String(op)]).concat(parts).join(separator);
}
