import { formatValue } from "./format";

/** What an importance rests on; scores of modules and of feature values both have it. */
export type Evidence = {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly support: number;
};

/** No labelled architecture holds it: the score is extrapolated, and drawn outlined. */
export const isUnseen = (evidence: Pick<Evidence, "support">): boolean => evidence.support === 0;

/** The interval reaches across the mean, so whether it helps or harms is open; drawn hatched. */
export const isUncertain = (evidence: Pick<Evidence, "low" | "high">, mean: number): boolean =>
  evidence.low < mean && mean < evidence.high;

/** `75.2 (74.9 to 75.6)`; the score alone where its interval has no width. */
export const formatScore = ({ score, low, high }: Pick<Evidence, "score" | "low" | "high">): string =>
  low === high ? formatValue(score) : `${formatValue(score)} (${formatValue(low)} to ${formatValue(high)})`;

/** Differences of equal scores leave rounding behind; it is no effect. */
const ROUNDING = 1e-12;

/** `+0.31`, `−1.2`, `0`: a difference always shows its sign. */
export function formatEffect(effect: number): string {
  if (Math.abs(effect) < ROUNDING) return "0";
  return `${effect > 0 ? "+" : ""}${formatValue(effect)}`;
}

/** Mean of the finite scores; NaN where there is none. */
export function meanScore(scores: readonly Pick<Evidence, "score">[]): number {
  const finite = scores.map(({ score }) => score).filter(Number.isFinite);
  return finite.reduce((sum, score) => sum + score, 0) / finite.length;
}

/** Whether any score has an interval with a width; a single network has no spread to show. */
export const hasIntervals = (scores: readonly Pick<Evidence, "low" | "high">[]): boolean =>
  scores.some(({ low, high }) => low < high);
