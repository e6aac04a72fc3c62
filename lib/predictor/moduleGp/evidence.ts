import { cholesky, inverseFromCholesky, logDeterminant, solveCholesky } from "../linearAlgebra";
import { mean } from "../../core/stats";
import type { Columns } from "./encoder";
import { matern, type Hyperparameters } from "./kernel";
import { dot } from "./vectors";

/** Negative log evidence (with priors) and its gradient by the logarithms of `startOf`. */
export type Evidence = { readonly value: number; readonly gradient: number[] };

/** Inner products and squared distances of all pairs of rows in the counts of one group; [numRows, numRows] each. */
export type GroupPairs = {
  readonly group: string;
  /** Mean squared length of the centred counts: products and distances are shares of it. */
  readonly size: number;
  readonly products: Float64Array;
  readonly squaredDistances: Float64Array;
};
export type Pairs = { readonly numRows: number; readonly groups: readonly GroupPairs[] };

/** Groups whose counts are the same in every row tell rows not apart. */
const CONSTANT = 1e-12;

/** @param rows shape [numRows][numColumns], centred counts */
export function pairsOf(rows: readonly Float64Array[], { groups, groupOf }: Columns): Pairs {
  const numRows = rows.length;
  const all = groups.map((group) => ({ group, products: new Float64Array(numRows * numRows) }));
  const sums = new Float64Array(groups.length);
  rows.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = rows[j] as Float64Array;
      sums.fill(0);
      for (let k = 0; k < a.length; k++) {
        const group = groupOf[k] as number;
        sums[group] = (sums[group] as number) + (a[k] as number) * (b[k] as number);
      }
      all.forEach(({ products }, g) => {
        products[i * numRows + j] = sums[g] as number;
        products[j * numRows + i] = sums[g] as number;
      });
    }
  });
  const scaled = all.flatMap(({ group, products }): GroupPairs[] => {
    const size = mean(rows.map((_, row) => products[row * (numRows + 1)] as number));
    if (size < CONSTANT) return [];
    const shares = products.map((product) => product / size);
    const square = (row: number) => shares[row * (numRows + 1)] as number;
    const squaredDistances = shares.map((share, index) =>
      Math.max(0, square(Math.floor(index / numRows)) + square(index % numRows) - 2 * share),
    );
    return [{ group, size, products: shares, squaredDistances }];
  });
  return { numRows, groups: scaled };
}

/** Where each logarithm stands: one per group for its linear weight, one for its distance, then five shared ones. */
const positions = (numGroups: number) => ({
  linear: 0,
  distance: numGroups,
  matern: 2 * numGroups,
  noise: 2 * numGroups + 1,
  allLinear: 2 * numGroups + 2,
  allDistance: 2 * numGroups + 3,
  tilt: 2 * numGroups + 4,
});

/** Standard deviation of the logarithm of a group's weight around what all groups have in common. */
const APART = 0.8;
/**
 * Standard deviation of the tilt, the power of its size that a group's weight goes with. At 0 all groups are expected to
 * matter alike, at 1 all modules are, so that a group of many has more to say: which is true differs between spaces.
 */
const TILT = 0.5;

/**
 * Normal priors on the logarithms, [mean, standard deviation]; targets have variance 1. With 50 rows the evidence
 * alone is nearly flat along some directions, and the optimum would jump from one draw of rows to the next: groups
 * share a level, which is free, and stand apart from it only as far as the rows insist.
 */
export function priors({ groups }: Pairs): (readonly [number, number])[] {
  const perGroup = groups.map(() => [-Math.log(groups.length), APART] as const);
  return [...perGroup, ...perGroup, [-1, 2], [-2, 2], [0, 2], [0, 2], [0, TILT]];
}

/** The prior means. */
export const startOf = (pairs: Pairs): number[] => priors(pairs).map(([centre]) => centre);

