/** ln(n!) for n = 0..most. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 1; n <= most; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/** Terms smaller than this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-18;

/**
 * How unlikely a count is by chance (Fisher's exact test): `drawn` of `total` items are drawn without replacement,
 * `marked` of the total carry a mark, and `count` of the drawn ones do.
 * @param logs logFactorials(total) or more
 * @returns two-sided p: twice the probability of a count at least as far out on its side, at most 1
 */
export function fisherP(
  count: number,
  { total, marked, drawn }: { readonly total: number; readonly marked: number; readonly drawn: number },
  logs: Float64Array,
): number {
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  const expected = (drawn * marked) / total;
  const choose = (n: number, k: number) => (logs[n] ?? NaN) - (logs[k] ?? NaN) - (logs[n - k] ?? NaN);
  let term = Math.exp(choose(marked, count) + choose(total - marked, drawn - count) - choose(total, drawn));
  let sum = 0;
  // Away from what is expected, each term is a fraction of the one before.
  const step = count >= expected ? 1 : -1;
  for (let k = count; k >= least && k <= most; k += step) {
    sum += term;
    if (term < sum * NEGLIGIBLE) break;
    term *=
      step > 0
        ? ((marked - k) * (drawn - k)) / ((k + 1) * (total - marked - drawn + k + 1))
        : (k * (total - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
  }
  return Math.min(1, 2 * sum);
}

/**
 * Holm's correction: with these, the chance that any of all comparisons is called significant at 0.05 without being so
 * is 0.05 at most, however they depend on each other.
 * @param pValues one per comparison @returns adjusted, same order
 */
export function holmAdjusted(pValues: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: pValues.length }, (_, index) => index).sort(
    (a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1),
  );
  const adjusted = new Float64Array(pValues.length);
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues[index] ?? 1) * (order.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
