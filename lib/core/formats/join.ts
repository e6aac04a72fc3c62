/** A second file joins a dataset: new rows of the same space, or values for rows that are there. */
import { architectureKey, type EvaluatedArchitecture } from "../architecture";
import type { Dataset, ImportReport, Metric, RejectedRow } from "../dataset";
import { architectureEncoder } from "../encodeArchitecture";
import type { ImportStep, Refused, SourceFile } from "./format";
import { validated } from "./heldRow";
import type { DuplicateRule, ImportPlan } from "./importPlan";
import { importReport, issueOf } from "./importReport";
import { mergeDuplicates } from "./duplicates";
import { JoinedRows, padded } from "./joinedRows";
import { joinMetrics, type JoinedMetrics } from "./joinMetrics";
import type { Reading } from "./reader";
import { readRows, ROWS_PER_STEP, type ReadRow } from "./readRows";
import { readTable } from "./readTable";
import { recognise, unknownFormat } from "./recognise";
import type { Placed } from "./respace";
import { foreignFeature } from "./sameSpace";

export type JoinOutcome =
  | {
      readonly ok: true;
      /** All rows as they are now, with a value or null for every metric below. */
      readonly rows: readonly Placed[];
      readonly metrics: readonly Metric[];
      readonly added: number;
      readonly matched: number;
      readonly newMetrics: readonly string[];
      readonly rejected: readonly RejectedRow[];
      /** Of the second file as it was read. */
      readonly report: ImportReport;
    }
  | Refused;

export type JoinRequest = {
  readonly source: SourceFile;
  readonly plan: ImportPlan;
  readonly by: "id" | "architecture";
  readonly dataset: Pick<Dataset, "name" | "format" | "space" | "metrics">;
  /** The dataset's, where the plan has none. */
  readonly duplicateRule?: DuplicateRule | undefined;
  readonly rows: readonly Placed[];
  /** The first place behind all rows, those that a space refuses for now among them. */
  readonly nextPosition: number;
};

/**
 * Rows of the file = added + matched + rejected. A row matches by id, or by architecture (then all rows of that
 * architecture). Where a value differs from one that is there the plan's rule decides: kept apart as a row of its
 * own, averaged, or the new one taken.
 */
export function* joinSteps(request: JoinRequest): Generator<ImportStep, JoinOutcome> {
  const { source, plan, by, dataset } = request;
  yield { phase: "reading", share: 0 };
  const read = readTable(source.bytes, plan.firstRow);
  if (!read.ok) return unknownFormat(read.message);
  const recognised = recognise(read.table, plan);
  const table = typeof recognised === "string" ? read.table : recognised.table;
  if (typeof recognised === "string" && by === "architecture") return unknownFormat(recognised);
  const reading = typeof recognised === "string" ? null : recognised.reading;
  const misfit = reading === null ? null : otherStructure(dataset, reading);
  if (misfit !== null)
    return {
      ok: false,
      code: "nothing_usable",
      message: misfit,
      issues: [{ row: 0, field: "", message: misfit }],
      rejected: [],
    };

  const reads = readRows(table, reading ?? NO_ARCHITECTURES, plan);
  let step = reads.next();
  for (; !step.done; step = reads.next()) yield { phase: "reading", share: step.value };
  const { rows, rejected: unread, columns, metrics } = step.value;
  const joined = joinMetrics(dataset.metrics, metrics.metrics);
  const joining = newJoining(request, joined, reading !== null);
  const rejected: RejectedRow[] = [...unread];
  const usable: EvaluatedArchitecture[] = [];
  for (const [index, row] of rows.entries()) {
    const outcome = joining.take(row);
    if ("taken" in outcome) usable.push({ ...outcome.taken, metrics: row.metrics });
    else rejected.push(outcome.refused);
    if ((index + 1) % ROWS_PER_STEP === 0) yield { phase: "checking", share: (index + 1) / rows.length };
  }
  rejected.sort((a, b) => a.row - b.row);
  const { numAdded: added, numMatched: matched } = joining.rows;
  if (added + matched === 0) return nothingJoined(rejected);
  const { noise, duplicates } = mergeDuplicates(reading === null ? [] : usable, metrics.metrics, "keep");
  const report = importReport(
    { ...dataset, metrics: metrics.metrics, architectures: usable },
    {
      candidates: typeof recognised === "string" ? [] : recognised.candidates,
      columns: columns.uses,
      duplicates,
      merged: 0,
      duplicateRule: undefined,
      noise,
      rejected,
      notes: [...(table.notes ?? []), ...(reading?.notes ?? []), ...columns.notes, ...metrics.notes],
    },
  );
  const { metrics: all, newNames: newMetrics } = joined;
  return {
    ok: true,
    rows: joining.rows.result(),
    metrics: all,
    added,
    matched,
    newMetrics,
    rejected,
    report,
  };
}

