import { mean } from "../../core/stats";
import { cholesky, inverseFromCholesky, solveCholesky } from "../linearAlgebra";
import { dot, meanRow, minus } from "../moduleGp/vectors";
import type { Regressor } from "./oneHot";

/** 13 steps from 0.001 to 1,000, as numpy.logspace(-3, 3, 13). */
export const PENALTIES = Array.from({ length: 13 }, (_, step) => 10 ** (-3 + step / 2));

/** The intercept plus the products of weights and counts. */
export type Linear = { readonly intercept: number; readonly weights: Float64Array };

export const predictLinear = ({ intercept, weights }: Linear, row: Float64Array): number =>
  intercept + dot(weights, row);

export type Ridge = Linear & { readonly penalty: number; readonly predict: Regressor };

/**
 * Ridge regression with a free intercept, in closed form over rows (there are fewer rows than columns), with the
 * penalty of least leave-one-out squared error: residual_i / (1 - h_ii), exact for linear smoothers.
 * @param rows shape [numRows][numColumns]
 */
export function fitRidge(rows: readonly Float64Array[], targets: Float64Array, penalties = PENALTIES): Ridge {
  const size = rows.length;
  const centre = meanRow(rows);
  const centred = rows.map((row) => minus(row, centre));
  const level = mean(targets);
  const deviations = targets.map((target) => target - level);
  const products = Float64Array.from({ length: size * size }, (_, index) =>
    dot(centred[Math.floor(index / size)] as Float64Array, centred[index % size] as Float64Array),
  );
  let best: { penalty: number; error: number; duals: Float64Array } | null = null;
  for (const penalty of penalties) {
    const penalised = products.map((value, index) => (index % (size + 1) === 0 ? value + penalty : value));
    const factor = cholesky(penalised, size);
    if (factor === null) continue;
    const duals = solveCholesky(factor, size, deviations);
    if (penalties.length === 1) {
      best = { penalty, error: 0, duals };
      break;
    }
    const inverse = inverseFromCholesky(factor, size);
    // 1 - h_ii is penalty * inverse_ii for the centred rows, less 1/n for the intercept.
    const error = duals.reduce((sum, dual, i) => {
      const left = (penalty * dual) / (penalty * (inverse[i * (size + 1)] as number) - 1 / size);
      return sum + left * left;
    }, 0);
    if (best === null || error < best.error) best = { penalty, error, duals };
  }
  if (best === null) throw new Error("No penalty made the rows solvable.");
  const weights = new Float64Array(centre.length);
  for (const [i, row] of centred.entries()) {
    const dual = best.duals[i] as number;
    row.forEach((value, k) => (weights[k] = (weights[k] as number) + dual * value));
  }
  const linear: Linear = { intercept: level - dot(weights, centre), weights };
  return { ...linear, penalty: best.penalty, predict: (row) => predictLinear(linear, row) };
}
