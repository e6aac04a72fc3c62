import { mean, standardDeviation } from "../stats";

/** A mean of independent differences with its 90 % interval; no interval where there is only one. */
export type MeanInterval = {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
};

const NORMAL_95 = 1.6448536;

/**
 * The 95 % point of Student's t: exact for one and two degrees of freedom, else Fisher's expansion around the normal
 * point (Abramowitz and Stegun 26.7.5), right to three decimals.
 */
export function studentPoint95(degrees: number): number {
  if (degrees === 1) return 6.313752;
  if (degrees === 2) return 2.919986;
  const x = NORMAL_95;
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), x);
}

/** Null for no values; NaN ends for one value, whose spread nobody knows. */
export function meanInterval(values: readonly number[]): MeanInterval | null {
  const count = values.length;
  if (count === 0) return null;
  const centre = mean(values);
  if (count === 1) return { mean: centre, low: NaN, high: NaN, count };
  const half = (studentPoint95(count - 1) * standardDeviation(values, 1)) / Math.sqrt(count);
  return { mean: centre, low: centre - half, high: centre + half, count };
}

/** Difference of the means of two groups with its 90 % interval (Welch); null where a group has fewer than two values. */
export function meanDifference(ones: readonly number[], others: readonly number[]): MeanInterval | null {
  if (ones.length < 2 || others.length < 2) return null;
  const [a, b] = [ones, others].map((group) => standardDeviation(group, 1) ** 2 / group.length);
  if (a === undefined || b === undefined) return null;
  const difference = mean(ones) - mean(others);
  const count = ones.length + others.length;
  if (a + b === 0) return { mean: difference, low: difference, high: difference, count };
  const degrees = (a + b) ** 2 / (a ** 2 / (ones.length - 1) + b ** 2 / (others.length - 1));
  const half = studentPoint95(Math.max(1, Math.floor(degrees))) * Math.sqrt(a + b);
  return { mean: difference, low: difference - half, high: difference + half, count };
}
