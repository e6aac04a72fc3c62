import type { Interval } from "./predictor";

/** 95 % quantiles of Student's t by degrees of freedom, from 1 on; the normal's beyond. */
const T_QUANTILES = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833];
const NORMAL_QUANTILE = 1.645;

/**
 * The 90 % interval of a number that was computed on all rows and once more without each of M equal parts of them: the
 * standard error of the delete-a-group jackknife is sqrt((M - 1) / M * sum of squared deviations), with M - 1 degrees
 * of freedom (Efron & Tibshirani 1993, chapter 11).
 * @param values the number on all rows first, then one per part left out; on the latent scale
 * @param variance what unseen rows show the number to be off by (see moduleError.ts): parts that err alike do not
 *   differ, so that the interval is at least as wide as that
 */
export function jackknifeInterval(
  values: Float64Array,
  toTarget: (latent: number) => number,
  variance = 0,
): Interval {
  const [value = NaN, ...members] = values;
  const size = members.length;
  const centre = members.reduce((sum, member) => sum + member, 0) / size;
  const squares = members.reduce((sum, member) => sum + (member - centre) ** 2, 0);
  const half = Math.max(
    (T_QUANTILES[size - 2] ?? NORMAL_QUANTILE) * Math.sqrt(((size - 1) / size) * squares),
    NORMAL_QUANTILE * Math.sqrt(variance),
  );
  return { value: toTarget(value), low: toTarget(value - half), high: toTarget(value + half) };
}
