/**
 * Spreadsheets run a cell that begins with one of these as a formula; an apostrophe makes it text. Apostrophes that
 * stand there already get another one, so that reading takes off what was put on (see formats/csvRecords.ts).
 */
const FORMULA_START = /^'*[=+\-@\t\r]/;

/** One cell: numbers as they are, texts guarded against formulas and quoted where they need it. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180, lines end with CRLF). */
export const csvText = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  csvLines([header, ...rows]);

/** The same without a header, for tables that are made piece by piece. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
