/** What stands between the cells of a CSV. */
import Papa from "papaparse";

/** Records by which a file is judged. */
export const NUM_HEAD_ROWS = 20;

/** Spreadsheets are told the delimiter by a first line of its own: sep=; */
export const DECLARED = /^\s*"?sep=(.)"?\s*$/i;

/** @param head the beginning of the text */
export function delimiterOf(head: string): string {
  const declared = DECLARED.exec(head.split(/[\r\n]/, 1)[0] ?? "")?.[1];
  if (declared !== undefined && declared.charCodeAt(0) < 128) return declared;
  const { data, meta } = Papa.parse<string[]>(head, {
    preview: NUM_HEAD_ROWS,
    skipEmptyLines: "greedy",
    comments: "#",
  });
  if (data.every((cells) => cells.length === 1) && hasBlanksBetween(data.flat())) return " ";
  return meta.delimiter === "|"
    ? (BEFORE_BARS.find((sign) => splitsAlike(head, sign)) ?? "|")
    : meta.delimiter;
}

/** Bars stand inside of cells too (|none~0|+|...): these win where they split all lines alike. */
const BEFORE_BARS = [",", ";", "\t"];

function splitsAlike(head: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(head, {
    delimiter,
    preview: NUM_HEAD_ROWS,
    skipEmptyLines: "greedy",
    comments: "#",
  });
  const counts = new Set(data.map((cells) => cells.length));
  return counts.size === 1 && !counts.has(1);
}

/** Lines of no other delimiter that all have as many words, more than one: blanks stand between the cells. */
function hasBlanksBetween(rows: readonly string[]): boolean {
  const [header = 0, ...others] = rows.map((row) => row.trim().split(" ").length);
  return header > 1 && others.length > 0 && others.every((count) => count === header);
}
