import type { Point } from "./encoder";
import { covariance, matern, pairsOf, type Hyperparameters } from "./kernel";
import { cholesky, inverseFromCholesky, leadingBlock, solveCholesky, solveLower } from "../linearAlgebra";
import { densePoint, dot, meanRow, minus, sparseDot } from "./vectors";

/** Mean and variance on the latent scale; the variance is that of the function, without measurement noise. */
export type Belief = { readonly mean: number; readonly variance: number };

/** What each measured row would have been predicted from all others. */
export type LeaveOneOut = {
  readonly latents: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
};

/** The Gaussian process given its measured rows. */
export type Posterior = {
  readonly hyperparameters: Hyperparameters;
  /** Measured points, centred; shape [numRows][numColumns]. */
  readonly rows: readonly Float64Array[];
  /** All columns of a point, less the mean of the measured rows. */
  centred(point: Point): Float64Array;
  /** Belief about the mean of the function over these points; one point is a prediction. */
  meanOver(points: readonly Point[]): Belief;
  /** The mean alone, which is much cheaper. */
  expected(point: Point): number;
  /** Belief from a covariance with every row and a prior variance, for callers that compute these faster. */
  given(covariances: Float64Array, priorVariance: number): Belief;
  /** Over the first rows, among themselves. */
  leaveOneOut(mostRows: number): LeaveOneOut;
};

/** Jitter that keeps the covariance positive definite where rows repeat and the noise is tiny. */
const JITTER = 1e-8;

/**
 * Rows that variances rest on: their cost is this number squared for each of tens of thousands of modules. Further
 * rows could only lower a variance, so that what is shown is never too narrow. The leading block of a Cholesky factor
 * is the factor of the leading rows, so nothing is factored twice.
 */
const MOST_ROWS_FOR_VARIANCE = 300;

/**
 * @param points counts of the measured rows
 * @param latents their targets on the latent scale (mean 0, variance 1), shape [numRows]
 */
export function condition(
  points: readonly Point[],
  latents: Float64Array,
  hyperparameters: Hyperparameters,
  numColumns: number,
): Posterior {
  const numRows = points.length;
  const dense = points.map((point) => densePoint(point, numColumns));
  const centre = meanRow(dense);
  const rows = dense.map((row) => minus(row, centre));
  const at = { ...hyperparameters, noiseVariance: hyperparameters.noiseVariance + JITTER };
  const factor = cholesky(covariance(pairsOf(rows), at), numRows);
  if (factor === null) throw new Error("The covariance of the labelled rows is not positive definite.");
  const weights = solveCholesky(factor, numRows, latents);
  const numNarrow = Math.min(numRows, MOST_ROWS_FOR_VARIANCE);
  const narrow = leadingBlock(factor, numRows, numNarrow);
  const rowSquares = Float64Array.from(rows, (row) => dot(row, row));
  const rowCentres = Float64Array.from(rows, (row) => dot(row, centre));
  const centred = (point: Point): Float64Array => minus(densePoint(point, numColumns), centre);

  /** Adds a share of the covariances of a point with all rows. */
  const addCovariances = (point: Point, share: number, into: Float64Array): void => {
    const whole = centred(point);
    const square = dot(whole, whole) + point.unseen;
    for (let j = 0; j < numRows; j++) {
      const product = sparseDot(point, rows[j] as Float64Array) - (rowCentres[j] as number);
      const distance = square + (rowSquares[j] as number) - 2 * product;
      into[j] =
        (into[j] as number) +
        share * (at.linearVariance * product + at.maternVariance * matern(distance, at.lengthScale));
    }
  };
  const given = (covariances: Float64Array, priorVariance: number): Belief => {
    const solved = solveLower(narrow, numNarrow, covariances);
    return {
      mean: dot(covariances, weights),
      variance: Math.max(1e-12, priorVariance - dot(solved, solved)),
    };
  };

  return {
    hyperparameters,
    rows,
    centred,
    given,
    expected: (point) => {
      const covariances = new Float64Array(numRows);
      addCovariances(point, 1, covariances);
      return dot(covariances, weights);
    },
    meanOver: (batch) => {
      const covariances = new Float64Array(numRows);
      for (const point of batch) addCovariances(point, 1 / batch.length, covariances);
      return given(covariances, priorOfMean(batch, batch.map(centred), at));
    },
    leaveOneOut: (mostRows) => {
      // Rasmussen & Williams eq. 5.12.
      const size = Math.min(numRows, mostRows);
      const block = leadingBlock(factor, numRows, size);
      const chosen = latents.slice(0, size);
      const own = solveCholesky(block, size, chosen);
      const inverse = inverseFromCholesky(block, size);
      const variance = Float64Array.from(chosen, (_, i) => 1 / (inverse[i * (size + 1)] as number));
      const mean = chosen.map((latent, i) => latent - (own[i] as number) * (variance[i] as number));
      return { latents: chosen, mean, variance };
    },
  };
}

/** Prior variance of the mean over points; modules unseen in the labelled rows are shared only with oneself. */
function priorOfMean(batch: readonly Point[], centred: readonly Float64Array[], at: Hyperparameters): number {
  let sum = 0;
  for (const [i, a] of centred.entries()) {
    const unseen = batch[i]?.unseen ?? 0;
    sum += at.linearVariance * (dot(a, a) + unseen) + at.maternVariance;
    for (const [j, b] of centred.slice(0, i).entries()) {
      const apart = minus(a, b);
      const distance = dot(apart, apart) + unseen + (batch[j]?.unseen ?? 0);
      sum += 2 * (at.linearVariance * dot(a, b) + at.maternVariance * matern(distance, at.lengthScale));
    }
  }
  return sum / batch.length ** 2;
}
