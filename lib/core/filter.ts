/**
 * Choosing and ordering rows of a table of architectures. Rows are numbers into it, metrics are columns of numbers:
 * a hundred thousand rows are filtered and sorted between two frames.
 */
import type { RowIndex } from "./rowIndex";

/** Keeps rows whose metric lies in [low, high]; a row without the metric is not kept. */
export type MetricRange = { readonly metricIndex: number; readonly low: number; readonly high: number };

export type RowFilter = { readonly text: string; readonly ranges: readonly MetricRange[] };

/** One word of a filter's text. */
type Term = { readonly text: string; readonly whole: boolean; readonly unitIndex: number | null };

/**
 * Words between spaces, all of which must hold: `e6k7` is part of the id, of an operation or of a global; `2:e6k7`
 * is part of an operation in unit 2; `"e6k7"` or `2:"max pool"` is the whole name.
 */
export function parseTerms(text: string): Term[] {
  const words = text.toLowerCase().matchAll(/(?:(\d+):)?(?:"([^"]*)"?|(\S+))/g);
  return [...words]
    .map(([, unit, quoted, plain]) => ({
      text: quoted ?? plain ?? "",
      whole: quoted !== undefined,
      unitIndex: unit === undefined ? null : Number(unit) - 1,
    }))
    .filter((term) => term.text !== "");
}

/** Rows that hold every word of the text and lie in every range, ascending. */
export function filterRows(index: RowIndex, { text, ranges }: RowFilter): Uint32Array {
  const tests = [
    ...ranges.map((range) => rangeTest(index, range)),
    ...parseTerms(text).map((term) => termTest(index, term)),
  ];
  const kept = new Uint32Array(index.numRows);
  let count = 0;
  for (let row = 0; row < index.numRows; row++) {
    if (tests.every((test) => test(row))) kept[count++] = row;
  }
  return kept.slice(0, count);
}

type RowTest = (row: number) => boolean;

function rangeTest(index: RowIndex, { metricIndex, low, high }: MetricRange): RowTest {
  const column = index.metrics[metricIndex];
  return (row) => {
    const value = column?.[row] ?? NaN;
    return value >= low && value <= high;
  };
}

function termTest(index: RowIndex, { text, whole, unitIndex }: Term): RowTest {
  const wanted = Uint8Array.from(index.labels, (label) =>
    Number(whole ? label === text : label.includes(text)),
  );
  const { ids, wordStart, wordLabel, wordUnit } = index;
  return (row) => {
    if (!whole && unitIndex === null && ids[row]?.includes(text)) return true;
    const end = wordStart[row + 1] ?? 0;
    for (let word = wordStart[row] ?? 0; word < end; word++) {
      if (wanted[wordLabel[word] ?? 0] === 1 && (unitIndex === null || wordUnit[word] === unitIndex))
        return true;
    }
    return false;
  };
}

export type SortOrder = "asc" | "desc";

/** The rows by a column of numbers; rows without a value come last either way, equal ones stay in their order. */
export function sortRows(rows: Uint32Array, column: Float64Array, order: SortOrder): Uint32Array {
  const sign = order === "asc" ? 1 : -1;
  return rows.slice().sort((a, b) => {
    const left = column[a] ?? NaN;
    const right = column[b] ?? NaN;
    if (left === right) return 0;
    if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : 1;
    return Number.isNaN(right) ? -1 : sign * (left - right);
  });
}
