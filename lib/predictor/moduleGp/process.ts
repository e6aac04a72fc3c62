import type { Columns, Point } from "./encoder";
import { matern, metricOf, type Hyperparameters, type Metric } from "./kernel";
import { cholesky, leadingBlock, solveCholesky, solveLower } from "../linearAlgebra";
import { errorsOfFolds, leaveOneOut, type LeaveOneOut } from "./leaveOut";
import { densePoint, dot, meanRow, minus, sparseDot, times } from "./vectors";

/** Mean and variance on the latent scale; the variance is that of the function, without measurement noise. */
export type Belief = { readonly mean: number; readonly variance: number };

/** Centred counts of a measured row times the weights of columns, for products with other points in either metric. */
export type MeasuredRow = {
  readonly linear: Float64Array;
  readonly distance: Float64Array;
  /** Squared length in the metric of distances. */
  readonly square: number;
};

/** The Gaussian process given its measured rows. */
export type Posterior = {
  readonly hyperparameters: Hyperparameters;
  readonly metric: Metric;
  /** Measured points, centred; shape [numRows][numColumns]. */
  readonly rows: readonly MeasuredRow[];
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
  /**
   * What each of the first rows would have been predicted from the other folds among them, less what it measured; row
   * `i` is of fold `i % numFolds`. Shape [min(numRows, mostRows)].
   */
  foldErrors(mostRows: number, numFolds: number): Float64Array;
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
  columns: Columns,
): Posterior {
  const numRows = points.length;
  const metric = metricOf(columns, hyperparameters);
  const { maternVariance } = hyperparameters;
  const dense = points.map((point) => densePoint(point, columns.size));
  const centre = meanRow(dense);
  const rows = dense.map((row): MeasuredRow => {
    const centred = minus(row, centre);
    const distance = times(centred, metric.distance);
    return { linear: times(centred, metric.linear), distance, square: dot(centred, distance) };
  });
  const linearCentres = Float64Array.from(rows, ({ linear }) => dot(linear, centre));
  const distanceCentres = Float64Array.from(rows, ({ distance }) => dot(distance, centre));
  const centred = (point: Point): Float64Array => minus(densePoint(point, columns.size), centre);

  /** Adds a share of the covariances of a point with the first rows. @param products of the point with those rows */
  const addCovariances = (point: Point, share: number, into: Float64Array, products: Products): void => {
    const whole = centred(point);
    const square = dot(whole, times(whole, metric.distance)) + weighted(point.unseen, metric.unseenDistance);
    for (let j = 0; j < into.length; j++) {
      const linear = (products.linear[j] as number) - (linearCentres[j] as number);
      const between = (products.distance[j] as number) - (distanceCentres[j] as number);
      const apart = square + (rows[j] as MeasuredRow).square - 2 * between;
      into[j] = (into[j] as number) + share * (linear + maternVariance * matern(apart));
    }
  };
  const productsWith = rowProducts(rows);
  const covariance = new Float64Array(numRows * numRows);
  points.forEach((point, i) => {
    const row = new Float64Array(i + 1);
    const measured = rows.slice(0, i + 1);
    addCovariances(point, 1, row, {
      linear: Float64Array.from(measured, ({ linear }) => sparseDot(point, linear)),
      distance: Float64Array.from(measured, ({ distance }) => sparseDot(point, distance)),
    });
    row.forEach((value, j) => {
      covariance[i * numRows + j] = value;
      covariance[j * numRows + i] = value;
    });
    covariance[i * (numRows + 1)] = (row[i] as number) + hyperparameters.noiseVariance + JITTER;
  });
  const factor = cholesky(covariance, numRows);
  if (factor === null) throw new Error("The covariance of the labelled rows is not positive definite.");
  const weights = solveCholesky(factor, numRows, latents);
  const numNarrow = Math.min(numRows, MOST_ROWS_FOR_VARIANCE);
  const narrow = leadingBlock(factor, numRows, numNarrow);
  const given = (covariances: Float64Array, priorVariance: number): Belief => {
    const solved = solveLower(narrow, numNarrow, covariances);
    return {
      mean: dot(covariances, weights),
      variance: Math.max(1e-12, priorVariance - dot(solved, solved)),
    };
  };

  return {
    hyperparameters,
    metric,
    rows,
    centred,
    given,
    expected: (point) => {
      const covariances = new Float64Array(numRows);
      addCovariances(point, 1, covariances, productsWith(point));
      return dot(covariances, weights);
    },
    meanOver: (batch) => {
      const covariances = new Float64Array(numRows);
      for (const point of batch) addCovariances(point, 1 / batch.length, covariances, productsWith(point));
      return given(covariances, priorOfMean(batch, batch.map(centred), metric, maternVariance));
    },
    leaveOneOut: (mostRows) => {
      const size = Math.min(numRows, mostRows);
      return leaveOneOut(leadingBlock(factor, numRows, size), latents.slice(0, size));
    },
    foldErrors: (mostRows, numFolds) => {
      const size = Math.min(numRows, mostRows);
      return errorsOfFolds(leadingBlock(factor, numRows, size), latents.slice(0, size), numFolds);
    },
  };
}

/** Products of a point with every measured row, in either metric. */
type Products = { readonly linear: Float64Array; readonly distance: Float64Array };

/**
 * Products of points with all rows, column by column: what rows hold in a column is gathered when a point first holds
 * it, and the thousands of candidates of a search hold the same few.
 */
function rowProducts(rows: readonly MeasuredRow[]): (point: Point) => Products {
  const known = new Map<number, Products>();
  const columnOf = (column: number): Products => {
    const held = known.get(column) ?? {
      linear: Float64Array.from(rows, ({ linear }) => linear[column] as number),
      distance: Float64Array.from(rows, ({ distance }) => distance[column] as number),
    };
    known.set(column, held);
    return held;
  };
  return ({ columns, amounts }) => {
    const [linear, distance] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    for (let k = 0; k < columns.length; k++) {
      const amount = amounts[k] as number;
      const held = columnOf(columns[k] as number);
      for (let j = 0; j < rows.length; j++) {
        linear[j] = (linear[j] as number) + amount * (held.linear[j] as number);
        distance[j] = (distance[j] as number) + amount * (held.distance[j] as number);
      }
    }
    return { linear, distance };
  };
}

/** Squared length of modules that no labelled row holds. */
export const weighted = (unseen: readonly number[], weights: Float64Array): number =>
  unseen.reduce((sum, square, group) => sum + square * (weights[group] as number), 0);

/** Prior variance of the mean over points; modules unseen in the labelled rows are shared only with oneself. */
function priorOfMean(
  batch: readonly Point[],
  centred: readonly Float64Array[],
  metric: Metric,
  maternVariance: number,
): number {
  const linear = centred.map((row) => times(row, metric.linear));
  const unseen = batch.map((point) => weighted(point.unseen, metric.unseenDistance));
  let sum = 0;
  for (const [i, a] of centred.entries()) {
    const own = weighted(batch[i]?.unseen ?? [], metric.unseenLinear);
    sum += dot(a, linear[i] as Float64Array) + own + maternVariance;
    for (const [j, b] of centred.slice(0, i).entries()) {
      const apart = minus(a, b);
      const distance =
        dot(apart, times(apart, metric.distance)) + (unseen[i] as number) + (unseen[j] as number);
      sum += 2 * (dot(a, linear[j] as Float64Array) + maternVariance * matern(distance));
    }
  }
  return sum / batch.length ** 2;
}
