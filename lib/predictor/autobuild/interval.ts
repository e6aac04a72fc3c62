import { mean, standardDeviation } from "../../core/stats";
import type { Interval } from "../predictor";

/** 95 % quantile of the standard normal distribution: 90 % lie within it on both sides. */
export const REACH = 1.6449;

/**
 * Half-width of the 90 % interval of predictions by split conformal prediction: the ceil(0.9 (n + 1))-th smallest
 * held-out |residual| (the largest where n is below 9). It covers 90 % of unseen rows drawn like the held-out ones.
 */
export function conformalReach(measured: readonly number[], predicted: readonly number[]): number {
  const residuals = measured
    .map((value, index) => Math.abs(value - (predicted[index] ?? value)))
    .sort((a, b) => a - b);
  const place = Math.min(residuals.length, Math.ceil(0.9 * (residuals.length + 1)));
  return residuals[place - 1] ?? 0;
}

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
