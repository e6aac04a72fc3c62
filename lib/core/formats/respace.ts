import type { Dataset, Issue, RejectedRow } from "../dataset";
import type { EvaluatedArchitecture } from "../architecture";
import { architectureEncoder } from "../encodeArchitecture";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import type { RawRow } from "./format";
import { heldRow, validated, type HeldRow } from "./heldRow";
import type { DuplicateRule, SpaceEdits } from "./importPlan";
import { mergeReturned } from "./mergeReturned";
import { rawWriter } from "./rawOf";
import { idMaker } from "./readRows";
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
      /** Rows that became one with another row of the same architecture when they came back. */
      readonly merged: number;
    }
  | { readonly ok: false; readonly problems: readonly Issue[] };

/**
 * Validates a dataset against an edited space: rows that no longer fit are rejected with what was read of them, and
 * rejected rows that only a space refused come back where they fit, and merge by the dataset's rule.
 */
export function respace(
  { space, metrics: metricNames }: Pick<Dataset, "space" | "metrics">,
  edits: SpaceEdits,
  rows: readonly Placed[],
  rejected: readonly RejectedRow[],
  duplicates: DuplicateRule = "keep",
): Respaced {
  const write = rawWriter(space);
  // A row's line of the file is kept only where it was rejected; others are told in feature values.
  const candidates: { held: HeldRow; text: () => string }[] = rows.map(({ position, architecture }) => {
    const { id, row, metrics, status } = architecture;
    const held = { position, id, row, metrics, raw: write(architecture), status };
    return { held, text: () => rowText(JSON.stringify({ id, ...held.raw })) };
  });
  const stays: RejectedRow[] = [];
  for (const refused of rejected) {
    const held = heldRow(refused);
    if (held === null) stays.push(refused);
    else {
      // A second file may have brought metrics since the row was read.
      const metrics = metricNames.map((_, index) => held.metrics[index] ?? null);
      candidates.push({ held: { ...held, metrics }, text: () => refused.text });
    }
  }
  const { space: edited, problems } = editSpace(space, edits, (name) =>
    valuesOf(
      candidates.map(({ held }) => held.raw),
      name,
    ),
  );
  if (problems.length > 0) return { ok: false, problems };

  const encode = architectureEncoder(edited, { strictRanges: true });
  let nextPosition = candidates.reduce((next, { held }) => Math.max(next, (held.position ?? -1) + 1), 0);
  const taken: Placed[] = [];
  const returned = new Set<number>();
  for (const [index, { held, text }] of candidates.entries()) {
    const outcome = validated(held, text, encode);
    if ("refused" in outcome) stays.push(outcome.refused);
    else {
      const position = held.position ?? nextPosition++;
      taken.push({ position, architecture: outcome.taken });
      if (index >= rows.length) returned.add(position);
    }
  }
  taken.sort((a, b) => a.position - b.position);
  // Another row may have been given the id of one that was refused.
  const uniqueId = idMaker(
    new Set(taken.flatMap(({ position, architecture: { id } }) => (returned.has(position) ? [] : [id]))),
  );
  const named = taken.map(({ position, architecture }) =>
    returned.has(position)
      ? { position, architecture: { ...architecture, id: uniqueId(architecture.id) } }
      : { position, architecture },
  );
  stays.sort((a, b) => a.row - b.row);
  return { ok: true, space: edited, rejected: stays, ...mergeReturned(named, returned, duplicates) };
}

function valuesOf(raws: readonly RawRow[], name: string): FeatureValue[] {
  const values = new Set<FeatureValue>();
  for (const { globals, units } of raws)
    for (const item of [globals, ...units.flat()]) {
      const value = Object.hasOwn(item, name) ? item[name] : undefined;
      if (value !== undefined) values.add(value);
    }
  return [...values];
}
