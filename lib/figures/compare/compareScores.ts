import { mean, ranks, srcc, standardDeviation } from "../../core/stats";

export type Keyed = { readonly key: string; readonly score: number };

/** How two predictors see one thing. Ranks count from 1, best first; ties share their mean rank. */
export type Compared = {
  readonly key: string;
  readonly scores: readonly [first: number, second: number];
  readonly ranks: readonly [first: number, second: number];
  /** Scores in standard deviations from their mean, so that targets of differing units compare. */
  readonly standardised: readonly [first: number, second: number];
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
  const others = new Map(second.map(({ key, score }) => [key, score]));
  const paired = first.flatMap(({ key, score }) => {
    const other = others.get(key) ?? NaN;
    return Number.isFinite(score) && Number.isFinite(other) ? [{ key, scores: [score, other] as const }] : [];
  });
  const sides = [0, 1].map((side) => paired.map(({ scores }) => scores[side] ?? NaN));
  const [ranked, standard] = [sides.map(bestFirst), sides.map(standardised)];
  const at = (values: readonly ArrayLike<number>[], index: number) =>
    [values[0]?.[index] ?? NaN, values[1]?.[index] ?? NaN] as const;
  return {
    compared: paired.map(({ key, scores }, index) => ({
      key,
      scores,
      ranks: at(ranked, index),
      standardised: at(standard, index),
    })),
    srcc: paired.length < 3 ? NaN : srcc(sides[0] ?? [], sides[1] ?? []),
    numUnpaired: new Set([...first, ...second].map(({ key }) => key)).size - paired.length,
  };
}

/** Positive where the second predictor holds it in higher esteem than the first. */
export const differenceOf = ({ ranks: [a, b], standardised: [p, q] }: Compared, by: DifferenceBy): number =>
  by === "ranks" ? a - b : q - p;

/** In standard deviations from the mean; all 0 where nothing varies. */
export function standardised(values: readonly number[]): number[] {
  const centre = mean(values);
  const deviation = standardDeviation(values);
  return values.map((value) => (deviation > 0 ? (value - centre) / deviation : 0));
}

const bestFirst = (values: readonly number[]): Float64Array => ranks(values.map((value) => -value));
