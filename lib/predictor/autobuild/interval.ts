import { mean, standardDeviation } from "../../core/stats";
import { conformalQuantile } from "../conformal";
import type { Interval } from "../predictor";

/** 95 % quantile of the standard normal distribution: 90 % lie within it on both sides. */
export const REACH = 1.6449;

/** Half-width of the 90 % interval of predictions, from |residuals| of held-out rows; 0 where there are none. */
export const conformalReach = (measured: readonly number[], predicted: readonly number[]): number =>
  conformalQuantile(measured.map((value, index) => Math.abs(value - (predicted[index] ?? value)))) ?? 0;

/** Mean of the members with their 90 % spread, or with `alone` on both sides where there is one member only. */
export function memberInterval(values: readonly number[], alone: number): Interval {
  const value = mean(values);
  const reach = values.length > 1 ? REACH * standardDeviation(values, 1) : alone;
  return { value, low: value - reach, high: value + reach };
}

/**
 * What the interval of a score rests on where one member shows no spread: the part of the targets' deviation that
 * norms of this hop, which rank held-out architectures with `srcc`, leave unexplained.
 */
export const unexplained = (deviation: number, srcc: number): number =>
  REACH * deviation * Math.sqrt(Math.max(0, 1 - srcc * srcc));
