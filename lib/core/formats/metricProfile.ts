import { metricCell, suffixOf, type MetricCell } from "./metricCell";

/** Counts over all cells of a column, by which its role, unit and decimal sign are known. */
export type MetricProfile = {
  readonly numNumbers: number;
  readonly numText: number;
  readonly numFailures: number;
  readonly numPercent: number;
  readonly numDurations: number;
  /** Numbers with a spread behind them (70.1 ± 0.2). */
  readonly numSpreads: number;
  /** The unit behind the number of every cell (`12.5 ms`); null where not all have the same. */
  readonly suffix: string | null;
  /** Numbers with a mark between thousands (`1,014.45`). */
  readonly numGrouped: number;
  /** `0,75` begins its decimals with a comma. */
  readonly decimalComma: boolean;
  /** The first cell that is not empty, as text of at most 80 characters. */
  readonly example: string;
};

const SIGN = /[.,]/;
const LONGEST_EXAMPLE = 80;
const COMMA = /^[-+]?\d+,\d+$/;
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
/** May be thousands: 1,024. */
const COMMA_GROUP = /^[-+]?[1-9]\d{0,2},\d{3}$/;
const POINT = /^[-+]?\d*\.\d+$/;
const POINT_GROUP = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const BOTH_COMMA = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;

/**
 * Counts the cells of one column as they come.
 * @param delimiter of the file: with semicolons between cells, `1,024` is a number with decimals
 */
export function profileColumn(delimiter: string | undefined) {
  const point = { numNumbers: 0, numText: 0, numFailures: 0, numPercent: 0, numDurations: 0, numSpreads: 0 };
  const comma = { ...point };
  const signs = { comma: 0, maybeComma: 0, point: 0, maybePoint: 0 };
  let example = "";
  let numGrouped = 0;
  const suffixes = new Set<string>();
  let numSuffixed = 0;
  return {
    add(cell: unknown): void {
      if (example === "") example = exampleOf(cell);
      if (cell === "" || cell === null || cell === undefined) return;
      const read = metricCell(cell);
      const suffix = read.kind === "text" ? suffixOf(cell) : null;
      if (suffix !== null && suffixes.size < 2) suffixes.add(suffix);
      if (suffix !== null) numSuffixed++;
      count(point, read);
      if (typeof cell !== "string" || !SIGN.test(cell)) return count(comma, read);
      const text = cell.trim().replace(/\s*%$/, "");
      if (GROUPED.test(text)) numGrouped++;
      if (COMMA_GROUP.test(text)) signs.maybeComma++;
      else if (COMMA.test(text) || BOTH_COMMA.test(text)) signs.comma++;
      else if (POINT_GROUP.test(text)) signs.maybePoint++;
      else if (POINT.test(text)) signs.point++;
      count(comma, metricCell(cell, true));
    },
    profile(): MetricProfile {
      const isSemicolon = delimiter === ";";
      const numPoints = signs.point + (isSemicolon ? 0 : signs.maybePoint);
      const decimalComma = numPoints === 0 && (signs.comma > 0 || (isSemicolon && signs.maybeComma > 0));
      const counts = decimalComma ? comma : point;
      const isSuffixed = suffixes.size === 1 && numSuffixed === counts.numText && counts.numNumbers === 0;
      return {
        ...counts,
        ...(isSuffixed ? { numNumbers: numSuffixed, numText: 0 } : {}),
        suffix: isSuffixed ? ([...suffixes][0] ?? null) : null,
        numGrouped: decimalComma ? 0 : numGrouped,
        decimalComma,
        example,
      };
    },
  };
}

type Counts = {
  numNumbers: number;
  numText: number;
  numFailures: number;
  numPercent: number;
  numDurations: number;
  numSpreads: number;
};

function count(counts: Counts, read: MetricCell): void {
  if (read.kind === "text") counts.numText++;
  else if (read.kind === "failure") counts.numFailures++;
  else if (read.kind === "number") {
    counts.numNumbers++;
    if (read.form === "percent") counts.numPercent++;
    else if (read.form === "duration") counts.numDurations++;
    else if (read.form === "spread") counts.numSpreads++;
  }
}

function exampleOf(cell: unknown): string {
  const text =
    typeof cell === "string" ? cell.trim() : cell === undefined || cell === null ? "" : JSON.stringify(cell);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE - 1)}…` : text;
}
