import { readContainer } from "./containers";
import { genotypeLines } from "./genotypeLines";
import type { FirstRow } from "./headerless";
import { jsonFault } from "./jsonFault";
import { flattened } from "./liftedFields";
import { csvTable } from "./csvTable";
import { jsonValues } from "./jsonValues";
import { keyedRows, type KeyedRows } from "./keyedRows";
import { isRecord } from "./record";
import { foreignFile } from "./signatures";
import { columnsOf, rowText, type Table, type TableRow } from "./table";
import { utf8Text } from "./textBytes";

/** What a file's bytes hold: a table, or the reason why not. */
export type TableOutcome = { ok: true; table: Table } | { ok: false; message: string };

const failed = (message: string): TableOutcome => ({ ok: false, message });

/** Wrappings inside of wrappings that are opened: a pickle in a gzip file in a zip archive. */
const MOST_WRAPPINGS = 3;

/**
 * Splits a file into rows by what it holds; its name is not asked.
 * @param firstRow what a person says of the first row of a CSV
 */
export function readTable(bytes: Uint8Array, firstRow?: FirstRow, wrappings = 0): TableOutcome {
  if (bytes.length === 0) return failed("The file is empty. Choose a file with one row per architecture.");
  if (wrappings > MOST_WRAPPINGS) return failed("The file is packed again and again. Unpack it first.");
  const contained = readContainer(bytes, {
    readBytes: (inner) => readTable(inner, firstRow, wrappings + 1),
    readValue: (value) => valueTable(value, () => JSON.stringify(value), "file"),
  });
  if (contained !== null) return contained;
  const foreign = foreignFile(bytes);
  if (foreign !== null) return failed(foreign);
  const text = utf8Text(bytes);
  if (text === null)
    return failed("The file is not text in UTF-8. Save it as UTF-8 CSV or JSON and choose it again.");
  const outcome = readText(text.bytes, firstRow);
  if (!outcome.ok || text.notes.length === 0) return outcome;
  const { table } = outcome;
  return { ok: true, table: { ...table, notes: [...text.notes, ...(table.notes ?? [])] } };
}

/** @param text valid UTF-8 */
function readText(text: Uint8Array, firstRow: FirstRow | undefined): TableOutcome {
  const first = firstCharacter(text);
  if (first === "") return failed("The file holds only blanks. Choose a file with one row per architecture.");
  if (first === "{" || first === "[") return readJson(new TextDecoder().decode(text));
  const genotypes = begins(text, GENOTYPES) ? genotypeLines(new TextDecoder().decode(text)) : null;
  if (genotypes !== null) return { ok: true, table: genotypes };
  return csvTable(text, hasByteOrderMark(text) ? 3 : 0, firstRow);
}

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const CHUNK_BYTES = 65_536;

/** A line that a file of genotypes may have among its first: a large CSV is not made one text to look for them. */
const GENOTYPES = /^\s*(?:\w+\s*=\s*)?Genotype\s*[(=]/m;

const begins = (bytes: Uint8Array, pattern: RegExp): boolean =>
  pattern.test(new TextDecoder().decode(bytes.subarray(0, CHUNK_BYTES)));

/** The first character that is no blank; empty where there is none. */
function firstCharacter(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const text = decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true }).trimStart();
    if (text !== "") return text.charAt(0);
  }
  return "";
}

const DEEPEST = 100;

