/** Rows that only the search space refused: what was read of them is kept, so that an edited space can take them. */
import type { Architecture, EvaluatedArchitecture } from "../architecture";
import type { RejectedRow } from "../dataset";
import type { EncodeOutcome } from "../encodeArchitecture";
import type { RawRow } from "./format";

/** A row as read, in feature values. */
export type HeldRow = Pick<EvaluatedArchitecture, "id" | "row" | "metrics" | "status"> & {
  readonly raw: RawRow;
  /** The place it had among the rows of a dataset, if it had one. */
  readonly position?: number;
};

/**
 * The row as taken by a space, or as rejected by it with the reason.
 * @param text gives the row as it stood in the file, for the list of rejected rows
 */
export function validated(
  held: HeldRow,
  text: () => string,
  encode: (id: string, raw: RawRow) => EncodeOutcome,
): { readonly taken: EvaluatedArchitecture } | { readonly refused: RejectedRow } {
  const { id, row, metrics, status, raw, position } = held;
  const outcome = encode(id, raw);
  if (outcome.ok) return { taken: evaluated(outcome.architecture, row, metrics, status) };
  const kept: Omit<HeldRow, "row"> = {
    id,
    raw,
    metrics,
    ...(status === undefined ? {} : { status }),
    ...(position === undefined ? {} : { position }),
  };
  return {
    refused: {
      row,
      field: outcome.field,
      message: outcome.message,
      text: text(),
      held: JSON.stringify(kept),
    },
  };
}

/** What was kept of a rejected row; null where more than the space was wrong with it. */
export function heldRow({ row, held }: RejectedRow): HeldRow | null {
  // Written by `validated`, so its type is known.
  return held === undefined ? null : { ...(JSON.parse(held) as Omit<HeldRow, "row">), row };
}

/** Written out, because an object that is spread into another takes three times the memory, 100,000 times. */
function evaluated(
  { id, units, globals, edges }: Architecture,
  row: number,
  metrics: EvaluatedArchitecture["metrics"],
  status: string | undefined,
): EvaluatedArchitecture {
  if (edges === undefined && status === undefined) return { id, units, globals, row, metrics };
  return {
    id,
    units,
    globals,
    row,
    metrics,
    ...(edges ? { edges } : {}),
    ...(status === undefined ? {} : { status }),
  };
}
