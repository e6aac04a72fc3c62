import type { Columns } from "./encoder";

/** How much counts of one group of modules matter; per squared count, so that no other group or row bears on it. */
export type GroupWeights = { readonly linear: number; readonly distance: number };

/**
 * Covariance of two architectures from their counts of modules: a linear part, which holds what adds up, and a
 * Matern 3/2 part, which holds what modules do to each other; measurement noise on the diagonal. Every group of
 * modules weighs as much as the rows say (automatic relevance determination; Rasmussen & Williams, section 5.1): in
 * one space nearly everything hangs on a width, in another on the kind of operation, wherever it stands.
 */
export type Hyperparameters = {
  readonly groups: ReadonlyMap<string, GroupWeights>;
  readonly maternVariance: number;
  readonly noiseVariance: number;
};

/** A group that the hyperparameters were chosen without says nothing. */
const NO_WEIGHTS: GroupWeights = { linear: 0, distance: 0 };

/** Weights per column, and per group for what no labelled row holds. */
export type Metric = {
  readonly linear: Float64Array;
  readonly distance: Float64Array;
  readonly unseenLinear: Float64Array;
  readonly unseenDistance: Float64Array;
};

export function metricOf({ groups, groupOf }: Columns, at: Hyperparameters): Metric {
  const weights = groups.map((group) => at.groups.get(group) ?? NO_WEIGHTS);
  const perColumn = (which: keyof GroupWeights): Float64Array =>
    Float64Array.from(groupOf, (group) => weights[group]?.[which] ?? 0);
  const perGroup = (which: keyof GroupWeights): Float64Array =>
    Float64Array.from(weights, (group) => group[which]);
  return {
    linear: perColumn("linear"),
    distance: perColumn("distance"),
    unseenLinear: perGroup("linear"),
    unseenDistance: perGroup("distance"),
  };
}

/** Matern 3/2 correlation, (1 + s) exp(-s) with s = sqrt(3) distance; Rasmussen & Williams eq. 4.17. */
export function matern(squaredDistance: number): number {
  const scaled = Math.sqrt(3 * Math.max(0, squaredDistance));
  return (1 + scaled) * Math.exp(-scaled);
}

/**
 * The Matern correlation by linear interpolation in the squared distance: scoring all modules of a space takes
 * hundreds of millions of them. Absolute error below 1e-4 (6e-5 next to distance 0).
 */
export function maternTable(): (squaredDistance: number) => number {
  const numSteps = 1 << 14;
  // Beyond a distance of 8 the correlation is below 2e-5.
  const perUnit = numSteps / 64;
  const table = Float64Array.from({ length: numSteps + 2 }, (_, step) => matern(step / perUnit));
  return (squaredDistance) => {
    const position = squaredDistance * perUnit;
    if (position >= numSteps) return 0;
    const step = position > 0 ? Math.floor(position) : 0;
    const low = table[step] as number;
    return low + Math.max(0, position - step) * ((table[step + 1] as number) - low);
  };
}
