/**
 * What to build first, and when the best architecture measured so far is the better choice. The highest of many
 * uncertain predictions is usually one that errs upwards (the winner's curse), so a new architecture is preferred by
 * the far low end of its interval, and taken only if it still beats the best measured one with part of its doubt
 * taken off. Both shares come of ten draws of 50, 100 and 300 rows of eleven tables
 * (docs/decisions/0006-default-predictor.md).
 */

/** A prediction with its 90 % interval; the higher the better. */
export type Prospect = { readonly value: number; readonly low: number };

/** Of the distance from a prediction to its low end; new architectures are compared with each other by this much less. */
const DOUBT_IN_CHOOSING = 2;
/** The same for the comparison with what was measured. */
const DOUBT_AGAINST_MEASURED = 0.25;

const doubted = ({ value, low }: Prospect, share: number): number => value - share * (value - low);

/** What new architectures are chosen by, the highest first; in units of the target. */
export const sureness = (prospect: Prospect): number => doubted(prospect, DOUBT_IN_CHOOSING);

/** Whether an architecture should be better than the best measured one. */
export const beatsMeasured = (prospect: Prospect, bestMeasured: number): boolean =>
  doubted(prospect, DOUBT_AGAINST_MEASURED) > bestMeasured;

/**
 * The best `count` in the order of their predictions, led by the first choice: an architecture that promises more than
 * the first choice, but less surely, waits until nothing else is left.
 * @param chosen by preference, the first choice first
 */
export function ledByFirst<T extends { readonly predicted: Prospect }>(
  chosen: readonly T[],
  count: number,
): T[] {
  const most = chosen[0]?.predicted.value ?? 0;
  const below = chosen.filter(({ predicted }) => predicted.value <= most);
  const above = chosen.filter(({ predicted }) => predicted.value > most);
  return [...below, ...above].slice(0, count).toSorted((a, b) => b.predicted.value - a.predicted.value);
}