export function fromLogs({ groups }: Pairs, logs: readonly number[]): Hyperparameters {
  const at = positions(groups.length);
  const log = (index: number): number => logs[index] ?? 0;
  return {
    groups: new Map(
      groups.map(({ group, size }, index) => {
        const tilted = log(at.tilt) * Math.log(size);
        return [
          group,
          {
            linear: Math.exp(log(at.linear + index) + log(at.allLinear) + tilted) / size,
            distance: Math.exp(log(at.distance + index) + log(at.allDistance) + tilted) / size,
          },
        ];
      }),
    ),
    maternVariance: Math.exp(log(at.matern)),
    noiseVariance: Math.exp(log(at.noise)),
  };
}

/**
 * Rasmussen & Williams eq. 5.8 and 5.9, plus the priors.
 * @param targets shape [numRows], standardised
 */
export function negativeLogEvidence(pairs: Pairs, targets: Float64Array, logs: readonly number[]): Evidence {
  const { numRows: size, groups } = pairs;
  const at = positions(groups.length);
  const { groups: weights, maternVariance, noiseVariance } = fromLogs(pairs, logs);
  const shares = groups.map(({ group, size: scale }) => {
    const { linear = 0, distance = 0 } = weights.get(group) ?? {};
    return { linear: linear * scale, distance: distance * scale };
  });
  const linear = new Float64Array(size * size);
  const squared = new Float64Array(size * size);
  groups.forEach(({ products, squaredDistances }, g) => {
    const share = shares[g] ?? { linear: 0, distance: 0 };
    for (let index = 0; index < linear.length; index++) {
      linear[index] = (linear[index] as number) + share.linear * (products[index] as number);
      squared[index] = (squared[index] as number) + share.distance * (squaredDistances[index] as number);
    }
  });
  const covariance = linear.map((value, index) => value + maternVariance * matern(squared[index] as number));
  for (let row = 0; row < size; row++)
    covariance[row * (size + 1)] = (covariance[row * (size + 1)] as number) + noiseVariance;
  const factor = cholesky(covariance, size);
  if (factor === null) return { value: Number.POSITIVE_INFINITY, gradient: logs.map(() => 0) };
  const solved = solveCholesky(factor, size, targets);
  const inverse = inverseFromCholesky(factor, size);

  // Half of (inverse - solved solved'), by which every change of the covariance counts.
  const sensitivity = inverse.map(
    (value, index) =>
      0.5 * (value - (solved[Math.floor(index / size)] as number) * (solved[index % size] as number)),
  );
  const gradient = logs.map(() => 0);
  const add = (index: number, slope: number): void => {
    gradient[index] = (gradient[index] ?? 0) + slope;
  };
  // By squared distance, matern' = -3/2 exp(-s).
  const slopes = squared.map(
    (value, index) =>
      -1.5 * maternVariance * Math.exp(-Math.sqrt(3 * value)) * (sensitivity[index] as number),
  );
  groups.forEach(({ products, squaredDistances, size: scale }, g) => {
    const share = shares[g] ?? { linear: 0, distance: 0 };
    const ofLinear = share.linear * dot(sensitivity, products);
    const ofDistance = share.distance * dot(slopes, squaredDistances);
    add(at.linear + g, ofLinear);
    add(at.allLinear, ofLinear);
    add(at.distance + g, ofDistance);
    add(at.allDistance, ofDistance);
    add(at.tilt, Math.log(scale) * (ofLinear + ofDistance));
  });
  for (let index = 0; index < squared.length; index++)
    add(at.matern, maternVariance * (sensitivity[index] as number) * matern(squared[index] as number));
  for (let row = 0; row < size; row++)
    add(at.noise, noiseVariance * (sensitivity[row * (size + 1)] as number));

  const fit = dot(targets, solved);
  let value = 0.5 * (fit + logDeterminant(factor, size) + size * Math.log(2 * Math.PI));
  priors(pairs).forEach(([centre, spread], index) => {
    const deviation = ((logs[index] ?? 0) - centre) / spread;
    value += 0.5 * deviation * deviation;
    add(index, deviation / spread);
  });
  return { value, gradient };
}
