import type { FirstRow } from "@/lib/core/formats/headerless";
import type { ColumnRole, DuplicateRule, ImportPlan, SpaceEdits } from "@/lib/core/formats/importPlan";

/** Nothing decided: everything is guessed from the file. */
export const NO_PLAN: ImportPlan = {};

/** Another reader finds other columns and features, so what was decided of those goes; words on metrics stay. */
export const withFormat = ({ firstRow, metrics, duplicates }: ImportPlan, format: string): ImportPlan => ({
  ...(firstRow ? { firstRow } : {}),
  format,
  ...(metrics ? { metrics } : {}),
  ...(duplicates ? { duplicates } : {}),
});

/** Columns are called otherwise then, so what was decided of them goes. */
export const withFirstRow = ({ duplicates }: ImportPlan, firstRow: FirstRow): ImportPlan => ({
  firstRow,
  ...(duplicates ? { duplicates } : {}),
});

/** Files that may have a first row of names. */
export const isDelimited = (fileName: string): boolean =>
  /\.(?:csv|tsv|tab|txt|dat)(?:\.gz)?$/i.test(fileName);

/** What the first row was taken for: columns without names are called by their number. */
export const firstRowOf = ({ firstRow }: ImportPlan, labels: readonly string[]): FirstRow =>
  firstRow ??
  (labels.length > 0 && labels.every((label, index) => label === `column ${index + 1}`) ? "values" : "names");

export const withRole = (plan: ImportPlan, label: string, role: ColumnRole): ImportPlan => ({
  ...plan,
  columns: { ...plan.columns, [label]: role },
});

export type MetricEdits = NonNullable<ImportPlan["metrics"]>;

/** What is said of one metric, beside what was said of it before. */
export const withMetric = (
  edits: MetricEdits | undefined,
  label: string,
  edit: MetricEdits[string],
): MetricEdits => ({
  ...edits,
  [label]: { ...edits?.[label], ...edit },
});

export const withDuplicates = (plan: ImportPlan, duplicates: DuplicateRule): ImportPlan => ({
  ...plan,
  duplicates,
});

type FeatureEdit = NonNullable<SpaceEdits["features"]>[string];

export const withFeature = (edits: SpaceEdits | undefined, name: string, edit: FeatureEdit): SpaceEdits => ({
  ...edits,
  features: { ...edits?.features, [name]: { ...edits?.features?.[name], ...edit } },
});

export const withLengths = (
  edits: SpaceEdits | undefined,
  unitIndex: number,
  lengths: readonly number[],
): SpaceEdits => ({ ...edits, lengths: { ...edits?.lengths, [unitIndex]: lengths } });

/** Whether anything of the search space was changed by hand. */
export const hasSpaceEdits = (edits: SpaceEdits | undefined): boolean =>
  Object.keys(edits?.features ?? {}).length > 0 || Object.keys(edits?.lengths ?? {}).length > 0;
