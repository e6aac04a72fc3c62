/** Reads a file of evaluated architectures, whatever format it is in. */
import { architectureKey, type EvaluatedArchitecture } from "../architecture";
import type { Dataset, ImportReport, Issue, Metric, RejectedRow } from "../dataset";
import { encodeArchitecture } from "../encodeArchitecture";
import { inferSpace, usualNumUnits } from "../inferSpace";
import type { SearchSpace } from "../searchSpace";
import type { ImportOutcome, RawRow, SourceFile } from "./format";
import { findMetrics, type MetricColumn } from "./findMetrics";
import { metricValue } from "./metricColumn";
import type { Reader, Reading } from "./reader";
import { readTable } from "./readTable";
import { readers } from "./registry";
import type { Table } from "./table";

/**
 * Recognises the format by content, infers the search space and validates every row against it. Rows add up:
 * `report.numArchitectures` = accepted + rejected. Never throws for what a file may hold.
 */
export function importFile(source: SourceFile, options: { readonly format?: string } = {}): ImportOutcome {
  const outcome = readTable(source.bytes);
  if (!outcome.ok) return unknownFormat(outcome.message);
  const { table } = outcome;
  const found = findReader(table, options.format);
  if (found === null) return unknownFormat(noArchitecture(table));
  const [reader, reading] = found;
  return importTable(source.name, table, reader, reading);
}

function findReader(table: Table, format: string | undefined): readonly [Reader, Reading] | null {
  for (const reader of readers) {
    if (format !== undefined && reader.id !== format) continue;
    const reading = reader.match(table);
    if (reading !== null) return [reader, reading];
  }
  return null;
}

const unknownFormat = (message: string): ImportOutcome => ({
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
    "such as e4k7, a column of {ks, e, d} configurations, or a column of NAS-Bench-201 strings. Check the header row."
  );
};

function importTable(fileName: string, table: Table, reader: Reader, reading: Reading): ImportOutcome {
  const rejected: RejectedRow[] = table.broken.map((row) => ({ ...row }));
  const metricColumns = findMetrics(table, reading.columns);
  const raw = readRows(table, reading, metricColumns.metrics, rejected);
  const space = reading.space ?? inferSpaceOf(raw, reading, reading.notation ?? reader.id);
  const architectures: EvaluatedArchitecture[] = [];
  const ids = new Set<string>();
  for (const { row, metrics } of raw) {
    const encoded = encodeArchitecture(space, uniqueId(row, ids), row);
    if (encoded.ok) architectures.push({ ...encoded.architecture, row: row.row, metrics });
    else rejected.push({ row: row.row, field: encoded.field, message: encoded.message, text: row.text });
  }
  rejected.sort((a, b) => a.row - b.row);
  if (architectures.length === 0) {
    const first = rejected[0];
    const why = first ? ` Row ${first.row}, ${first.field}: ${first.message}.` : "";
    const message = `The file was read as ${reader.label}, but none of its ${rejected.length} rows can be used.${why}`;
    return { ok: false, code: "nothing_usable", message, issues: rejected.map(issueOf), rejected };
  }
  const name = typeof table.meta.name === "string" ? table.meta.name : fileName.replace(/\.[^.]+$/, "");
  const metrics = metricColumns.metrics.map(({ metric }) => metric);
  const dataset: Dataset = { name, format: reader.id, space, metrics, architectures };
  const notes = [...(reading.notes ?? []), ...metricColumns.notes, ...datasetNotes(dataset)];
  return { ok: true, dataset, rejected, report: reportOf(dataset, rejected, notes) };
}

/** Rows with an unusual number of units do not belong to the space, and are rejected by it. */
function inferSpaceOf(raw: readonly ReadRow[], reading: Reading, notation: string): SearchSpace {
  const rows = raw.map(({ row }) => row);
  const numUnits = usualNumUnits(rows);
  return inferSpace(
    rows.filter(({ units }) => units.length === numUnits),
    reading,
    notation,
  );
}

const issueOf = ({ row, field, message }: RejectedRow): Issue => ({ row, field, message });

type ReadRow = { readonly row: RawRow; readonly metrics: (number | null)[] };

