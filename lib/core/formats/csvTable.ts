import type { Issue } from "../dataset";
import { recordBounds, splitRecord, type RecordBounds } from "./csvRecords";
import { DECLARED, delimiterOf, NUM_HEAD_ROWS } from "./delimiter";
import { isHeaderless, type FirstRow } from "./headerless";
import { rowText, type Table, type TableRow } from "./table";

/** Enough of a file to tell its delimiter by. */
const NUM_HEAD_BYTES = 65_536;

export type CsvOutcome =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly message: string };

/**
 * A CSV (comma, semicolon, tab or bar) as a table whose rows are split when they are looked at: a hundred thousand
 * rows cost little more than their bytes.
 * @param bytes valid UTF-8 @param from where the text begins, after a byte order mark
 * @param firstRow whether the first row names the columns; without it its cells decide
 */
export function csvTable(bytes: Uint8Array, from: number, firstRow?: FirstRow): CsvOutcome {
  const head = new TextDecoder().decode(bytes.subarray(from, from + NUM_HEAD_BYTES));
  const delimiter = delimiterOf(head);
  const file = new CsvFile(bytes, recordBounds(bytes, from, delimiter), delimiter);
  const headerIndex = file.firstRecord();
  if (headerIndex === null) return { ok: false, message: "The file has no header row." };
  const isRow = firstRow === undefined ? file.isHeaderless(headerIndex) : firstRow === "values";
  const columns = isRow ? file.numberedHeader(headerIndex) : file.header(headerIndex);
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (repeated !== undefined)
    return { ok: false, message: `The header names the column "${repeated}" twice. Rename one of them.` };
  const { rows, broken } = file.rows(isRow ? headerIndex : headerIndex + 1);
  if (rows.length + broken.length === 0) return { ok: false, message: "The file has a header but no rows." };
  const notes = isRow ? [headerlessNote(columns, firstRow)] : [];
  return { ok: true, table: { container: "csv", columns, rows, broken, meta: {}, delimiter, notes } };
}

const headerlessNote = (columns: readonly string[], said: FirstRow | undefined): Issue => ({
  row: 0,
  field: "",
  message:
    (said === undefined
      ? "The first row holds the same kinds of values as the others, so the file has no header"
      : "As you said, the first row is no header") +
    `: it is kept as a row, and the columns are called ${columns[0] ?? ""}${columns.length > 1 ? ` to ${columns.at(-1) ?? ""}` : ""}. ` +
    "A first row with their names tells better which are metrics.",
});

const COMMENT = /^\s*#/;

/** The bytes of a CSV and where its records are; remembers the cells of the record looked at last. */
class CsvFile {
  private readonly decoder = new TextDecoder();
  private columns: readonly string[] = [];
  private lastIndex = -1;
  private lastCells: Readonly<Record<string, string>> = {};

  constructor(
    private readonly bytes: Uint8Array,
    private readonly bounds: RecordBounds,
    private readonly delimiter: string,
  ) {}

  text(index: number): string {
    return this.decoder.decode(this.bytes.subarray(this.bounds.starts[index], this.bounds.ends[index]));
  }

  /** Records of blanks and delimiters only are no rows. */
  private isBlank(index: number): boolean {
    const end = this.bounds.ends[index] ?? 0;
    for (let at = this.bounds.starts[index] ?? 0; at < end; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte > 0x20 && byte !== this.delimiter.charCodeAt(0)) return false;
    }
    return true;
  }

  /**
   * The record of the header: the first that is no remark. A last remark whose cells are as many as those of the row of
   * numbers below it is the header, as numpy writes it (`# id,acc`).
   */
  firstRecord(): number | null {
    let remark: number | null = null;
    for (let index = 0; index < this.bounds.starts.length; index++) {
      if (this.isBlank(index) || (index === 0 && DECLARED.test(this.text(index)))) continue;
      if (!COMMENT.test(this.text(index))) {
        const cells = splitRecord(this.text(index), this.delimiter);
        const isHeaderAbove =
          remark !== null &&
          cells.some((cell) => Number.isFinite(Number(cell.trim() || NaN))) &&
          splitRecord(this.text(remark), this.delimiter).length === cells.length;
        return isHeaderAbove ? remark : index;
      }
      remark = index;
    }
    return remark;
  }

  /** Column names; a blank one is called by its number. */
  header(index: number): readonly string[] {
    this.columns = splitRecord(this.text(index).replace(COMMENT, ""), this.delimiter).map(
      (name, at) => name.trim() || `column ${at + 1}`,
    );
    return this.columns;
  }

  /** Whether the record is a row like those below it; a remark is none. */
  isHeaderless(index: number): boolean {
    if (COMMENT.test(this.text(index))) return false;
    const others: string[][] = [];
    for (let at = index + 1; at < this.bounds.starts.length && others.length < NUM_HEAD_ROWS; at++)
      if (!this.isBlank(at)) others.push(splitRecord(this.text(at), this.delimiter));
    return isHeaderless(splitRecord(this.text(index), this.delimiter), others);
  }

  /** `column 1` and so on, as many as a record has cells. */
  numberedHeader(index: number): readonly string[] {
    this.columns = splitRecord(this.text(index), this.delimiter).map((_, at) => `column ${at + 1}`);
    return this.columns;
  }

  /** Rows from a record on; those with other numbers of cells than the header has are broken. */
  rows(from: number): Pick<Table, "rows" | "broken"> {
    const rows: TableRow[] = [];
    const broken: Table["broken"][number][] = [];
    for (let index = from; index < this.bounds.starts.length; index++) {
      if (this.isBlank(index)) continue;
      const numCells = this.numCells(index);
      const row = index + 1;
      if (numCells === this.columns.length) rows.push(new CsvRow(this, index, row));
      else
        broken.push({
          row,
          field: "",
          message: `has ${numCells} ${numCells === 1 ? "cell" : "cells"} where the header has ${this.columns.length}`,
          text: rowText(this.text(index)),
        });
    }
    return { rows, broken };
  }

  /** Empty cells behind the last column, which some spreadsheets write, do not count. */
  private numCells(index: number): number {
    const cells = splitRecord(this.text(index), this.delimiter);
    let count = cells.length;
    while (count > this.columns.length && cells[count - 1]?.trim() === "") count--;
    return count;
  }

  cells(index: number): Readonly<Record<string, string>> {
    if (index !== this.lastIndex) {
      const parts = splitRecord(this.text(index), this.delimiter);
      this.lastCells = Object.fromEntries(this.columns.map((name, at) => [name, parts[at] ?? ""]));
      this.lastIndex = index;
    }
    return this.lastCells;
  }
}

class CsvRow implements TableRow {
  constructor(
    private readonly file: CsvFile,
    private readonly index: number,
    readonly row: number,
  ) {}

  get cells(): TableRow["cells"] {
    return this.file.cells(this.index);
  }

  get text(): string {
    return rowText(this.file.text(this.index));
  }
}
