import type { ColumnRole, DuplicateRule, ImportPlan, SpaceEdits } from "@/lib/core/formats/importPlan";

/** Nothing decided: everything is guessed from the file. */
export const NO_PLAN: ImportPlan = {};

/** Another reader finds other columns and features, so what was decided of those goes; words on metrics stay. */
export const withFormat = ({ metrics, duplicates }: ImportPlan, format: string): ImportPlan => ({
  format,
  ...(metrics ? { metrics } : {}),
  ...(duplicates ? { duplicates } : {}),
});

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
