import { mean } from "../../core/stats";
import type { Point } from "./encoder";
import { covariance, matern, pairsOf, type Hyperparameters } from "./kernel";
import { cholesky, inverseFromCholesky, solveCholesky, solveLower } from "./linearAlgebra";

/** Mean and variance on the latent scale; the variance is that of the function, without measurement noise. */
export type Belief = { readonly mean: number; readonly variance: number };

/** What each measured row would have been predicted from all others. */
export type LeaveOneOut = { readonly mean: Float64Array; readonly variance: Float64Array };

/** The Gaussian process given its measured rows. */
export type Posterior = {
  readonly hyperparameters: Hyperparameters;
  /** Measured points, centred; shape [numRows][numColumns]. */
  readonly rows: readonly Float64Array[];
  /** Subtracts the mean of the measured rows. */
  centred(point: Point): Point;
  /** Belief about the mean of the function over these points (centred); one point is a prediction. */
  meanOver(points: readonly Point[]): Belief;
  /** Belief from a covariance with every row and a prior variance, for callers that compute these faster. */
  given(covariances: Float64Array, priorVariance: number): Belief;
  leaveOneOut(): LeaveOneOut;
};

/** Prior covariance of two points, without noise; modules unseen in the labelled rows are shared only with oneself. */
const priorBetween = (a: Point, b: Point, at: Hyperparameters, same: boolean): number => {
  let product = 0;
  let distance = same ? 0 : a.unseen + b.unseen;
  for (let k = 0; k < a.known.length; k++) {
    const [left, right] = [a.known[k] as number, b.known[k] as number];
    product += left * right;
    distance += (left - right) * (left - right);
  }
  const shared = same ? a.unseen : 0;
  return at.linearVariance * (product + shared) + at.maternVariance * matern(distance, at.lengthScale);
};

/** Jitter that keeps the covariance positive definite where rows repeat and the noise is tiny. */
const JITTER = 1e-8;

/**
 * @param points counts of the measured rows
 * @param latents their targets on the latent scale (mean 0, variance 1), shape [numRows]
 */
export function condition(
  points: readonly Point[],
  latents: Float64Array,
  hyperparameters: Hyperparameters,
): Posterior {
  const numRows = points.length;
  const centre = meanPoint(points);
  const rows = points.map((point) => minus(point.known, centre));
  const at = { ...hyperparameters, noiseVariance: hyperparameters.noiseVariance + JITTER };
  const factor = cholesky(covariance(pairsOf(rows), at), numRows);
  if (factor === null) throw new Error("The covariance of the labelled rows is not positive definite.");
  const weights = solveCholesky(factor, numRows, latents);

  const given = (covariances: Float64Array, priorVariance: number): Belief => {
    let expected = 0;
    for (let j = 0; j < numRows; j++) expected += (covariances[j] as number) * (weights[j] as number);
    const explained = solveLower(factor, numRows, covariances).reduce((sum, value) => sum + value * value, 0);
    return { mean: expected, variance: Math.max(1e-12, priorVariance - explained) };
  };

  return {
    hyperparameters,
    rows,
    centred: (point) => ({ known: minus(point.known, centre), unseen: point.unseen }),
    given,
    meanOver: (batch) => {
      const covariances = new Float64Array(numRows);
      let prior = 0;
      for (const point of batch) {
        for (const other of batch) prior += priorBetween(point, other, at, point === other);
        rows.forEach((row, j) => {
          const between = priorBetween(point, { known: row, unseen: 0 }, at, false);
          covariances[j] = (covariances[j] as number) + between / batch.length;
        });
      }
      return given(covariances, prior / batch.length ** 2);
    },
    leaveOneOut: () => {
      const inverse = inverseFromCholesky(factor, numRows);
      const variance = Float64Array.from(rows, (_, i) => 1 / (inverse[i * (numRows + 1)] as number));
      return {
        mean: variance.map((spread, i) => (latents[i] as number) - (weights[i] as number) * spread),
        variance,
      };
    },
  };
}

function meanPoint(points: readonly Point[]): Float64Array {
  const numColumns = points[0]?.known.length ?? 0;
  return Float64Array.from({ length: numColumns }, (_, k) =>
    mean(points.map((point) => point.known[k] as number)),
  );
}

const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, index) => value - (b[index] as number));
