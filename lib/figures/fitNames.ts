/** A row that a record of predictions may be of. */
export type NamedRow = { readonly id: string; readonly target: number };

/**
 * Names of the rows behind a predictor's record, which holds measured values only: those of `inOrder` where these are
 * the same values in the same order; else each named by the one row of `others` that measured its value. Values that
 * several rows measured, and values of no row, have no name.
 */
export function namesOf(
  measured: readonly number[],
  inOrder: readonly NamedRow[],
  others: readonly NamedRow[],
): (string | null)[] {
  const isSame =
    inOrder.length === measured.length && inOrder.every(({ target }, row) => target === measured[row]);
  if (isSame) return inOrder.map(({ id }) => id);
  const byTarget = new Map<number, string | null>();
  for (const { id, target } of others) byTarget.set(target, byTarget.has(target) ? null : id);
  return measured.map((value) => byTarget.get(value) ?? null);
}
