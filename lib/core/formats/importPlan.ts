/** What a person decides about a file before it is stored. Whatever is left out is guessed from the file. */
import type { Metric } from "../dataset";
import type { Feature } from "../searchSpace";
import type { FirstRow } from "./headerless";

/** What a column of the file is for. A feature column is one slot of a flat table. */
export type ColumnRole = "id" | "architecture" | "feature" | "metric" | "status" | "ignored";

/** Rows with the same architecture: kept apart, averaged metric by metric, or the last one of the file only. */
export type DuplicateRule = "keep" | "average" | "latest";

/** Edits of the inferred search space; every row is validated against the edited one. */
export type SpaceEdits = {
  /** By feature name; `values` replaces the legal values, `kind` how they are read. */
  readonly features?: Readonly<Record<string, Partial<Pick<Feature, "kind" | "values">>>>;
  /** By unit index; replaces the legal numbers of layers. */
  readonly lengths?: Readonly<Record<number, readonly number[]>>;
};

export type ImportPlan = {
  /** Whether the first row of a CSV names the columns or is a row itself. */
  readonly firstRow?: FirstRow;
  /** Id of the reader; without it the first that recognises the file reads it. */
  readonly format?: string;
  /** By column label. */
  readonly columns?: Readonly<Record<string, ColumnRole>>;
  /** By column label. */
  readonly metrics?: Readonly<Record<string, Partial<Pick<Metric, "unit" | "goal">>>>;
  readonly duplicates?: DuplicateRule;
  readonly space?: SpaceEdits;
};
