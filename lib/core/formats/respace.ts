import type { Dataset, Issue, RejectedRow } from "../dataset";
import type { EvaluatedArchitecture } from "../architecture";
import { architectureEncoder } from "../encodeArchitecture";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import { heldRow, validated, type HeldRow } from "./heldRow";
import type { SpaceEdits } from "./importPlan";
import { rawWriter } from "./rawOf";
import { editSpace } from "./spaceEdits";
import { rowText } from "./table";

/** A row and its place among all rows, which it keeps while a space refuses it. */
export type Placed = { readonly position: number; readonly architecture: EvaluatedArchitecture };

export type Respaced =
  | {
      readonly ok: true;
      readonly space: SearchSpace;
      /** By position. */
      readonly rows: readonly Placed[];
      readonly rejected: readonly RejectedRow[];
    }
  | { readonly ok: false; readonly problems: readonly Issue[] };

/**
 * Validates a dataset against an edited space: rows that no longer fit are rejected with what was read of them, and
 * rejected rows that only a space refused come back where they fit.
 */
export function respace(
  { space, metrics: metricNames }: Pick<Dataset, "space" | "metrics">,
  edits: SpaceEdits,
  rows: readonly Placed[],
  rejected: readonly RejectedRow[],
): Respaced {
  const write = rawWriter(space);
  const candidates: HeldRow[] = rows.map(({ position, architecture }) => {
    const { id, row, metrics, status } = architecture;
    const raw = write(architecture);
    return {
      position,
      id,
      row,
      metrics,
      raw,
      ...(status === undefined ? {} : { status }),
      // Asked for only where the row is refused. Its line of the file is not kept with rows that were taken.
      get text() {
        return rowText(JSON.stringify({ id, ...raw }));
      },
    };
  });
  const stays: RejectedRow[] = [];
  for (const refused of rejected) {
    const held = heldRow(refused);
    if (held === null) stays.push(refused);
    // A second file may have brought metrics since the row was read.
    else candidates.push({ ...held, metrics: metricNames.map((_, index) => held.metrics[index] ?? null) });
  }
  const { space: edited, problems } = editSpace(space, edits, (name) => valuesOf(candidates, name));
  if (problems.length > 0) return { ok: false, problems };

  const encode = architectureEncoder(edited, { strictRanges: true });
  let nextPosition = candidates.reduce((next, { position = -1 }) => Math.max(next, position + 1), 0);
  const taken: Placed[] = [];
  for (const candidate of candidates) {
    const outcome = validated(candidate, encode);
    if ("taken" in outcome)
      taken.push({ position: candidate.position ?? nextPosition++, architecture: outcome.taken });
    else stays.push(outcome.refused);
  }
  taken.sort((a, b) => a.position - b.position);
  stays.sort((a, b) => a.row - b.row);
  return { ok: true, space: edited, rows: taken, rejected: stays };
}

function valuesOf(rows: readonly HeldRow[], name: string): FeatureValue[] {
  const values = new Set<FeatureValue>();
  for (const { raw } of rows)
    for (const item of [raw.globals, ...raw.units.flat()]) {
      const value = Object.hasOwn(item, name) ? item[name] : undefined;
      if (value !== undefined) values.add(value);
    }
  return [...values];
}
