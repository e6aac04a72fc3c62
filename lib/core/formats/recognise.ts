/** Which reader reads a table. */
import type { Candidate } from "../dataset";
import type { Refused } from "./format";
import type { ColumnRole, ImportPlan } from "./importPlan";
import type { Recognised } from "./importTable";
import type { Reader, Reading } from "./reader";
import { readers } from "./registry";
import type { Table } from "./table";

/** Chooses the reader, or says why none can read the table. */
export function recognise(table: Table, plan: ImportPlan): Recognised | string {
  const shown = visibleColumns(table, plan);
  const matches: (readonly [Reader, Reading])[] = [];
  for (const reader of readers) {
    const reading = reader.match(shown, plan);
    if (reading !== null) matches.push([reader, reading]);
  }
  const candidates: Candidate[] = matches.map(([{ id, label }]) => ({ id, label }));
  const found = plan.format === undefined ? matches[0] : matches.find(([{ id }]) => id === plan.format);
  if (found === undefined)
    return plan.format === undefined ? noArchitecture(shown) : noMatch(plan.format, candidates);
  const [reader, reading] = found;
  return { table: reading.table ?? table, reader, reading, candidates };
}

/** Readers look for architectures only in columns that a person did not give another role. */
function visibleColumns(table: Table, { columns }: ImportPlan): Table {
  if (columns === undefined) return table;
  const roleOf = (label: string): ColumnRole | undefined =>
    Object.hasOwn(columns, label) ? columns[label] : undefined;
  const holdsArchitecture = (label: string) =>
    roleOf(label) === "architecture" || roleOf(label) === "feature";
  const isChosen = table.columns.some(holdsArchitecture);
  const visible = table.columns.filter(
    (label) => holdsArchitecture(label) || (!isChosen && roleOf(label) === undefined),
  );
  return { ...table, columns: visible };
}

export const unknownFormat = (message: string): Refused => ({
  ok: false,
  code: "unknown_format",
  message,
  issues: [{ row: 0, field: "", message }],
  rejected: [],
});

const MOST_NAMED = 12;

const noArchitecture = (table: Table): string => {
  const named = table.columns.slice(0, MOST_NAMED).join(", ");
  const more = table.columns.length > MOST_NAMED ? " and others" : "";
  return (
    `No column holds architectures. Found the columns ${named}${more}. Expected unit columns u1, u2, ... with blocks ` +
    "such as e4k7, a column of configurations ({ks, e, d} or {depth, num_heads}), of NAS-Bench-201 strings, DARTS genotypes " +
    "or codes such as 1114, an adjacency matrix with its operations, or columns of settings. Check the header row."
  );
};

function noMatch(format: string, candidates: readonly Candidate[]): string {
  const reader = readers.find(({ id }) => id === format);
  if (reader === undefined)
    return `There is no format "${format}". Known are ${readers.map(({ id }) => id).join(", ")}.`;
  const others = candidates.map(({ label }) => label).join("; ");
  return `The file does not hold ${reader.label}.${others === "" ? "" : ` It can be read as ${others}.`}`;
}
