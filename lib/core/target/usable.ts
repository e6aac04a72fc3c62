import type { Metric } from "../dataset";

/** Fewer rows leave fewer than three held out, and no rank correlation. */
export const LEAST_ROWS = 30;

/**
 * Why nothing can be learned from these targets, or null.
 * @param values shape [architectures]; NaN where a row has no target
 */
export function targetProblem(values: Float64Array): string | null {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return "No row has this target.";
  const [first = NaN] = finite;
  if (finite.every((value) => value === first))
    return `Every row has the same target, ${first}: there is nothing to rank.`;
  if (finite.length < LEAST_ROWS)
    return `Only ${finite.length} rows have this target; at least ${LEAST_ROWS} are needed.`;
  return null;
}

/** The unit of a target that is one metric or its negation; null for anything computed. */
export function targetUnit(text: string, metrics: readonly Pick<Metric, "name" | "unit">[]): string | null {
  const name = text.trim().replace(/^-\s*/, "");
  return metrics.find((metric) => metric.name === name)?.unit ?? null;
}
