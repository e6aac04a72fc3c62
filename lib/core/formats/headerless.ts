/** Tells whether the first record of a CSV names its columns or is a row like the others. */
import { guessByName } from "./columnNames";
import { metricCell } from "./metricCell";

/** A person's word on the first row of a CSV: it names the columns, or it is a row itself. */
export type FirstRow = "names" | "values";

/** Of these most have to be like the first one. */
const LEAST_SHARE = 0.8;

/**
 * Whether the first record holds the same kinds of values as the others: numbers where they have numbers, texts written
 * as theirs are. A name of a known kind (`arch`, `top1`) or numbers that count the columns (0, 1, 2 as pandas writes them)
 * are a header.
 * @param first its cells @param others cells of records below it
 */
export function isHeaderless(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const rows = others.filter((cells) => cells.length === first.length);
  if (rows.length === 0 || rows.length * 2 < others.length || countsColumns(first)) return false;
  let numNumbers = 0;
  for (const [index, cell] of first.entries()) {
    const below = rows.map((cells) => (cells[index] ?? "").trim()).filter((text) => text !== "");
    if (below.length === 0) continue;
    const numbersBelow = below.filter(isNumber).length;
    if (numbersBelow >= LEAST_SHARE * below.length) {
      if (isNumber(cell)) numNumbers++;
      else if (!isMissing(cell)) return false;
    } else if (!isLike(cell.trim(), below)) return false;
  }
  return numNumbers > 0;
}

const isNumber = (cell: string): boolean => metricCell(cell).kind === "number";
/** Empty, NaN or OOM; `error` and `missing` may be names. */
const isMissing = (cell: string): boolean => !/^[a-z]{4,}$/i.test(cell) && metricCell(cell).kind !== "text";

/** 0, 1, 2, ... or 1, 2, 3, ... by place, with or without a name before. */
function countsColumns(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(cell.trim() || NaN));
  const isCounting = (from: number) => {
    const counted = numbers.slice(from);
    const [start = NaN] = counted;
    return (
      counted.length > 0 && (start === 0 || start === 1) && counted.every((value, at) => value === start + at)
    );
  };
  return isCounting(0) || (Number.isNaN(numbers[0]) && isCounting(1));
}

/** A text that stands below too, or is written as most of them are and says no name of a column. */
function isLike(text: string, below: readonly string[]): boolean {
  if (below.includes(text)) return true;
  if (text === "" || (/^[a-z_ ]+$/i.test(text) && guessByName(text) !== "unknown")) return false;
  const shape = shapeOf(text);
  return below.filter((other) => shapeOf(other) === shape).length >= LEAST_SHARE * below.length;
}

/** Which kinds of characters a text has, in how many words: `|nor_conv_3x3~0|` -> letters, digits, `|_~`. */
function shapeOf(text: string): string {
  const signs = [...new Set(text.replace(/[\p{L}\d]/gu, ""))].sort().join("");
  return `${/\p{L}/u.test(text) ? "a" : ""}${/\d/.test(text) ? "9" : ""}${signs}`;
}
