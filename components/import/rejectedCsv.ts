import type { RejectedRow } from "@/lib/core/dataset";

/** Spreadsheets run a cell that begins with one of these as a formula; an apostrophe makes it text. */
const FORMULA_START = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Rejected rows with their reasons as CSV (RFC 4180), to be mended and imported again. */
export const rejectedCsv = (rows: readonly RejectedRow[]): string =>
  [
    "row,field,reason,text",
    ...rows.map(({ row, field, message, text }) =>
      [String(row), ...[field, message, text].map(cell)].join(","),
    ),
  ].join("\r\n") + "\r\n";
