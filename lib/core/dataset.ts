import type { EvaluatedArchitecture } from "./architecture";
import { hasFailed } from "./evaluation";
import type { ColumnRole, DuplicateRule } from "./formats/importPlan";
import type { Feature, FeatureValue, SearchSpace, Structure } from "./searchSpace";

/** A measured quantity. */
export type Metric = {
  /** Identifier for expressions, made from the label: `top_1_acc`. */
  readonly name: string;
  /** The column's name in the file: `Top-1 Acc (%)`. */
  readonly label: string;
  /** `ms`, `%`, `MACs`; null where nothing says it. */
  readonly unit: string | null;
  /** Whether more or less is better; null where the name does not tell. */
  readonly goal: "max" | "min" | null;
};

export type Dataset = {
  readonly name: string;
  readonly format: string;
  readonly space: SearchSpace;
  readonly metrics: readonly Metric[];
  readonly architectures: readonly EvaluatedArchitecture[];
};

/** What is wrong with one field of one row: `row 12, units[2].kernel: 4 is not one of 3, 5, 7`. Row 0 is the whole file. */
export type Issue = { readonly row: number; readonly field: string; readonly message: string };

/** A row that was not taken, with the reason and its text as it stood in the file (at most 2,000 characters). */
export type RejectedRow = Issue & {
  readonly text: string;
  /** Where only the search space refused the row: what was read of it as JSON (see heldRow.ts), so that it can come back. */
  readonly held?: string;
};

export type MetricSummary = Metric & {
  readonly min: number | null;
  readonly max: number | null;
  readonly missing: number;
  /** Why its values look as if they were not of one unit ("12 of 400 values are ..."); null where they do not. */
  readonly suspicion: string | null;
};

/** A reader that recognises the file. */
export type Candidate = { readonly id: string; readonly label: string };

/** A column of the file and what it was taken for. */
export type ColumnUse = {
  readonly label: string;
  readonly role: ColumnRole;
  /** Its first cell that is not empty, at most 80 characters. */
  readonly example: string;
};

/** How much a metric differs between rows of the same architecture. */
export type MetricNoise = {
  /** The metric's name. */
  readonly metric: string;
  /** Architectures measured at least twice. */
  readonly numGroups: number;
  /** Pooled standard deviation within them, in the metric's unit. */
  readonly spread: number;
};

/** What an import recognised; the same for the upload page and `inspect` on the command line. */
export type ImportReport = {
  readonly format: string;
  readonly structure: Structure;
  /** Readers that recognise the file, in order of certainty: the first is the guess. */
  readonly candidates: readonly Candidate[];
  readonly columns: readonly ColumnUse[];
  /** Rows read: accepted + merged + rejected. */
  readonly numArchitectures: number;
  /** Rows stored, failed evaluations among them. */
  readonly accepted: number;
  /** Rows that went into another row of the same architecture (averaged, or superseded by the latest). */
  readonly merged: number;
  /** What becomes of rows of the same architecture, also of those that come later; absent where all are kept. */
  readonly duplicateRule?: DuplicateRule;
  readonly rejected: number;
  /** Usable rows whose architecture stands in an earlier row too, merged or not. */
  readonly duplicates: number;
  /** Accepted rows whose evaluation failed: no metric has a value, or the status says so. Nothing is learned from them. */
  readonly failed: number;
  /** Per metric that some architecture has at least twice. */
  readonly noise: readonly MetricNoise[];
  readonly units: readonly {
    readonly name: string;
    readonly lengths: readonly number[];
    readonly layerNames?: readonly string[];
  }[];
  readonly features: readonly {
    readonly name: string;
    readonly kind: Feature["kind"];
    readonly scope: "node" | "architecture";
    readonly values: readonly FeatureValue[];
  }[];
  readonly metrics: readonly MetricSummary[];
  /** Every rejected row's reason, and every quirk of the file worth knowing (row 0). */
  readonly issues: readonly Issue[];
};

/** Finite values of one metric, in row order; those of failed evaluations are none. */
export function metricValues(dataset: Pick<Dataset, "architectures">, metricIndex: number): number[] {
  return dataset.architectures.flatMap((row) => (hasFailed(row) ? [] : (row.metrics[metricIndex] ?? [])));
}
