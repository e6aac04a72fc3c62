/** Splits CSV (RFC 4180, any one-byte delimiter) by bytes, so that a file of any size is kept once and never as cells. */

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A file with this many quotes that never close is no CSV; its rest is read as one record. */
const MOST_OPEN_QUOTES = 100;

/** Records of a CSV: record r is bytes starts[r] to ends[r], line end excluded. */
export type RecordBounds = { readonly starts: readonly number[]; readonly ends: readonly number[] };

/**
 * Finds the records. A quote at the start of a cell hides delimiters and line ends up to the next single quote; one
 * that never closes is taken as text, so that it spoils its own line only.
 */
export function recordBounds(bytes: Uint8Array, from: number, delimiter: string): RecordBounds {
  const separator = delimiter.charCodeAt(0);
  const starts: number[] = [];
  const ends: number[] = [];
  let numOpen = 0;
  let start = from;
  while (start < bytes.length) {
    let end = recordEnd(bytes, start, separator);
    if (end < 0) end = numOpen++ < MOST_OPEN_QUOTES ? lineEnd(bytes, start) : bytes.length;
    starts.push(start);
    ends.push(end);
    start = end + (bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? 2 : 1);
  }
  return { starts, ends };
}

/** Where the record that begins at `start` ends; -1 where a quote in it never closes. */
function recordEnd(bytes: Uint8Array, start: number, separator: number): number {
  let isCellStart = true;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return at;
    if (byte === QUOTE && isCellStart) {
      at = closingQuote(bytes, at + 1);
      if (at < 0) return -1;
    }
    isCellStart = byte === separator;
  }
  return bytes.length;
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    if (bytes[at + 1] !== QUOTE) return at;
    at++;
  }
  return -1;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at++;
  return at;
}

/** Our own CSVs put an apostrophe before what a spreadsheet would run as a formula (see export/csv.ts). */
const GUARDED = /^'+[=+\-@\t\r]/;

/** The cells of one record. */
export function splitRecord(text: string, delimiter: string): string[] {
  const cells = text.includes('"') ? splitQuoted(text, delimiter) : text.split(delimiter);
  return text.includes("'") ? cells.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell)) : cells;
}

function splitQuoted(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let start = 0; start <= text.length;) {
    let cell = "";
    let at = start;
    if (text[at] === '"') {
      const close = closingQuoteOf(text, at + 1);
      if (close >= 0) {
        cell = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
    }
    const next = text.indexOf(delimiter, at);
    const end = next < 0 ? text.length : next;
    cells.push(cell + text.slice(at, end));
    start = end + 1;
  }
  return cells;
}

function closingQuoteOf(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}