/** Reads every row; those whose architecture or metric is unusable go to `rejected`. */
function readRows(
  table: Table,
  reading: Reading,
  metricColumns: readonly MetricColumn[],
  rejected: RejectedRow[],
): ReadRow[] {
  return table.rows.flatMap((row) => {
    const outcome = reading.row(row);
    if (!outcome.ok) {
      rejected.push({ row: row.row, field: outcome.field, message: outcome.message, text: row.text });
      return [];
    }
    const values = metricColumns.map(({ metric }) => metricValue(row.cells[metric.label]));
    const bad = values.indexOf("text");
    if (bad >= 0) {
      const label = metricColumns[bad]?.metric.label ?? "";
      const text = JSON.stringify(row.cells[label]);
      rejected.push({ row: row.row, field: label, message: `${text} is not a number`, text: row.text });
      return [];
    }
    const id = row.cells.id;
    return [
      {
        row: {
          row: row.row,
          id: typeof id === "string" || typeof id === "number" ? String(id).slice(0, 200) : null,
          units: outcome.units,
          globals: outcome.globals,
          ...(outcome.edges ? { edges: outcome.edges } : {}),
          metrics: {},
          text: row.text,
        },
        metrics: values.map((value) => (typeof value === "number" ? value : null)),
      },
    ];
  });
}

/** The row's own id, else `row-12`; a repeated one gets a number behind it. */
function uniqueId(row: RawRow, taken: Set<string>): string {
  const base = row.id === null || row.id === "" ? `row-${row.row}` : row.id;
  let id = base;
  for (let suffix = 2; taken.has(id); suffix++) id = `${base}-${suffix}`;
  taken.add(id);
  return id;
}

/** What a user should know of the file as a whole. */
function datasetNotes({ space, metrics, architectures }: Dataset): Issue[] {
  const notes: Issue[] = [];
  const note = (field: string, message: string): void => void notes.push({ row: 0, field, message });
  if (metrics.length === 0)
    note(
      "",
      "No metric was found: these architectures can be looked at, but nothing can be trained on them.",
    );
  metrics.forEach((metric, index) => {
    const values = architectures.flatMap((architecture) => architecture.metrics[index] ?? []);
    const first = values[0];
    if (first === undefined) note(metric.label, "has no value in any row.");
    else if (architectures.length > 1 && values.every((value) => value === first))
      note(metric.label, `is ${first} in every row, as if it was not measured.`);
  });
  for (const [name, value] of Object.entries(space.constants))
    if (value !== null && architectures.length > 1)
      note(name, `is ${String(value)} everywhere; nothing can be learned from it.`);
  return notes;
}

function reportOf(dataset: Dataset, rejected: readonly RejectedRow[], notes: readonly Issue[]): ImportReport {
  const { space, architectures, metrics } = dataset;
  const distinct = new Set(architectures.map(architectureKey)).size;
  const features = (list: SearchSpace["nodeFeatures"], scope: "node" | "architecture") =>
    list.map(({ name, kind, values }) => ({ name, kind, scope, values }));
  return {
    format: dataset.format,
    structure: space.structure,
    candidates: [],
    columns: [],
    merged: 0,
    failed: 0,
    noise: [],
    numArchitectures: architectures.length + rejected.length,
    accepted: architectures.length,
    rejected: rejected.length,
    duplicates: architectures.length - distinct,
    units: space.units,
    features: [...features(space.nodeFeatures, "node"), ...features(space.globalFeatures, "architecture")],
    metrics: metrics.map((metric, index) => summary(metric, index, architectures)),
    issues: [...notes, ...rejected.map(issueOf)],
  };
}

function summary(metric: Metric, index: number, architectures: readonly EvaluatedArchitecture[]) {
  let min: number | null = null;
  let max: number | null = null;
  let missing = 0;
  for (const { metrics } of architectures) {
    const value = metrics[index] ?? null;
    if (value === null) missing++;
    else {
      min = min === null || value < min ? value : min;
      max = max === null || value > max ? value : max;
    }
  }
  return { ...metric, min, max, missing, suspicion: null };
}
