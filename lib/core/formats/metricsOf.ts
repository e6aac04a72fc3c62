import type { Issue, Metric } from "../dataset";
import { partlyFailed } from "../evaluation";
import type { Columns } from "./columnRoles";
import { declaredMetric } from "./declaredMetric";
import { failureOf } from "./evaluationStatus";
import type { ImportPlan } from "./importPlan";
import { metricCell, withoutSuffix } from "./metricCell";
import { metricGoal, metricName, metricUnit } from "./metricColumn";
import type { MetricProfile } from "./metricProfile";
import type { Reading } from "./reader";
import { cellOf, type Table, type TableRow } from "./table";

/** The metrics of a file and how a row is read for them. */
export type Metrics = {
  readonly metrics: readonly Metric[];
  readonly measure: (row: TableRow) => Measurement;
  readonly notes: readonly Issue[];
};

export type Measurement =
  | { readonly ok: true; readonly values: (number | null)[]; readonly status: string | null }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** What is measured in which columns; a person's plan decides units and goals over what labels and cells tell. */
export function metricsOf(table: Table, reading: Reading, columns: Columns, plan: ImportPlan): Metrics {
  if (reading.measured) return declaredMetrics(reading.measured, plan);
  const taken = new Set<string>();
  const metrics = columns.metricLabels.map((label) => {
    const { name: declaredName, ...declared } = declaredMetric(table, label);
    const name = metricName(declaredName ?? label, taken);
    taken.add(name);
    const profile = columns.profiles.get(label);
    const unit = unitOf(label, profile) ?? profile?.suffix ?? null;
    return { name, label, unit, goal: metricGoal(label), ...declared, ...plannedMetric(plan, label) };
  });
  const cells = metrics.map(({ label }) => ({
    label,
    decimalComma: columns.profiles.get(label)?.decimalComma ?? false,
    suffix: columns.profiles.get(label)?.suffix ?? null,
  }));
  const { statusColumn } = columns;
  const statusOf = (row: TableRow) =>
    statusColumn === null ? null : failureOf(statusColumn, cellOf(row, statusColumn));
  return {
    metrics,
    measure: (row) =>
      measurement(
        cells.map(({ label, decimalComma, suffix }) => ({
          label,
          cell: withoutSuffix(cellOf(row, label), suffix),
          decimalComma,
        })),
        statusOf(row),
      ),
    notes: metrics.flatMap(({ label }) => formNotes(label, columns.profiles.get(label))),
  };
}

function declaredMetrics(measured: NonNullable<Reading["measured"]>, plan: ImportPlan): Metrics {
  const metrics = measured.metrics.map((metric) => ({ ...metric, ...plannedMetric(plan, metric.label) }));
  return {
    metrics,
    measure: (row) =>
      measurement(
        metrics.map(({ label }, index) => ({ label, cell: measured.cell(row, index), decimalComma: false })),
        measured.status(row),
      ),
    notes: [],
  };
}

const plannedMetric = (plan: ImportPlan, label: string): Partial<Pick<Metric, "unit" | "goal">> =>
  plan.metrics && Object.hasOwn(plan.metrics, label) ? { ...plan.metrics[label] } : {};

type Cell = { readonly label: string; readonly cell: unknown; readonly decimalComma: boolean };

function measurement(cells: readonly Cell[], status: string | null): Measurement {
  // Of its final size, as in encodeArchitecture.
  const values = new Array<number | null>(cells.length);
  let failed: { label: string; status: string } | null = null;
  let isMeasured = false;
  for (const [index, { label, cell, decimalComma }] of cells.entries()) {
    const read = metricCell(cell, decimalComma);
    if (read.kind === "text")
      return { ok: false, field: label, message: `${shortened(JSON.stringify(cell) ?? "")} is not a number` };
    if (read.kind === "failure") failed ??= { label, status: read.status };
    isMeasured ||= read.kind === "number";
    values[index] = read.kind === "number" ? read.value : null;
  }
  if (status !== null || failed === null) return { ok: true, values, status };
  // Where one of several measurements failed, the others hold.
  return {
    ok: true,
    values,
    status: isMeasured ? partlyFailed(failed.label, failed.status) : failed.status,
  };
}

const LONGEST_TOLD = 200;
const shortened = (text: string): string =>
  text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text;

function unitOf(label: string, profile: MetricProfile | undefined): string | null {
  const numNumbers = profile?.numNumbers ?? 0;
  // Cells such as 1:02:03 are turned into seconds, whatever the label says.
  if (profile && profile.numDurations > 0 && profile.numDurations === numNumbers) return "s";
  const named = metricUnit(label);
  return named === null && profile && profile.numPercent > 0 && profile.numPercent === numNumbers
    ? "%"
    : named;
}

/** How numbers were written where that leaves room for doubt. */
function formNotes(label: string, profile: MetricProfile | undefined): Issue[] {
  if (profile === undefined) return [];
  const { numNumbers, numPercent, numDurations, numGrouped, numSpreads, suffix, decimalComma } = profile;
  const note = (message: string): Issue => ({ row: 0, field: label, message });
  const some = (count: number) => count > 0 && count < numNumbers;
  return [
    ...(numGrouped > 0
      ? [
          note(
            `has commas between thousands in ${numGrouped} of ${numNumbers} cells; they were read as numbers.`,
          ),
        ]
      : []),
    ...(decimalComma ? [note("has commas, read as the sign before decimals.")] : []),
    ...(some(numPercent)
      ? [note(`has a percent sign in ${numPercent} of ${numNumbers} cells; the others may be fractions.`)]
      : []),
    ...(numSpreads > 0
      ? [
          note(
            `gives a spread in ${numSpreads} of ${numNumbers} cells (70.1 ± 0.2); the value before it was read.`,
          ),
        ]
      : []),
    ...(suffix !== null ? [note(`has "${suffix}" behind its numbers, which was taken for the unit.`)] : []),
    ...(numDurations > 0 && numDurations === numNumbers
      ? [note("holds durations such as 1:02:03, read as seconds.")]
      : []),
    ...(some(numDurations)
      ? [
          note(
            `holds durations in ${numDurations} of ${numNumbers} cells, read as seconds; check the others.`,
          ),
        ]
      : []),
  ];
}
