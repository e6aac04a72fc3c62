import { guessByName } from "./columnNames";
import { outerKeys } from "./jsonKeys";
import { isRecord } from "./record";

/** Rows found in a JSON object that holds no list of them, and which keys stood twice. */
export type KeyedRows = {
  readonly items: readonly Record<string, unknown>[];
  /** Positions of the items in the file, from 1. */
  readonly rows: readonly number[];
  readonly repeated: readonly { readonly row: number; readonly key: string }[];
};

type Entries = readonly (readonly [string, unknown])[];

/**
 * A JSON object as rows: keyed by architecture ({"1114": 0.93}, {"|none~0|+...": {...}}), the same once for each
 * dataset ({"cifar10": {"(0, 1)": {...}}}), or by column, with lists ({"arch": [...], "acc": [...]}) or numbered
 * entries as pandas writes them. Null where it is none of these.
 */
export function keyedRows(value: unknown, text: string): KeyedRows | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const items = columnItems(value, entries) ?? datasetItems(entries);
  if (items !== null) return { items, rows: items.map((_, index) => index + 1), repeated: [] };
  if (!isKeyed(entries)) return null;
  const keys = outerKeys(text);
  const lastAt = new Map(keys.map((key, index) => [key, index]));
  const kept = keys.flatMap((key, index) => (lastAt.get(key) === index ? [index] : []));
  const column = keyColumn(entries);
  return {
    items: kept.map((index) => {
      const key = keys[index] ?? "";
      return { [column]: key, ...measured(Object.hasOwn(value, key) ? value[key] : null) };
    }),
    rows: kept.map((index) => index + 1),
    repeated: keys.flatMap((key, index) => (lastAt.get(key) === index ? [] : [{ row: index + 1, key }])),
  };
}

/** Brackets, bars, dashes or digits: a key that writes an architecture and is no word. */
const isCode = (key: string): boolean => /[^\w\s.]/.test(key) || /^\d{2,}$/.test(key);
const isNumbered = (keys: readonly string[]): boolean => keys.every((key, index) => key === String(index));
const isHash = (key: string): boolean => /^[0-9a-f]{32,64}$/i.test(key);

/** Two objects under words may be anything; so many of one kind are a table. */
const FEWEST_WORDS = 3;

function isKeyed(entries: Entries): boolean {
  const keys = entries.map(([key]) => key);
  const isOfRecords = entries.every(([, value]) => isRecord(value));
  if (isOfRecords && keys.length > 0 && (isNumbered(keys) || keys.every(isHash))) return true;
  const isOfNumbers = entries.every(([, value]) => typeof value === "number");
  return (isOfRecords || isOfNumbers) && (keys.length >= FEWEST_WORDS || keys.some(isCode));
}

/** Keys that only count or hash are ids; others are architectures. A field of the same name inside keeps its name. */
function keyColumn(entries: Entries): string {
  const keys = entries.map(([key]) => key);
  const names = isNumbered(keys) || keys.every(isHash) ? ["id", "key"] : ["architecture", "key"];
  const [, first] = entries[0] ?? [];
  return names.find((name) => !isRecord(first) || !(name in first)) ?? "key of the object";
}

const MOST_REPEATS = 10;

/** Results behind a key: a number alone, or fields, of which lists of repeated results become a column each. */
function measured(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) return { value };
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) =>
      Array.isArray(entry) &&
      entry.length <= MOST_REPEATS &&
      entry.every((item) => typeof item === "number") &&
      guessByName(name) === "result"
        ? entry.map((item, index): [string, unknown] => [`${name}[${index}]`, item])
        : [[name, entry] as [string, unknown]],
    ),
  );
}

/** {"arch": [...], "acc": [...]}, {"columns": [...], "data": [[...]]} and {"arch": {"0": ...}, "acc": {"0": ...}}. */
function columnItems(value: Record<string, unknown>, entries: Entries): Record<string, unknown>[] | null {
  const { columns, data } = value;
  if (Array.isArray(columns) && Array.isArray(data) && data.every((row) => Array.isArray(row)))
    return data.map((row) => Object.fromEntries(columns.map((name, index) => [String(name), row[index]])));
  const lists = entries.flatMap(([name, list]) => (Array.isArray(list) ? [{ name, list }] : []));
  const [first] = lists;
  if (first && lists.length > 1 && lists.length === entries.length)
    return lists.every(({ list }) => list.length === first.list.length)
      ? first.list.map((_, row) => Object.fromEntries(lists.map(({ name, list }) => [name, list[row]])))
      : null;
  const numbered = entries.flatMap(([name, cells]) =>
    isRecord(cells) && isNumbered(Object.keys(cells)) ? [{ name, cells: Object.values(cells) }] : [],
  );
  const length = numbered[0]?.cells.length ?? 0;
  if (
    length === 0 ||
    numbered.length < entries.length ||
    numbered.some(({ cells }) => cells.length !== length)
  )
    return null;
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(numbered.map(({ name, cells }) => [name, cells[row]])),
  );
}

const MOST_DATASETS = 40;

/** Architectures keyed once for each dataset: one row an architecture, columns `cifar10.val_accuracy`. */
function datasetItems(entries: Entries): Record<string, unknown>[] | null {
  if (entries.length > MOST_DATASETS || entries.every(([key]) => isCode(key))) return null;
  const items = new Map<string, Record<string, unknown>>();
  for (const [dataset, keyed] of entries) {
    if (!isRecord(keyed) || !isKeyed(Object.entries(keyed)) || !Object.keys(keyed).every(isCode)) return null;
    for (const [key, value] of Object.entries(keyed)) {
      const item = items.get(key) ?? { architecture: key };
      for (const [name, number] of numbersInside(value, dataset)) item[name] = number;
      items.set(key, item);
    }
  }
  return items.size > 0 ? [...items.values()] : null;
}

function numbersInside(value: unknown, name: string): [string, unknown][] {
  if (!isRecord(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, entry]) => numbersInside(entry, `${name}.${key}`));
}
