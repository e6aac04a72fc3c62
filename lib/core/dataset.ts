import type { EvaluatedArchitecture } from "./architecture";
import type { FeatureValue, SearchSpace, Structure } from "./searchSpace";

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
export type RejectedRow = Issue & { readonly text: string };

export type MetricSummary = Metric & {
  readonly min: number | null;
  readonly max: number | null;
  readonly missing: number;
};

/** What an import recognised; the same for the upload page and `inspect` on the command line. */
export type ImportReport = {
  readonly format: string;
  readonly structure: Structure;
  /** Rows read: accepted + rejected. */
  readonly numArchitectures: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted rows whose architecture stands in an earlier row too. */
  readonly duplicates: number;
  readonly units: readonly {
    readonly name: string;
    readonly lengths: readonly number[];
    readonly layerNames?: readonly string[];
  }[];
  readonly features: readonly {
    readonly name: string;
    readonly kind: "categorical" | "ordinal" | "continuous";
    readonly scope: "node" | "architecture";
    readonly values: readonly FeatureValue[];
  }[];
  readonly metrics: readonly MetricSummary[];
  /** Every rejected row's reason, and every quirk of the file worth knowing (row 0). */
  readonly issues: readonly Issue[];
};

/** Finite values of one metric, in row order. */
export function metricValues(dataset: Pick<Dataset, "architectures">, metricIndex: number): number[] {
  return dataset.architectures.flatMap((architecture) => architecture.metrics[metricIndex] ?? []);
}
