/**
 * A target is what a predictor learns: an expression over the metrics of a dataset, such as
 * `accuracy * 100 / latency_gpu`. It is parsed, checked against an allow-list and computed by our own functions;
 * text of users never becomes code.
 */
import type { Dataset, Metric } from "./dataset";
import { byStatus, hasFailedWithReason, type FailedRows } from "./evaluation";
import { compile, type Evaluate } from "./target/compile";
import type { TargetCause } from "./target/operations";
import { parseSyntax, TargetFault } from "./target/syntax";

export { FUNCTIONS as TARGET_FUNCTIONS, type TargetCause } from "./target/operations";
export { LEAST_ROWS, targetProblem, targetUnit } from "./target/usable";

export type Target = {
  readonly text: string;
  /** Indexes into the metrics it was parsed for. */
  readonly metricIndexes: readonly number[];
  readonly evaluate: Evaluate;
};

export type ParsedTarget =
  | { readonly ok: true; readonly target: Target }
  /** `position` is the 0-based character where the text is wrong. */
  | { readonly ok: false; readonly message: string; readonly position: number };

/**
 * Numbers, metric names, `+ - * / % ** ^`, comparisons (1 or 0), `c ? a : b`, Python's `a if c else b`, and log, log2,
 * log10, exp, sqrt, abs, pow, power, min, max, also as `np.log(x)`. A power binds tighter than a sign, as in
 * mathematics: `-x ** 2` is `-(x ** 2)`, where the published code, which pastes numbers into the text, gets
 * `--3.0 ** 2 = 9` for x = -3 (ALGORITHM section 13, point 12).
 * @param metrics in the dataset's order; a label given verbatim (`Top-1 Acc (%)`) is accepted as its metric
 */
export function parseTarget(text: string, metrics: readonly Pick<Metric, "name" | "label">[]): ParsedTarget {
  const labelled = metrics.find(({ label }) => label === text.trim());
  const readable = labelled && !metrics.some(({ name }) => name === text.trim()) ? labelled.name : text;
  const used = new Set<number>();
  try {
    const metricNames = metrics.map(({ name }) => name);
    const evaluate = compile(parseSyntax(readable), { text: readable, metricNames, used });
    return { ok: true, target: { text: readable.trim(), metricIndexes: [...used], evaluate } };
  } catch (error) {
    if (!(error instanceof TargetFault)) throw error;
    return { ok: false, message: error.message, position: error.position };
  }
}

type RowTarget =
  | { readonly value: number; readonly cause: null }
  | { readonly value: typeof NaN; readonly cause: "missing metric" | TargetCause };

/** The target of one row, or why it has none. A row that lacks any metric the expression names has no target. */
export function targetOf(target: Target, metrics: readonly (number | null)[]): RowTarget {
  const missing = target.metricIndexes.some((index) => !Number.isFinite(metrics[index] ?? NaN));
  if (missing) return { value: NaN, cause: "missing metric" };
  let first: TargetCause | null = null;
  const value = target.evaluate(metrics as readonly number[], (cause) => {
    first ??= cause;
  });
  if (first !== null || !Number.isFinite(value))
    return { value: NaN, cause: first ?? "too large or undefined" };
  return { value, cause: null };
}

/** The target of one row; NaN where it has none. */
export const evaluateTarget = (target: Target, metrics: readonly (number | null)[]): number =>
  targetOf(target, metrics).value;

export type TargetValues = {
  /** shape [architectures], in row order; NaN where a row has no target */
  readonly values: Float64Array;
  /** Rows whose evaluation failed, whatever values they have, by their status. */
  readonly failed: readonly FailedRows[];
  /** Ids of rows that lack a metric. */
  readonly missing: readonly string[];
  /** Ids of rows whose metrics give no finite number, by cause, in order of appearance. */
  readonly nonFinite: readonly { readonly cause: TargetCause; readonly ids: readonly string[] }[];
};

/** Targets of all rows, and a full account of the rows without one. */
export function targetValues(dataset: Pick<Dataset, "architectures">, target: Target): TargetValues {
  const values = new Float64Array(dataset.architectures.length).fill(NaN);
  const missing: string[] = [];
  const causes = new Map<TargetCause, string[]>();
  for (const [index, row] of dataset.architectures.entries()) {
    if (hasFailedWithReason(row)) continue;
    const { id, metrics } = row;
    const { value, cause } = targetOf(target, metrics);
    values[index] = value;
    if (cause === "missing metric") missing.push(id);
    else if (cause !== null) causes.set(cause, [...(causes.get(cause) ?? []), id]);
  }
  const failed = byStatus(dataset.architectures.filter(hasFailedWithReason));
  return { values, failed, missing, nonFinite: [...causes].map(([cause, ids]) => ({ cause, ids })) };
}
