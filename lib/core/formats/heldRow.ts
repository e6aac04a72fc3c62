/** Rows that only the search space refused: what was read of them is kept, so that an edited space can take them. */
import type { EvaluatedArchitecture } from "../architecture";
import type { RejectedRow } from "../dataset";
import type { EncodeOutcome } from "../encodeArchitecture";
import type { RawRow } from "./format";

/** A row as read, in feature values. */
export type HeldRow = Pick<EvaluatedArchitecture, "id" | "row" | "metrics" | "status"> & {
  readonly raw: RawRow;
  readonly text: string;
  /** The place it had among the rows of a dataset, if it had one. */
  readonly position?: number;
};

/** The row as taken by a space, or as rejected by it with the reason. */
export function validated(
  held: HeldRow,
  encode: (id: string, raw: RawRow) => EncodeOutcome,
): { readonly taken: EvaluatedArchitecture } | { readonly refused: RejectedRow } {
  const { id, row, metrics, status, raw, text, position } = held;
  const outcome = encode(id, raw);
  if (outcome.ok)
    return { taken: { ...outcome.architecture, row, metrics, ...(status === undefined ? {} : { status }) } };
  const kept: Omit<HeldRow, "row" | "text"> = {
    id,
    raw,
    metrics,
    ...(status === undefined ? {} : { status }),
    ...(position === undefined ? {} : { position }),
  };
  return {
    refused: { row, field: outcome.field, message: outcome.message, text, held: JSON.stringify(kept) },
  };
}

/** What was kept of a rejected row; null where more than the space was wrong with it. */
export function heldRow({ row, text, held }: RejectedRow): HeldRow | null {
  // Written by `validated`, so its type is known.
  return held === undefined ? null : { ...(JSON.parse(held) as Omit<HeldRow, "row" | "text">), row, text };
}
