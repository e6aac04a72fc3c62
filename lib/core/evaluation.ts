/**
 * How evaluations ended. A failed one stays in the dataset with its status, but what was measured on the way to the
 * failure says nothing about the architecture: nothing is trained on it, ranked by it, or counted as labelled.
 */
import type { EvaluatedArchitecture } from "./architecture";

/** The status of a row that says nothing else of why no metric has a value. */
export const NO_VALUE = "no value";

/** One metric's cell tells a failure while others were measured: only that metric has no value. */
const PARTLY = "failed in part: ";

/** The status of a row in which some metrics failed and others did not: `failed in part: latency (OOM)`. */
export const partlyFailed = (label: string, status: string): string => `${PARTLY}${label} (${status})`;

type Ended = Pick<EvaluatedArchitecture, "status">;

/** Whether the evaluation failed as a whole, so that none of its values counts. */
export const hasFailed = ({ status }: Ended): boolean => status !== undefined && !status.startsWith(PARTLY);

/** Whether the row's status says more than that nothing was measured. */
export const hasFailedWithReason = (row: Ended): boolean => hasFailed(row) && row.status !== NO_VALUE;

export type FailedRows = { readonly status: string; readonly ids: readonly string[] };

/** Rows by what their status says, the most frequent first. */
export function byStatus(rows: readonly Pick<EvaluatedArchitecture, "id" | "status">[]): FailedRows[] {
  const groups = new Map<string, string[]>();
  for (const { id, status } of rows) {
    if (status === undefined) continue;
    const ids = groups.get(status);
    if (ids) ids.push(id);
    else groups.set(status, [id]);
  }
  return [...groups].map(([status, ids]) => ({ status, ids })).sort((a, b) => b.ids.length - a.ids.length);
}
