import { mergeDuplicates } from "./duplicates";
import type { DuplicateRule } from "./importPlan";
import type { Placed } from "./respace";
import { architectureKey } from "../architecture";

/**
 * Applies a dataset's rule for repeated architectures to rows that an edited search space takes back: while they were
 * refused nobody compared them. Rows that were there all along stay as they are, unless one that returned is the same.
 * A row that was merged before counts once in a mean, as it does when another file joins.
 * @param rows by position
 * @param returned positions of the rows that came back
 * @returns rows by position; each merged one stands at the first place of its architecture
 */
export function mergeReturned(
  rows: readonly Placed[],
  returned: ReadonlySet<number>,
  rule: DuplicateRule,
): { readonly rows: readonly Placed[]; readonly merged: number } {
  if (rule === "keep" || returned.size === 0) return { rows, merged: 0 };
  const isBack = ({ position }: Placed) => returned.has(position);
  const keys = new Set(rows.filter(isBack).map(({ architecture }) => architectureKey(architecture)));
  const groups = new Map<string, [Placed, ...Placed[]]>();
  const result: Placed[] = [];
  for (const row of rows) {
    const key = architectureKey(row.architecture);
    const same = groups.get(key);
    if (!keys.has(key)) result.push(row);
    else if (same) same.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    const merged = mergeDuplicates(
      group.map(({ architecture }) => architecture),
      [],
      rule,
    );
    const [architecture = group[0].architecture] = merged.architectures;
    result.push({ position: group[0].position, architecture });
  }
  result.sort((a, b) => a.position - b.position);
  return { rows: result, merged: rows.length - result.length };
}