/** A file of ids and metrics only. */
const NO_ARCHITECTURES: Reading = {
  structure: "flat",
  columns: [],
  row: () => ({ ok: true, units: [], globals: {} }),
};

function otherStructure({ space }: Pick<Dataset, "space">, reading: Reading): string | null {
  if (reading.structure !== space.structure)
    return `The file holds ${reading.structure} architectures, the dataset ${space.structure} ones. Import it as a dataset of its own.`;
  // A file that says its search space says its edges there.
  const edges = reading.edges ?? reading.space?.edges ?? null;
  const sameEdges = JSON.stringify(edges) === JSON.stringify(space.edges ?? null);
  return sameEdges
    ? null
    : "The file's cells have other edges than the dataset's. Import it as a dataset of its own.";
}

function newJoining(
  { dataset, by, plan, duplicateRule = "keep", rows: there, nextPosition }: JoinRequest,
  { metrics, places }: JoinedMetrics,
  hasArchitectures: boolean,
) {
  const labels = places.map((place) => metrics[place]?.label ?? "");
  const rows = new JoinedRows(there, metrics.length, plan.duplicates ?? duplicateRule, nextPosition);
  const encode = architectureEncoder(dataset.space, { strictRanges: true });
  const placed = (values: readonly (number | null)[]): (number | null)[] => {
    const all = padded([], metrics.length);
    places.forEach((place, index) => (all[place] = values[index] ?? null));
    return all;
  };

  type Outcome = { readonly taken: EvaluatedArchitecture } | { readonly refused: RejectedRow };

  function take({ source, id, ownId, raw, metrics: values, status }: ReadRow): Outcome {
    const refuse = (field: string, message: string): Outcome => ({
      refused: { row: source.row, field, message, text: source.text },
    });
    const measured = { id, row: source.row, metrics: placed(values), ...(status === null ? {} : { status }) };
    const arrival = { ...measured, labels };
    const found = by === "id" && ownId !== null ? rows.withId(ownId) : null;
    if (!hasArchitectures) {
      if (ownId === null)
        return refuse("id", "is empty; without an architecture a row needs the id of one that is there");
      if (found === null) return refuse("id", `no row of the dataset is called ${JSON.stringify(ownId)}`);
      return rows.match([found], arrival)
        ? { taken: { ...measured, units: [], globals: [] } }
        : refuse(
            "",
            "has another value than the row that is there, or its evaluation failed; choose to average, or to keep the latest",
          );
    }
    const foreign = foreignFeature(dataset.space, raw);
    if (foreign !== null) return refuse(foreign.field, foreign.message);
    const outcome = validated({ ...measured, raw }, () => source.text, encode);
    if ("refused" in outcome) return outcome;
    const key = architectureKey(outcome.taken);
    if (found !== null && rows.keyOf(found) !== key)
      return refuse("id", `${JSON.stringify(ownId)} is there with another architecture`);
    const targets = by === "architecture" ? rows.withKey(key) : found === null ? [] : [found];
    if (targets.length === 0 || !rows.match(targets, arrival)) rows.add(outcome.taken);
    return outcome;
  }
  return { rows, take };
}

function nothingJoined(rejected: readonly RejectedRow[]): Refused {
  const first = rejected[0];
  const why = first ? ` Row ${first.row}, ${first.field}: ${first.message}.` : "";
  const message = `None of the file's ${rejected.length} rows can join the dataset.${why}`;
  return { ok: false, code: "nothing_usable", message, issues: rejected.map(issueOf), rejected };
}