/** Whether brackets outside of strings nest deeper than anything an architecture needs; recursion would run out of stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isInString) {
      if (character === "\\") index++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "[" || character === "{") {
      if (++depth > DEEPEST) return true;
    } else if (character === "]" || character === "}") depth--;
  }
  return false;
}

function readJson(text: string): TableOutcome {
  if (isTooDeep(text))
    return failed(
      `The JSON nests deeper than ${DEEPEST} levels. Lists of architectures need fewer than ten.`,
    );
  let value: unknown;
  try {
    // Python writes NaN and Infinity, which JSON does not have; as metrics they mean "not measured".
    value = JSON.parse(text.replace(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, "$1null"));
  } catch {
    return readJsonLines(text) ?? failed(`The JSON cannot be read: ${jsonFault(text)}.`);
  }
  return valueTable(value, () => text, "JSON");
}

/** @param text the value as JSON, asked for where the order of keys or repeated keys matter */
function valueTable(value: unknown, text: () => string, what: string): TableOutcome {
  const [only, ...others] = isRecord(value) ? Object.values(value) : [];
  const list = Array.isArray(value) ? value : listInside(value);
  const keyed = list === null ? keyedRows(value, text()) : null;
  if (keyed !== null) return { ok: true, table: keyedTable(keyed) };
  // {"nasbench201": {"cifar10": {"config": [...], "latency": [...]}}}
  if (list === null && isRecord(only) && others.length === 0)
    return valueTable(only, () => JSON.stringify(only), what);
  if (list === null)
    return failed(
      `The ${what} holds no list of architectures. Expected a list, or an object with "architectures": [...].`,
    );
  return { ok: true, table: jsonTable("json", list, isRecord(value) ? value : {}) };
}

/** One JSON object a line; null where the first line already is none. */
function readJsonLines(text: string): TableOutcome | null {
  const items: unknown[] = [];
  const broken: Table["broken"][number][] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    try {
      items[index] = JSON.parse(line);
    } catch {
      broken.push({ row: index + 1, field: "", message: "is not valid JSON", text: rowText(line) });
    }
  });
  if (!isRecord(items[0])) return readJsonValues(text);
  const table = jsonTable("jsonl", items, {});
  return { ok: true, table: { ...table, broken: [...table.broken, ...broken] } };
}

/** JSON objects after each other, over several lines or without any between; null where the text is something else. */
function readJsonValues(text: string): TableOutcome | null {
  const values = jsonValues(text);
  if (values === null || values.length < 2 || !values.every(isRecord)) return null;
  return { ok: true, table: jsonTable("jsonl", values, {}) };
}

/** A row of a list. Its text is made where it is rejected: the texts of all rows would double the file. */
class ItemRow implements TableRow {
  readonly cells: TableRow["cells"];

  constructor(
    readonly row: number,
    readonly item: Record<string, unknown>,
  ) {
    this.cells = flattened(item);
  }

  get text(): string {
    return rowText(JSON.stringify(this.item));
  }
}

function jsonTable(
  container: Table["container"],
  list: readonly unknown[],
  whole: Record<string, unknown>,
): Table {
  const rows: TableRow[] = [];
  const broken: Table["broken"][number][] = [];
  list.forEach((item, index) => {
    const row = index + 1;
    if (isRecord(item)) rows.push(new ItemRow(row, item));
    else if (item !== undefined)
      broken.push({ row, field: "", message: "is not an object", text: rowText(JSON.stringify(item)) });
  });
  const { architectures: _rows, ...meta } = whole;
  return { container, columns: columnsOf(rows), rows, broken, meta };
}

/** Rows keyed by their architecture; a key that stands twice is told, since JSON keeps only its last value. */
function keyedTable({ items, rows, repeated }: KeyedRows): Table {
  const found = items.map((item, index) => new ItemRow(rows[index] ?? index + 1, item));
  const broken = repeated.map(({ row, key }) => ({
    row,
    field: "",
    message: `${JSON.stringify(key)} stands twice as a key; JSON keeps only the last value`,
    text: rowText(key),
  }));
  return { container: "json", columns: columnsOf(found), rows: found, broken, meta: {} };
}

function listInside(value: unknown): unknown[] | null {
  if (!isRecord(value)) return null;
  if (Array.isArray(value.architectures)) return value.architectures;
  const lists = Object.values(value).filter((entry) => Array.isArray(entry) && isRecord(entry[0]));
  return lists.length === 1 && Array.isArray(lists[0]) ? lists[0] : null;
}

export { isRecord };
