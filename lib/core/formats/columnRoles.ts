import type { ColumnUse, Issue } from "../dataset";
import { isStatusColumn } from "./evaluationStatus";
import type { ColumnRole, ImportPlan } from "./importPlan";
import { profileColumn, type MetricProfile } from "./metricProfile";
import type { Reading } from "./reader";
import { repeatNote } from "./repeatedNames";
import { cellOf, type Table, type TableRow } from "./table";

/** What every column of a file is for. */
export type Columns = {
  readonly uses: readonly ColumnUse[];
  /** Of all columns, by label. */
  readonly profiles: ReadonlyMap<string, MetricProfile>;
  readonly idColumn: string | null;
  readonly statusColumn: string | null;
  readonly metricLabels: readonly string[];
  readonly notes: readonly Issue[];
};

/** Labels of columns that name architectures, the surest first. */
const ID_LABELS =
  "id,arch_id,architecture_id,model_id,network_id,net_id,uid,uuid,hash,name,model,model_name,network,index,idx,row,column 1,unnamed: 0,trial_id,trial_number,trial,number".split(
    ",",
  );
/** Numbers that say which run a row is of, not how it went. */
const NO_RESULT = /(?:^|[ _-])(?:hash|seed|uuid|timestamp)$/i;
const NUM_COMPARED = 100;
/** Labels that say nothing but which row it is; others may be numbers that were measured. */
const MEANT_AS_IDS = new Set(ID_LABELS.slice(0, 9));
const NEVER_METRICS = new Set([
  ...MEANT_AS_IDS,
  "index",
  "idx",
  "row",
  "trial_id",
  "trial_number",
  "trial",
  "number",
  "provenance",
  "globals",
  "unnamed: 0",
]);

/**
 * Says what every column is for. A person's plan comes first, then what the reader takes, then what the cells hold:
 * columns that are numbers in most of their filled cells are metrics (a single text among them rejects its row, not
 * the column), others are left out with a note.
 */
export function assignRoles(
  table: Table,
  reading: Reading,
  plan: ImportPlan,
  profiles: Columns["profiles"],
): Columns {
  const planned = (label: string): ColumnRole | undefined =>
    plan.columns && Object.hasOwn(plan.columns, label) ? plan.columns[label] : undefined;
  const taken = new Set(reading.columns);
  const free = table.columns.filter((label) => planned(label) === undefined && !taken.has(label));
  const plannedId = table.columns.find((label) => planned(label) === "id");
  const idColumn = plannedId ?? guessId(table, free);
  const plannedStatus = table.columns.find((label) => planned(label) === "status");
  const statusColumn =
    plannedStatus ?? free.find((label) => label !== idColumn && isStatusColumn(table, label)) ?? null;
  const notes: Issue[] = [];

  const roleOf = (label: string): ColumnRole => {
    const choice = planned(label);
    // One column can be the id, and one the status.
    if (choice === "id" || choice === "status")
      return label === (choice === "id" ? idColumn : statusColumn) ? choice : "ignored";
    if (choice === "metric" || choice === "ignored") return choice;
    if (taken.has(label)) return reading.structure === "flat" ? "feature" : "architecture";
    if (choice !== undefined) {
      notes.push({ row: 0, field: label, message: "holds nothing that this format reads and was left out." });
      return "ignored";
    }
    if (label === idColumn) return "id";
    if (label === statusColumn) return "status";
    const repeat = ID_LABELS.includes(label.toLowerCase()) ? repeatNote(table, label, idColumn) : null;
    if (repeat !== null && (isText(profiles.get(label)) || MEANT_AS_IDS.has(label.toLowerCase()))) {
      notes.push(repeat);
      return "ignored";
    }
    if (label.toLowerCase() === idColumn?.toLowerCase()) {
      notes.push({ row: 0, field: label, message: `was left out: rows are called by ${idColumn}.` });
      return "ignored";
    }
    if (NEVER_METRICS.has(label.toLowerCase())) return "ignored";
    if (NO_RESULT.test(label)) {
      notes.push({ row: 0, field: label, message: "is no result and was left out." });
      return "ignored";
    }
    const profile = profiles.get(label);
    if (!isText(profile)) return "metric";
    // What an object held was lifted to columns of their own (latency_ms.v100); the object itself says nothing more.
    if (table.columns.some((column) => column.startsWith(`${label}.`))) return "ignored";
    notes.push({ row: 0, field: label, message: "is not a number and was left out." });
    return "ignored";
  };
  const uses = table.columns.map((label) => ({
    label,
    role: roleOf(label),
    example: profiles.get(label)?.example ?? "",
  }));
  const metricLabels = uses.flatMap(({ label, role }) => (role === "metric" ? [label] : []));
  return { uses, profiles, idColumn, statusColumn, metricLabels, notes };
}

const isText = (profile: MetricProfile | undefined): boolean =>
  profile !== undefined &&
  ((profile.numText > 0 && profile.numText >= profile.numNumbers) ||
    (profile.numFailures > 0 && profile.numNumbers === 0));

/** A column that is called like an id and differs from row to row; one called `id` even where it does not. */
function guessId(table: Table, free: readonly string[]): string | null {
  for (const name of ID_LABELS) {
    const labels = free.filter((column) => column.toLowerCase() === name);
    const label =
      labels.find((one) => isDistinct(table.rows, one)) ?? (name === "id" ? labels[0] : undefined);
    if (label !== undefined) return label;
  }
  return null;
}

function isDistinct(rows: readonly TableRow[], label: string): boolean {
  const cells = rows.slice(0, NUM_COMPARED).map((row) => cellOf(row, label));
  return new Set(cells.filter((cell) => cell !== "" && cell !== undefined)).size === cells.length;
}

/** Looks at every cell once; yields the share of rows seen, for progress. */
export function* profileColumns(
  table: Table,
  reading: Reading,
  plan: ImportPlan,
  rowsPerStep: number,
): Generator<number, Columns["profiles"]> {
  const columns = table.columns.map((label) => ({ label, ...profileColumn(table.delimiter) }));
  // Cells of architectures are long, and nobody asks whether they are numbers.
  const counted = columns.filter(
    ({ label }) => !reading.columns.includes(label) || plan.columns?.[label] === "metric",
  );
  const first = table.rows[0];
  if (first)
    for (const { label, add } of columns)
      if (!counted.some((column) => column.label === label)) add(cellOf(first, label));
  for (const [index, row] of table.rows.entries()) {
    for (const { label, add } of counted) add(cellOf(row, label));
    if ((index + 1) % rowsPerStep === 0) yield (index + 1) / table.rows.length;
  }
  return new Map(columns.map(({ label, profile }) => [label, profile()]));
}
