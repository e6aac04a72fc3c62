import * as tf from "@tensorflow/tfjs";
import { product, withGradient } from "./tensorOps";

const EPSILON = 1e-5;

/** Mean and biased variance of every channel over the valid rows, each [members, 1, width]. */
export type BatchStatistics = { readonly mean: tf.Tensor3D; readonly variance: tf.Tensor3D };

/** Rows that count: 1 or 0 per row, and the same divided by their number; both [members or 1, 1, rows]. */
export type ValidRows = { readonly mask: tf.Tensor3D; readonly share: tf.Tensor3D };

/**
 * Batch normalisation over the valid rows, in training (ALGORITHM section 3). The gradient flows through mean and
 * variance too; rows that do not count get none.
 */
export function batchNorm(
  rows: tf.Tensor3D,
  scale: tf.Tensor3D,
  shift: tf.Tensor3D,
  valid: ValidRows,
): { value: tf.Tensor3D; statistics: BatchStatistics } {
  const mean = product(valid.share, rows);
  const centred = tf.sub(rows, mean) as tf.Tensor3D;
  const variance = product(valid.share, tf.square(centred));
  const value = withGradient<tf.Tensor3D>([rows, scale, shift], () => {
    const inverse = tf.rsqrt(tf.add(variance, EPSILON));
    const normal = tf.mul(centred, inverse) as tf.Tensor3D;
    return {
      value: tf.add(tf.mul(normal, scale), shift),
      saved: [normal, inverse],
      gradient: (dy, saved) => {
        const [, factor, , kept, inverseKept] = saved as [
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
        ];
        const byShift = product(valid.mask, dy as tf.Tensor3D);
        const byScale = product(valid.mask, tf.mul(dy, kept) as tf.Tensor3D);
        // Each row's share of both sums; as a column, so that padding takes none.
        const column = tf.reshape(valid.share, [valid.share.shape[0], -1, 1]);
        const drawn = tf.mul(tf.add(tf.mul(kept, byScale), byShift), column);
        return [tf.mul(tf.sub(dy, drawn), tf.mul(inverseKept, factor)), byScale, byShift];
      },
    };
  });
  return { value, statistics: { mean, variance } };
}

/** The same with running statistics, for a trained network; no gradient of its own. */
export const runningNorm = (
  rows: tf.Tensor3D,
  scale: tf.Tensor3D,
  shift: tf.Tensor3D,
  { mean, variance }: BatchStatistics,
): tf.Tensor3D => {
  const factor = tf.mul(tf.rsqrt(tf.add(variance, EPSILON)), scale);
  return tf.add(tf.mul(tf.sub(rows, mean), factor), shift);
};
