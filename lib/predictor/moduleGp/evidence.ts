import { covariance, fromLogs, type Pairs } from "./kernel";
import { cholesky, inverseFromCholesky, logDeterminant, solveCholesky } from "../linearAlgebra";

/** Negative log evidence (with priors) and its gradient by the four logarithms of `fromLogs`. */
export type Evidence = { readonly value: number; readonly gradient: number[] };

/**
 * Wide normal priors on the logarithms: with 50 rows the evidence alone is nearly flat along some directions, and the
 * optimum would jump from one draw of rows to the next. [mean, standard deviation]; targets have variance 1.
 */
export const PRIORS = [
  [0, 2],
  [-1, 2],
  [0, 1],
  [-2, 2],
] as const;

/**
 * Rasmussen & Williams eq. 5.8 and 5.9, plus the priors.
 * @param targets shape [numRows], standardised
 * @param logs linear variance, Matern variance, length scale, noise variance
 */
export function negativeLogEvidence(pairs: Pairs, targets: Float64Array, logs: readonly number[]): Evidence {
  const at = fromLogs(logs);
  const size = pairs.numRows;
  const factor = cholesky(covariance(pairs, at), size);
  if (factor === null) return { value: Number.POSITIVE_INFINITY, gradient: [0, 0, 0, 0] };
  const weights = solveCholesky(factor, size, targets);
  const inverse = inverseFromCholesky(factor, size);

  let fit = 0;
  const gradient = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    fit += (targets[i] as number) * (weights[i] as number);
    let [linear, variance, length] = [0, 0, 0];
    for (let j = 0; j < size; j++) {
      const index = i * size + j;
      const sensitivity = (inverse[index] as number) - (weights[i] as number) * (weights[j] as number);
      const scaled = Math.sqrt(3 * (pairs.squaredDistances[index] as number)) / at.lengthScale;
      const decay = Math.exp(-scaled);
      linear += sensitivity * (pairs.products[index] as number);
      variance += sensitivity * (1 + scaled) * decay;
      length += sensitivity * scaled * scaled * decay;
      if (i === j) gradient[3] = (gradient[3] as number) + 0.5 * at.noiseVariance * sensitivity;
    }
    gradient[0] = (gradient[0] as number) + 0.5 * at.linearVariance * linear;
    gradient[1] = (gradient[1] as number) + 0.5 * at.maternVariance * variance;
    gradient[2] = (gradient[2] as number) + 0.5 * at.maternVariance * length;
  }

  let value = 0.5 * (fit + logDeterminant(factor, size) + size * Math.log(2 * Math.PI));
  PRIORS.forEach(([centre, spread], index) => {
    const deviation = ((logs[index] ?? 0) - centre) / spread;
    value += 0.5 * deviation * deviation;
    gradient[index] = (gradient[index] as number) + deviation / spread;
  });
  return { value, gradient };
}
