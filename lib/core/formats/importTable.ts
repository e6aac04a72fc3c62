import type { EvaluatedArchitecture } from "../architecture";
import type { Candidate, Dataset, Issue, RejectedRow } from "../dataset";
import { architectureEncoder } from "../encodeArchitecture";
import { inferSpace, usualNumUnits } from "../inferSpace";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import { mergeDuplicates } from "./duplicates";
import type { ImportOutcome, ImportStep, RawRow } from "./format";
import { validated, type HeldRow } from "./heldRow";
import type { ImportPlan } from "./importPlan";
import { importReport, issueOf } from "./importReport";
import { metricQuirks } from "./metricQuirks";
import type { Reader, Reading } from "./reader";
import { repeatedIdNotes } from "./repeatedIds";
import { readRows, ROWS_PER_STEP, type ReadRow } from "./readRows";
import { editSpace, type EditedSpace } from "./spaceEdits";
import { spaceNotes } from "./spaceNotes";
import type { Table } from "./table";
import { tableQuirks } from "./tableQuirks";

/** A table and the reader that was chosen for it. */
export type Recognised = {
  readonly table: Table;
  readonly reader: Reader;
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
};

/** Reads all rows, infers the search space from them, and validates every row against it. */
export function* importTable(
  fileName: string,
  { table, reader, reading, candidates }: Recognised,
  plan: ImportPlan,
): Generator<ImportStep, ImportOutcome> {
  const reads = readRows(table, reading, plan);
  let step = reads.next();
  for (; !step.done; step = reads.next()) yield { phase: "reading", share: step.value };
  const { rows, rejected, repeatedIds, columns, metrics } = step.value;
  const { space, notes: spaceIssues } = spaceAndNotes(rows, reading, reading.notation ?? reader.id, plan);

  const numRows = rows.length;
  const taken: EvaluatedArchitecture[] = [];
  const refused: RejectedRow[] = [...rejected];
  const encode = architectureEncoder(space, { strictRanges: plan.space !== undefined });
  // Rows are let go of as they are taken: at no time are all of them there in both forms.
  for (let block = rows.splice(0, ROWS_PER_STEP); block.length > 0; block = rows.splice(0, ROWS_PER_STEP)) {
    for (const row of block) {
      const outcome = validated(heldOf(row), () => row.source.text, encode);
      if ("taken" in outcome) taken.push(outcome.taken);
      else refused.push(outcome.refused);
    }
    yield { phase: "checking", share: (taken.length + refused.length) / (numRows + rejected.length) };
  }
  refused.sort((a, b) => a.row - b.row);
  if (taken.length === 0) return nothingUsable(reader, refused);

  const { architectures, ...repeats } = mergeDuplicates(taken, metrics.metrics, plan.duplicates ?? "keep");
  const name = typeof table.meta.name === "string" ? table.meta.name : fileName.replace(/\.[^.]+$/, "");
  const dataset: Dataset = { name, format: reader.id, space, metrics: metrics.metrics, architectures };
  const notes = [
    ...(table.notes ?? []),
    ...(reading.notes ?? []),
    ...columns.notes,
    ...repeatedIdNotes(repeatedIds, columns.idColumn, architectures),
    ...metrics.notes,
    ...spaceIssues,
    ...tableQuirks(table, columns.metricLabels),
    ...repeatNotes(space, repeats),
    ...metricQuirks(dataset),
  ];
  const report = importReport(dataset, {
    candidates,
    columns: columns.uses,
    ...repeats,
    duplicateRule: plan.duplicates,
    rejected: refused,
    notes,
  });
  return { ok: true, dataset, rejected: refused, report };
}

/** Repeated measurements look like copies by mistake; in a flat table other networks share settings. */
const repeatNotes = (
  { structure }: SearchSpace,
  { duplicates, merged }: { duplicates: number; merged: number },
): Issue[] =>
  duplicates > merged && structure !== "flat"
    ? [{ row: 0, field: "", message: repeatWords(duplicates - merged) }]
    : [];

const repeatWords = (count: number): string =>
  count === 1
    ? "1 of the rows measures an architecture of an earlier row again. It is kept, and its spread counts as noise."
    : `${count.toLocaleString("en-US")} of the rows measure an architecture of an earlier row again. They are kept, and their spread counts as noise.`;

/** The space, and what is to be known of it; a function of its own, so that its lists of all rows end with it. */
function spaceAndNotes(
  rows: readonly ReadRow[],
  reading: Reading,
  notation: string,
  plan: ImportPlan,
): { space: SearchSpace; notes: Issue[] } {
  const raws = rows.map(({ raw }) => raw);
  const { space, problems } = spaceOf(raws, reading, notation, plan);
  return { space, notes: [...problems, ...spaceNotes(space, raws)] };
}

/** The space that the file declares or its rows span, with a person's edits. */
function spaceOf(raws: readonly RawRow[], reading: Reading, notation: string, plan: ImportPlan): EditedSpace {
  const space = reading.space ?? spannedSpace(raws, reading, notation);
  if (plan.space === undefined) return { space, problems: [] };
  return editSpace(space, plan.space, (name) => valuesOf(raws, name));
}

/** Rows with an unusual number of units do not belong to the space, and are rejected by it. */
function spannedSpace(raws: readonly RawRow[], reading: Reading, notation: string): SearchSpace {
  const numUnits = usualNumUnits(raws);
  return inferSpace(
    raws.filter(({ units }) => units.length === numUnits),
    reading,
    notation,
  );
}

/** Every value of a feature of the whole architecture, or of nodes. */
function valuesOf(raws: readonly RawRow[], name: string): FeatureValue[] {
  const values = new Set<FeatureValue>();
  for (const { units, globals } of raws)
    for (const item of [globals, ...units.flat()]) {
      const value = Object.hasOwn(item, name) ? item[name] : undefined;
      if (value !== undefined) values.add(value);
    }
  return [...values];
}

const heldOf = ({ source, id, raw, metrics, status }: ReadRow): HeldRow => ({
  id,
  row: source.row,
  raw,
  metrics,
  status: status ?? undefined,
});

function nothingUsable(reader: Reader, rejected: readonly RejectedRow[]): ImportOutcome {
  const first = rejected[0];
  const why = first ? ` Row ${first.row}, ${first.field}: ${first.message}.` : "";
  const message = `The file was read as ${reader.label}, but ${rejected.length === 1 ? "its only row cannot" : `none of its ${rejected.length} rows can`} be used.${why}`;
  return { ok: false, code: "nothing_usable", message, issues: rejected.map(issueOf), rejected };
}
