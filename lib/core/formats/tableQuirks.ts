import type { Issue } from "../dataset";
import { cellOf, type Table } from "./table";

const WHEN = /^(?:date|time|timestamp|datetime|created(?:_at)?|started(?:_at)?|finished(?:_at)?)$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?/;
const UNIT = /(?:^|[_ ])units?(?:[_ ]|$)/i;
/** `unit 1`, `unit_2_op`: a part of the network, no unit of measurement. */
const NUMBERED_UNIT = /(?:^|[_ ])units?[_ ]?\d/i;
const NOTES = /^(?:labels?|label_kind|notes?|warnings?|caveats?)$/i;

/** What a table says beside architectures and numbers: the order of its rows, units row by row, its own notes. */
export function tableQuirks(table: Table, metricLabels: readonly string[]): Issue[] {
  return [
    ...table.columns.filter((label) => WHEN.test(label)).flatMap((label) => orderNote(table, label)),
    ...table.columns
      .filter((label) => UNIT.test(label) && !NUMBERED_UNIT.test(label))
      .flatMap((label) => unitNote(table, label, metricLabels)),
    ...ownNotes(table.meta),
  ];
}

const FEWEST_DATES = 20;
const IN_ORDER = 0.9;

/** Rows of a search in the order in which they were tried are no random sample. */
function orderNote(table: Table, label: string): Issue[] {
  let last = "";
  let numDates = 0;
  let numInOrder = 0;
  for (const row of table.rows) {
    const text = cellOf(row, label);
    const date = typeof text === "string" ? (ISO_DATE.exec(text.trim())?.[0] ?? "") : "";
    if (date === "") continue;
    numDates++;
    // Texts of ISO dates sort as their dates do.
    if (date >= last) numInOrder++;
    last = date;
  }
  return numDates >= FEWEST_DATES && numInOrder > IN_ORDER * numDates
    ? [
        {
          row: 0,
          field: label,
          message:
            "grows from row to row: the rows stand in the order in which they were evaluated, as a search leaves them, and are no random sample.",
        },
      ]
    : [];
}

const MOST_UNITS = 12;

/** A column that names the unit of each row: more than one, and the numbers beside it cannot be compared. */
function unitNote(table: Table, label: string, metricLabels: readonly string[]): Issue[] {
  if (metricLabels.includes(label)) return [];
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const cell = cellOf(row, label);
    if (typeof cell !== "string" || cell.trim() === "") continue;
    counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
    if (counts.size > MOST_UNITS) return [];
  }
  // Numbers are units of a network.
  if (counts.size < 2 || [...counts.keys()].every((unit) => Number.isFinite(Number(unit)))) return [];
  const rest = label.replace(UNIT, "_").replace(/^_+|_+$/g, "");
  const described = metricLabels.filter(
    (name) => rest !== "" && name.endsWith(rest) && /lat|time/i.test(name),
  );
  const list = [...counts]
    .map(([unit, count]) => `${unit}: ${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"}`)
    .join(", ");
  const about =
    described.length === 0 ? "The numbers that it describes" : `Values of ${described.join(", ")}`;
  return [
    { row: 0, field: label, message: `names more than one unit (${list}). ${about} cannot be compared.` },
  ];
}

const LONGEST_NOTE = 500;

/** What the file's author wrote of its labels, such as "predictions, not measurements". */
function ownNotes(meta: Table["meta"]): Issue[] {
  const inner = meta.meta;
  const source = typeof inner === "object" && inner !== null ? { ...inner } : meta;
  return Object.entries(source).flatMap(([name, value]) =>
    NOTES.test(name) && typeof value === "string" && value.trim() !== ""
      ? [{ row: 0, field: name, message: `The file says: ${value.trim().slice(0, LONGEST_NOTE)}` }]
      : [],
  );
}
