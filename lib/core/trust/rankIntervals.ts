/** What the intervals of scores allow the ranks to be. */

export type ScoredInterval = { readonly score: number; readonly low: number; readonly high: number };

/** Ranks from 1, best first: no order that the intervals allow puts it higher than `best` or lower than `worst`. */
export type RankInterval = { readonly best: number; readonly worst: number };

const isUsable = ({ score, low, high }: ScoredInterval): boolean =>
  Number.isFinite(score) && low <= high && Number.isFinite(low) && Number.isFinite(high);

/**
 * The ranks that each could have if every score may lie anywhere in its interval: `best` is 1 + those whose whole
 * interval lies above its own, `worst` is all but those whose whole interval lies below. Intervals that only touch
 * leave the order open. Those without a number as a score have no rank, and do not count among the others.
 * @returns in the order of `scored`; null where there is no score. Takes n log n steps.
 */
export function rankIntervals(scored: readonly ScoredInterval[]): (RankInterval | null)[] {
  const usable = scored.filter(isUsable);
  const lows = Float64Array.from(usable, ({ low }) => low).sort();
  const highs = Float64Array.from(usable, ({ high }) => high).sort();
  return scored.map((one) =>
    isUsable(one)
      ? { best: 1 + usable.length - numUpTo(lows, one.high), worst: usable.length - numBelow(highs, one.low) }
      : null,
  );
}

/**
 * Whether the order of two scores is open: their intervals share a point. Two 90 % intervals that share none differ
 * for more than one reason in twenty of chance, so a tie is called rather too often than too seldom.
 */
export const isTie = (one: ScoredInterval, other: ScoredInterval): boolean =>
  isUsable(one) && isUsable(other) && one.low <= other.high && other.low <= one.high;

/**
 * For a list with its best first, whether each is tied with the one before it.
 * @returns shape [ranked]; the first is never tied
 */
export const tiesWithPrevious = (ranked: readonly ScoredInterval[]): boolean[] =>
  ranked.map((one, index) => {
    const previous = ranked[index - 1];
    return previous !== undefined && isTie(previous, one);
  });

/** How many of ascending values are at most `limit`. */
const numUpTo = (ascending: Float64Array, limit: number): number =>
  numWhile(ascending, (value) => value <= limit);

/** How many of ascending values are less than `limit`. */
const numBelow = (ascending: Float64Array, limit: number): number =>
  numWhile(ascending, (value) => value < limit);

function numWhile(ascending: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] ?? NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
