import { cellList, cellValue } from "./cells";
import { guessByName } from "./columnNames";
import { plainName } from "./cells";
import type { Table } from "./table";

/** How the operations of a chain stand in one text: `1114` has no separator, `2-0-1` and `(2, 0, 1)` have one. */
export type CodeForm = {
  readonly column: string;
  /** Between operations; "" where every character is one; null for lists and tuples. */
  readonly separator: string | null;
  /** What every text starts and ends with and means nothing by itself: `64-1114-basic`. */
  readonly before: string;
  readonly after: string;
  /** Length that numbers are filled to with zeros in front; 0 where nothing was lost. */
  readonly digits: number;
  /** For lists: whether they are written as Python tuples. */
  readonly tuple: boolean;
};

const NAMES = new Set(
  "arch architecture archstr architectures encoding code codes chain genotype genome sequence opindices opidx oplist ops operations path subnet choice choices config key network".split(
    " ",
  ),
);
const CODE = /^[0-9A-Za-z]+$/;
const SEPARATORS = [":", "-", "|", ",", ";", " ", "_"];
const ITEM = /^[\w.+*]{1,60}$/;
const LONGEST = 400;
const MOST_SYMBOLS = 12;
const NUM_PROBED = 200;
/** Codes of unknown columns have to be many and different before numbers are taken for them. */
const FEWEST_UNNAMED = 8;

/** The column of codes and how they are written; null where there is none. */
export function findCodes(table: Table): CodeForm | null {
  const named = table.columns.filter((label) => NAMES.has(plainName(label)));
  const others = table.columns.filter((label) => !named.includes(label) && guessByName(label) === "unknown");
  for (const column of [...named, ...others]) {
    const isNamed = named.includes(column);
    const cells = table.rows.slice(0, NUM_PROBED).map((row) => row.cells[column]);
    const form = formOf(
      column,
      cells.filter((cell) => cell !== undefined && cell !== null && cell !== ""),
      isNamed,
    );
    if (form !== null) return form;
  }
  return null;
}

