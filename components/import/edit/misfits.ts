import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Issue } from "@/lib/core/dataset";
import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import { respace } from "@/lib/core/formats/respace";
import type { SearchSpace } from "@/lib/core/searchSpace";

export type Misfits = {
  /** Rows that the edited space does not allow, each with the first value that does not fit, in row order. */
  readonly rows: readonly Issue[];
  /** Edits that cannot be made at all, with the reason. */
  readonly problems: readonly Issue[];
};

export const NO_MISFITS: Misfits = { rows: [], problems: [] };

/** What edits of a space would cost, by the code that makes them when they are stored. */
export function misfits(
  space: SearchSpace,
  edits: SpaceEdits,
  architectures: readonly EvaluatedArchitecture[],
): Misfits {
  const placed = architectures.map((architecture, position) => ({ position, architecture }));
  // Metrics play no part in whether a row fits.
  const outcome = respace({ space, metrics: [] }, edits, placed, []);
  if (!outcome.ok) return { rows: [], problems: outcome.problems };
  const rows = outcome.rejected.map(({ row, field, message }) => ({ row, field, message }));
  return { rows, problems: [] };
}
