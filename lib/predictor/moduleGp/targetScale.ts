import { mean, ranks, standardDeviation } from "../../core/stats";

/** A monotone map from the target to a scale on which it looks normal, and back. */
export type TargetScale = {
  readonly kind: "raw" | "rank-gaussian";
  toLatent(target: number): number;
  toTarget(latent: number): number;
};

/** (y - mean) / population standard deviation. */
export function rawScale(targets: Float64Array): TargetScale {
  const centre = mean(targets);
  const spread = standardDeviation(targets) || 1;
  return {
    kind: "raw",
    toLatent: (target) => (target - centre) / spread,
    toTarget: (latent) => centre + spread * latent,
  };
}

/** The scale of a kind that these targets ask for. */
export const scaleOf = (kind: TargetScale["kind"], targets: Float64Array): TargetScale =>
  kind === "raw" ? rawScale(targets) : rankGaussianScale(targets);

/**
 * Normal scores: the target of rank r of n becomes the (r - 1/2)/n quantile of the normal distribution; between
 * measured targets the map is linear, beyond them it goes on with the mean slope of the whole.
 */
export function rankGaussianScale(targets: Float64Array): TargetScale {
  const rankOf = ranks(targets);
  const byTarget = new Map<number, number>();
  targets.forEach((target, index) =>
    byTarget.set(target, normalQuantile(((rankOf[index] as number) - 0.5) / targets.length)),
  );
  const knots = [...byTarget].sort(([a], [b]) => a - b);
  if (knots.length < 2) return rawScale(targets);
  const values = knots.map(([target]) => target);
  const scores = knots.map(([, score]) => score);
  const slope = ((values.at(-1) ?? 0) - (values[0] ?? 0)) / ((scores.at(-1) ?? 0) - (scores[0] ?? 0));
  return {
    kind: "rank-gaussian",
    toLatent: (target) => interpolate(values, scores, target, 1 / slope),
    toTarget: (latent) => interpolate(scores, values, latent, slope),
  };
}

/** Piecewise linear through ascending knots, with the given slope outside. */
function interpolate(from: readonly number[], to: readonly number[], at: number, outside: number): number {
  const last = from.length - 1;
  const [first, end] = [from[0] ?? 0, from[last] ?? 0];
  if (at <= first) return (to[0] ?? 0) + outside * (at - first);
  if (at >= end) return (to[last] ?? 0) + outside * (at - end);
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const share = (at - (from[low] ?? 0)) / ((from[high] ?? 0) - (from[low] ?? 0));
  return (to[low] ?? 0) + share * ((to[high] ?? 0) - (to[low] ?? 0));
}

/** Inverse of the normal distribution function (Acklam's rational approximation, relative error below 1.15e-9). */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return horner(q, TAIL_TOP) / (horner(q, TAIL_BOTTOM) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (horner(r, CENTRE_TOP) * q) / (horner(r, CENTRE_BOTTOM) * r + 1);
}

const horner = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

const CENTRE_TOP = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const CENTRE_BOTTOM = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
];
const TAIL_TOP = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