function formOf(column: string, cells: readonly unknown[], isNamed: boolean): CodeForm | null {
  if (cells.length === 0) return null;
  const plain = { column, separator: "", before: "", after: "", digits: 0, tuple: false };
  const lists = cells.filter((cell) => isList(cell));
  if (lists.length * 2 > cells.length)
    return isNamed
      ? {
          ...plain,
          separator: null,
          tuple: lists.some((cell) => typeof cell === "string" && /^\s*\(/.test(cell)),
        }
      : null;
  const numbers = cells.filter((cell) => Number.isInteger(cell) && Number(cell) >= 10);
  if (isNamed && numbers.length * 2 > cells.length) {
    const texts = numbers.map(String);
    // A number keeps no zero in front. Only where 0 is an operation can one have been lost.
    return isAlphabet(texts)
      ? { ...plain, digits: texts.some((text) => text.includes("0")) ? longest(texts) : 0 }
      : null;
  }
  const texts = cells.filter((cell) => typeof cell === "string").map((text) => text.trim());
  if (texts.length * 2 <= cells.length) return null;
  const affixes = commonAffixes(texts);
  const bare = texts.map((text) => text.slice(affixes.before.length, text.length - affixes.after.length));
  if (isCode(bare, isNamed)) return { ...plain, ...affixes };
  if (!isNamed) return null;
  const separator = SEPARATORS.find((mark) => isSeparated(texts, mark));
  return separator === undefined ? null : { ...plain, separator };
}

const isList = (cell: unknown): boolean => {
  if (typeof cell === "string" && !/^\s*[[(]/.test(cell)) return false;
  const items = cellList(cell);
  return (
    items !== null &&
    items.length > 1 &&
    items.every((item) => typeof item === "string" || typeof item === "number")
  );
};

/** Characters that stand for operations: few, in texts that mostly differ. */
function isCode(texts: readonly string[], isNamed: boolean): boolean {
  const codes = texts.filter((text) => text.length >= 2 && text.length <= LONGEST && CODE.test(text));
  if (codes.length * 2 <= texts.length || !isAlphabet(codes)) return false;
  const distinct = new Set(codes).size;
  const isDigits = codes.every((text) => /^\d+$/.test(text));
  if (isNamed) return isDigits || isLetters(codes);
  const hasZeroInFront = codes.some((text) => /^0\d/.test(text));
  const isOneLength = codes.every((text) => text.length === codes[0]?.length);
  return (
    distinct >= FEWEST_UNNAMED &&
    distinct * 2 > codes.length &&
    isDigits &&
    (hasZeroInFront || (isOneLength && numSymbols(codes) <= MOST_SYMBOLS / 2))
  );
}

/** Letters of one case that come again and again; names of models have more letters, or digits among them. */
const isLetters = (codes: readonly string[]): boolean =>
  codes.every((text) => /^(?:[a-z]+|[A-Z]+)$/.test(text)) &&
  codes.join("").length >= MIN_REPEATS * numSymbols(codes);

const MIN_REPEATS = 4;
const numSymbols = (texts: readonly string[]): number => new Set(texts.join("")).size;
const isAlphabet = (texts: readonly string[]): boolean => numSymbols(texts) <= MOST_SYMBOLS;
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);

function isSeparated(texts: readonly string[], mark: string): boolean {
  const split = texts.filter((text) => {
    const items = text.split(mark);
    return items.length > 1 && items.every((item) => ITEM.test(item.trim()));
  });
  return (
    split.length * 2 > texts.length &&
    numTokens(split, mark) <= Math.max(MOST_SYMBOLS * 4, 2 * Math.sqrt(split.length))
  );
}

const numTokens = (texts: readonly string[], mark: string): number =>
  new Set(texts.flatMap((text) => text.split(mark).map((item) => item.trim()))).size;

const WORD_BEFORE = /^[0-9A-Za-z]+[-_:]/;
const WORD_AFTER = /[-_:][0-9A-Za-z]+$/;

/** Words with a mark that all texts share at their ends, as in `64-1114-basic`; none where the rest would be no code. */
function commonAffixes(texts: readonly string[]): { before: string; after: string } {
  const [first = ""] = texts;
  const before = WORD_BEFORE.exec(first)?.[0] ?? "";
  const after = WORD_AFTER.exec(first.slice(before.length))?.[0] ?? "";
  const isCommon = texts.every(
    (text) =>
      text.startsWith(before) &&
      text.endsWith(after) &&
      CODE.test(text.slice(before.length, text.length - after.length)),
  );
  return isCommon && texts.length > 1 ? { before, after } : { before: "", after: "" };
}

export type CodeOutcome =
  | { readonly ok: true; readonly ops: string[]; readonly isFilled: boolean }
  | { readonly ok: false; readonly message: string };

/** The operations of one cell. */
export function readCode(cell: unknown, { separator, before, after, digits }: CodeForm): CodeOutcome {
  const shown = JSON.stringify(cell ?? null).slice(0, 80);
  if (separator === null) {
    const items = cellList(cell);
    const ops =
      items?.flatMap((item) =>
        typeof item === "string" || typeof item === "number" ? [String(item)] : [],
      ) ?? [];
    return items !== null && ops.length === items.length && ops.length > 0
      ? { ok: true, ops, isFilled: false }
      : { ok: false, message: `${shown} is not a list of operations` };
  }
  const value = cellValue(cell);
  if (typeof value !== "string" && !(typeof value === "number" && Number.isInteger(value) && value >= 0))
    return { ok: false, message: `${shown} is not a code with one character for each layer` };
  const text = String(value).trim();
  if (text === "") return { ok: false, message: "is empty; a chain needs at least one layer" };
  if (separator !== "") {
    const ops = text.split(separator).map((item) => item.trim());
    return ops.every((op) => op !== "")
      ? { ok: true, ops, isFilled: false }
      : { ok: false, message: `${shown} has an empty place between two "${separator}"` };
  }
  const bare =
    text.startsWith(before) && text.endsWith(after)
      ? text.slice(before.length, text.length - after.length)
      : text;
  if (!CODE.test(bare) || bare.length > LONGEST)
    return { ok: false, message: `${shown} is not a code with one character for each layer` };
  const filled = bare.padStart(digits, "0");
  return { ok: true, ops: [...filled], isFilled: filled.length > bare.length };
}

export function writeCode(
  ops: readonly string[],
  { separator, before, after, tuple }: Omit<CodeForm, "column" | "digits">,
): string {
  if (separator !== null) return `${before}${ops.join(separator)}${after}`;
  const items = ops
    .map((op) => (/^-?\d+$/.test(op) ? op : tuple ? `'${op}'` : JSON.stringify(op)))
    .join(", ");
  return tuple ? `(${items})` : `[${items}]`;
}
