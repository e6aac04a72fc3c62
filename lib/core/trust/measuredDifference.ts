import { mean } from "../stats";
import type { MatchedSet } from "./matchedPairs";
import { meanDifference, meanInterval, type MeanInterval } from "./student";

/** A pair of rows whose difference goes against a claim; `difference` is the holder's target minus the partner's. */
export type CounterExample = {
  readonly holder: number;
  readonly partner: number;
  readonly difference: number;
  readonly numOtherDifferences: number;
};

const targetsOf = (targets: ArrayLike<number>, rows: readonly number[]): number[] =>
  rows.map((row) => targets[row] ?? NaN);

/**
 * Mean over the sets of the holders' mean target minus the partners', in units of the target, with its 90 % interval.
 * Sets are independent, rows inside a set are not; only where there is a single set do its rows give the interval.
 */
export function measuredDifference(
  targets: ArrayLike<number>,
  sets: readonly MatchedSet[],
): MeanInterval | null {
  const [only] = sets;
  if (sets.length === 1 && only) {
    const [ones, others] = [targetsOf(targets, only.holders), targetsOf(targets, only.partners)];
    const within = meanDifference(ones, others);
    if (within !== null) return { ...within, count: 1 };
  }
  return meanInterval(
    sets.map(
      ({ holders, partners }) => mean(targetsOf(targets, holders)) - mean(targetsOf(targets, partners)),
    ),
  );
}

/**
 * What a predictor claims of the same sets: the module's score minus the mean score of what the partners have in its
 * place, averaged as the measured difference is.
 * @param scoreInPlace score of what a row has in the module's place; NaN where there is none
 * @returns NaN where no set has a score
 */
export function claimedDifference(
  sets: readonly MatchedSet[],
  score: number,
  scoreInPlace: (row: number) => number,
): number {
  const differences = sets.flatMap(({ partners }) => {
    const scores = partners.map(scoreInPlace).filter(Number.isFinite);
    return scores.length === 0 ? [] : [score - mean(scores)];
  });
  return differences.length === 0 ? NaN : mean(differences);
}

/** How many pairs of a holder and a partner there are, and how many of them go the other way than `sign`. */
export function countPairs(
  targets: ArrayLike<number>,
  sets: readonly MatchedSet[],
  sign: number,
): { readonly numPairs: number; readonly numAgainst: number } {
  let numPairs = 0;
  let numAgainst = 0;
  for (const { holders, partners } of sets) {
    const ascending = Float64Array.from(targetsOf(targets, partners)).sort();
    numPairs += holders.length * partners.length;
    for (const target of targetsOf(targets, holders))
      numAgainst += sign > 0 ? numAbove(ascending, target) : numBelow(ascending, target);
  }
  return { numPairs, numAgainst };
}

/** Pairs that contradict a claim of this sign most, the strongest first; a holder stands for all of its set. */
export function counterExamples(
  targets: ArrayLike<number>,
  sets: readonly MatchedSet[],
  sign: number,
  limit: number,
): CounterExample[] {
  const direction = sign > 0 ? 1 : -1;
  const valueOf = (row: number): number => direction * (targets[row] ?? NaN);
  const found: CounterExample[] = [];
  for (const { holders, partners, numOtherDifferences } of sets) {
    const holder = holders.reduce(
      (worst, row) => (valueOf(row) < valueOf(worst) ? row : worst),
      holders[0] ?? 0,
    );
    const contrary = partners.filter((row) => valueOf(row) > valueOf(holder));
    contrary.sort((a, b) => valueOf(b) - valueOf(a));
    for (const partner of contrary.slice(0, limit)) {
      const difference = (targets[holder] ?? NaN) - (targets[partner] ?? NaN);
      found.push({ holder, partner, difference, numOtherDifferences });
    }
  }
  return found.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, limit);
}

/** How many of ascending values are greater than `limit`. */
function numAbove(ascending: Float64Array, limit: number): number {
  let count = 0;
  for (let index = ascending.length - 1; index >= 0 && (ascending[index] ?? NaN) > limit; index--) count++;
  return count;
}

/** How many of ascending values are less than `limit`. */
function numBelow(ascending: Float64Array, limit: number): number {
  let count = 0;
  while (count < ascending.length && (ascending[count] ?? NaN) < limit) count++;
  return count;
}
