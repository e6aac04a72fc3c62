import type { RejectedRow } from "../dataset";
import { csvLines } from "./csv";

const HEADER = ["row", "field", "reason", "text"];

/** Rows whose text is made at once: some hundred kilobytes, though a table may reject a million. */
const ROWS_PER_PIECE = 500;

/** Rejected rows with their reasons as CSV, to be mended and imported again; piece by piece. */
export function* rejectedCsvPieces(
  rows: readonly RejectedRow[],
  { header = true }: { readonly header?: boolean } = {},
): Generator<string> {
  if (header) yield csvLines([HEADER]);
  for (let start = 0; start < rows.length; start += ROWS_PER_PIECE) {
    const piece = rows.slice(start, start + ROWS_PER_PIECE);
    yield csvLines(piece.map(({ row, field, message, text }) => [row, field, message, text]));
  }
}

/** The same as one text, for lists that are short. */
export const rejectedCsv = (rows: readonly RejectedRow[]): string => [...rejectedCsvPieces(rows)].join("");
