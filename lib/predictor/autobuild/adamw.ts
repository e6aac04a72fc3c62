import * as tf from "@tensorflow/tfjs";

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;
const LARGEST_NORM = 5;

/** Parameters with the running moments of their gradients, each [members, numParameters]. */
export type AdamState = {
  readonly packed: tf.Tensor2D;
  readonly first: tf.Tensor2D;
  readonly second: tf.Tensor2D;
};

/**
 * One step of AdamW with decoupled decay, after clipping each member's gradient to norm 5 (ALGORITHM section 6), on
 * the packed vector: some twenty kernels whatever the number of matrices.
 * @param step 1 for the first
 */
export function adamwStep(
  { packed, first, second }: AdamState,
  gradient: tf.Tensor2D,
  step: number,
  { learningRate, weightDecay }: { learningRate: number; weightDecay: number },
): AdamState {
  const norm = tf.sqrt(tf.sum(tf.square(gradient), 1, true));
  const clipped = tf.mul(gradient, tf.minimum(tf.div(LARGEST_NORM, norm), 1));
  const nextFirst = tf.add(tf.mul(first, BETA_1), tf.mul(clipped, 1 - BETA_1)) as tf.Tensor2D;
  const nextSecond = tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(clipped), 1 - BETA_2)) as tf.Tensor2D;
  // Both bias corrections as one number: m / (sqrt(v) / c + eps) = c m / (sqrt(v) + c eps).
  const correction = Math.sqrt(1 - BETA_2 ** step);
  const ratio = tf.div(nextFirst, tf.add(tf.sqrt(nextSecond), correction * EPSILON));
  const move = tf.mul(ratio, (learningRate * correction) / (1 - BETA_1 ** step));
  const decayed = tf.mul(packed, 1 - learningRate * weightDecay);
  return { packed: tf.sub(decayed, move) as tf.Tensor2D, first: nextFirst, second: nextSecond };
}
