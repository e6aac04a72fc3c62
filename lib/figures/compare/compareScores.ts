import { mean, ranks, srcc, standardDeviation } from "../../core/stats";
import { isTie, type ScoredInterval } from "../../core/trust/rankIntervals";

/** A score with its 90 % interval, which has no width where a predictor gives none. */
export type Keyed = ScoredInterval & { readonly key: string };

type Pair<T> = readonly [first: T, second: T];

/** How two predictors see one thing. Ranks count from 1, best first; ties share their mean rank. */
export type Compared = {
  readonly key: string;
  readonly scores: Pair<number>;
  readonly ranks: Pair<number>;
  /** Scores in standard deviations from their mean, so that targets of differing units compare. */
  readonly standardised: Pair<number>;
  /**
   * Whether the predictors' 90 % intervals, on the standardised scale, share no value; null where one gives none. Two
   * that share a value may still differ: it is called beyond the intervals rather too seldom.
   */
  readonly beyond: boolean | null;
};

export type Comparison = {
  /** In the order of the first predictor's scores. */
  readonly compared: readonly Compared[];
  /** Rank correlation of the two importances; NaN where one side is constant or there are fewer than three. */
  readonly srcc: number;
  /** Things that only one of the two has a score for. */
  readonly numUnpaired: number;
};

export type DifferenceBy = "ranks" | "standardised";

/** Pairs scores by key; what is not a number on either side is left out and counted. */
export function compareScores(first: readonly Keyed[], second: readonly Keyed[]): Comparison {
  const others = new Map(second.map((one) => [one.key, one]));
  const paired = first.flatMap((one): Pair<Keyed>[] => {
    const other = others.get(one.key);
    return other && Number.isFinite(one.score) && Number.isFinite(other.score) ? [[one, other]] : [];
  });
  const sides = [paired.map(([one]) => one.score), paired.map(([, other]) => other.score)] as const;
  const ranked = [bestFirst(sides[0]), bestFirst(sides[1])] as const;
  const scales = [standardScale(sides[0]), standardScale(sides[1])] as const;
  return {
    compared: paired.map(([one, other], index) => {
      const onScale = [standardInterval(one, scales[0]), standardInterval(other, scales[1])] as const;
      return {
        key: one.key,
        scores: [one.score, other.score],
        ranks: [ranked[0][index] ?? NaN, ranked[1][index] ?? NaN],
        standardised: [onScale[0].score, onScale[1].score],
        beyond: onScale.every(({ low, high }) => low < high) ? !isTie(...onScale) : null,
      };
    }),
    srcc: paired.length < 3 ? NaN : srcc(...sides),
    numUnpaired: new Set([...first, ...second].map(({ key }) => key)).size - paired.length,
  };
}

/** Positive where the second predictor holds it in higher esteem than the first. */
export const differenceOf = ({ ranks: [a, b], standardised: [p, q] }: Compared, by: DifferenceBy): number =>
  by === "ranks" ? a - b : q - p;

/** In standard deviations from the mean; all 0 where nothing varies. */
export const standardised = (values: readonly number[]): number[] => values.map(standardScale(values));

/** From a value to standard deviations from the mean of all; always 0 where nothing varies. */
function standardScale(values: readonly number[]): (value: number) => number {
  const centre = mean(values);
  const deviation = standardDeviation(values);
  return (value) => (deviation > 0 ? (value - centre) / deviation : 0);
}

const standardInterval = (
  { score, low, high }: ScoredInterval,
  scale: (value: number) => number,
): ScoredInterval => ({ score: scale(score), low: scale(low), high: scale(high) });

const bestFirst = (values: readonly number[]): Float64Array => ranks(values.map((value) => -value));
