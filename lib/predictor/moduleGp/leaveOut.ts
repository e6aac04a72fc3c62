import { cholesky, inverseFromCholesky, solveCholesky } from "../linearAlgebra";

/** What each measured row would have been predicted from all others. */
export type LeaveOneOut = {
  readonly latents: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
};

/**
 * Rasmussen & Williams eq. 5.12.
 * @param factor Cholesky factor of the covariance of the rows with noise, shape [numRows, numRows]
 * @param latents what was measured, shape [numRows]
 */
export function leaveOneOut(factor: Float64Array, latents: Float64Array): LeaveOneOut {
  const size = latents.length;
  const own = solveCholesky(factor, size, latents);
  const inverse = inverseFromCholesky(factor, size);
  const variance = Float64Array.from(latents, (_, i) => 1 / (inverse[i * (size + 1)] as number));
  const mean = latents.map((latent, i) => latent - (own[i] as number) * (variance[i] as number));
  return { latents, mean, variance };
}

/**
 * What rows would have been predicted from the other folds, less what they measured: the same for several rows left
 * out at once, where the block of the inverse stands in place of one number of its diagonal.
 * @param numFolds row `i` is of fold `i % numFolds`
 */
export function errorsOfFolds(factor: Float64Array, latents: Float64Array, numFolds: number): Float64Array {
  const size = latents.length;
  const own = solveCholesky(factor, size, latents);
  const inverse = inverseFromCholesky(factor, size);
  const errors = new Float64Array(size);
  for (let fold = 0; fold < Math.min(numFolds, size); fold++) {
    const rows = [...latents.keys()].filter((row) => row % numFolds === fold);
    const block = Float64Array.from(
      rows.flatMap((row) => rows.map((column) => inverse[row * size + column] as number)),
    );
    const blockFactor = cholesky(block, rows.length);
    if (blockFactor === null) throw new Error("The covariance of a fold's rows is not positive definite.");
    const held = Float64Array.from(rows, (row) => own[row] as number);
    solveCholesky(blockFactor, rows.length, held).forEach((error, index) => {
      errors[rows[index] as number] = -error;
    });
  }
  return errors;
}
