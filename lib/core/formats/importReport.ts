import type { EvaluatedArchitecture } from "../architecture";
import {
  metricValues,
  type Dataset,
  type ImportReport,
  type Issue,
  type Metric,
  type RejectedRow,
} from "../dataset";
import { byStatus, hasFailed } from "../evaluation";
import { placeFeatures } from "../positions";
import type { SearchSpace } from "../searchSpace";
import type { DuplicateRule } from "./importPlan";
import { mergeDuplicates, type Merged } from "./duplicates";
import { mixedUnits } from "./mixedUnits";

/** What the report says that the stored rows do not. */
export type ReportParts = Pick<ImportReport, "candidates" | "columns"> &
  Pick<Merged, "duplicates" | "merged" | "noise"> & {
    readonly duplicateRule: DuplicateRule | undefined;
    readonly rejected: readonly RejectedRow[];
    /** Of the file as a whole; those on the rows are added here. */
    readonly notes: readonly Issue[];
  };

/** What was recognised; rows read = accepted + merged + rejected. */
export function importReport(dataset: Dataset, parts: ReportParts): ImportReport {
  const { space, architectures } = dataset;
  const { candidates, columns, duplicates, merged, duplicateRule, noise, rejected, notes } = parts;
  const summaries = summariesOf(dataset);
  const features = (list: SearchSpace["nodeFeatures"], scope: "node" | "architecture") =>
    list.map(({ name, kind, values }) => ({ name, kind, scope, values }));
  return {
    format: dataset.format,
    structure: space.structure,
    candidates,
    columns,
    numArchitectures: architectures.length + merged + rejected.length,
    accepted: architectures.length,
    merged,
    ...(duplicateRule === undefined || duplicateRule === "keep" ? {} : { duplicateRule }),
    rejected: rejected.length,
    duplicates,
    failed: architectures.filter(hasFailed).length,
    noise,
    units: space.units,
    features: [
      ...features(space.nodeFeatures, "node"),
      ...features(space.globalFeatures, "architecture"),
      ...features(placeFeatures(space), "node"),
    ],
    metrics: summaries,
    issues: [...notes, ...measurementNotes(summaries, architectures), ...rejected.map(issueOf)],
  };
}

/**
 * The report of a dataset that was changed after its import: counts, metrics and features as they are now, and what was
 * noted of the file.
 * @param merged rows that went into another one since then
 */
export function renewedReport(
  report: ImportReport,
  before: Dataset,
  after: Dataset,
  rejected: readonly RejectedRow[],
  merged = 0,
): ImportReport {
  const outdated = new Set(
    measurementNotes(summariesOf(before), before.architectures).map(({ field, message }) => field + message),
  );
  const repeats = mergeDuplicates(after.architectures, after.metrics, "keep");
  return importReport(after, {
    candidates: report.candidates,
    columns: report.columns,
    duplicates: repeats.duplicates + report.merged + merged,
    merged: report.merged + merged,
    duplicateRule: report.duplicateRule,
    // What merged rows told of noise cannot be measured again.
    noise: report.merged > 0 ? report.noise : repeats.noise,
    rejected,
    notes: report.issues.filter(({ row, field, message }) => row === 0 && !outdated.has(field + message)),
  });
}

export const issueOf = ({ row, field, message }: RejectedRow): Issue => ({ row, field, message });

const summariesOf = (dataset: Dataset): ImportReport["metrics"] =>
  dataset.metrics.map((metric, index) =>
    summary(metric, metricValues(dataset, index), dataset.architectures.length),
  );

function summary(
  metric: Metric,
  values: readonly number[],
  numRows: number,
): ImportReport["metrics"][number] {
  let min: number | null = null;
  let max: number | null = null;
  for (const value of values) {
    min = min === null || value < min ? value : min;
    max = max === null || value > max ? value : max;
  }
  return { ...metric, min, max, missing: numRows - values.length, suspicion: mixedUnits(values) };
}

/** What a user should know of the measurements as a whole. */
function measurementNotes(
  metrics: ImportReport["metrics"],
  architectures: readonly EvaluatedArchitecture[],
): Issue[] {
  const notes: Issue[] = [];
  const note = (field: string, message: string): void => void notes.push({ row: 0, field, message });
  if (metrics.length === 0)
    note(
      "",
      "No metric was found: these architectures can be looked at, but nothing can be trained on them.",
    );
  for (const { label, min, max, missing, suspicion } of metrics) {
    if (min === null) note(label, "has no value in any row.");
    else if (min === max && architectures.length - missing > 1)
      note(label, `is ${min} in every row, as if it was not measured.`);
    if (suspicion !== null) note(label, suspicion);
  }
  if (metrics.length > 0) {
    const failed = architectures.filter(hasFailed);
    if (failed.length > 0)
      note(
        "",
        `${failed.length} of ${architectures.length} evaluations failed and ${failed.length === 1 ? "is kept with its" : "are kept with their"} status ` +
          `(${statuses(failed)}); nothing is trained on them or ranked by them.`,
      );
    const inPart = architectures.filter((row) => row.status !== undefined && !hasFailed(row));
    if (inPart.length > 0)
      note(
        "",
        `${inPart.length} of ${architectures.length} evaluations failed in part, and ${inPart.length === 1 ? "counts where it was" : "count where they were"} ` +
          `measured (${statuses(inPart)}).`,
      );
  }
  return notes;
}

const MOST_NAMED = 5;

/** `OOM: 12, timeout: 3`, the most frequent first. */
const statuses = (rows: readonly EvaluatedArchitecture[]): string =>
  byStatus(rows)
    .slice(0, MOST_NAMED)
    .map(({ status, ids }) => `${status}: ${ids.length}`)
    .join(", ");
