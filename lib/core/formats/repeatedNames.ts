import type { Issue } from "../dataset";
import { cellOf, type Table } from "./table";

const MOST_ROWS_NAMED = 3;
const LONGEST_NAME = 40;

/** Why a column that is called like an id is none: a name that more than one row has, and where. */
export function repeatNote(table: Table, label: string, idColumn: string | null): Issue | null {
  const rowsOf = new Map<string, number[]>();
  for (const row of table.rows) {
    const name = String(cellOf(row, label) ?? "").trim();
    if (name === "") continue;
    const rows = rowsOf.get(name);
    if (rows) rows.push(row.row);
    else rowsOf.set(name, [row.row]);
  }
  const repeated = [...rowsOf].filter(([, rows]) => rows.length > 1);
  const [first] = repeated;
  if (first === undefined) return null;
  const [name, rows] = first;
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  const places = rows.slice(0, MOST_ROWS_NAMED).join(rows.length === 2 ? " and " : ", ");
  const others =
    repeated.length === 1
      ? ""
      : `, and ${(repeated.length - 1).toLocaleString("en-US")} more ${repeated.length === 2 ? "name repeats" : "names repeat"}`;
  return {
    row: 0,
    field: label,
    message:
      `${rows.length === 2 ? "two" : rows.length.toLocaleString("en-US")} rows are called ${JSON.stringify(shown)} ` +
      `(rows ${places}${rows.length > MOST_ROWS_NAMED ? ", ..." : ""})${others}, so it does not tell rows apart and was left out. ` +
      (idColumn === null ? "Rows are called by their number." : `Rows are called by ${idColumn}.`),
  };
}
