import type { EvaluatedArchitecture } from "./architecture";
import type { Dataset } from "./dataset";
import { parseTarget, targetValues } from "./target";

/** Names under which people keep what AutoBuild calls `acc`, as metric names. */
const ACCURACY = ["accuracy", "top_1_acc", "top1_acc", "top1", "top_1", "acc_top1", "test_acc", "val_acc"];

export type TargetRows = {
  readonly architectures: readonly EvaluatedArchitecture[];
  readonly targets: readonly number[] | null;
  /** The expression over the dataset's metrics; the given one where the dataset does not measure it. */
  readonly target: string;
};

/**
 * Rows that have a target which was named elsewhere (by a released checkpoint), with its values; all rows and null
 * where the dataset does not measure it.
 */
export function rowsOfTarget(dataset: Pick<Dataset, "metrics" | "architectures">, text: string): TargetRows {
  const { metrics, architectures } = dataset;
  const alias = ACCURACY.find((name) => metrics.some((metric) => metric.name === name));
  const named = parseTarget(text, metrics);
  const parsed =
    !named.ok && alias !== undefined ? parseTarget(text.replace(/\bacc\b/g, alias), metrics) : named;
  if (!parsed.ok) return { architectures, targets: null, target: text };
  const { values } = targetValues(dataset, parsed.target);
  const measured = architectures.filter((_, index) => Number.isFinite(values[index]));
  if (measured.length < 2) return { architectures, targets: null, target: text };
  const targets = Array.from(values).filter(Number.isFinite);
  return { architectures: measured, targets, target: parsed.target.text };
}
