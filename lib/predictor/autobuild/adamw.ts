import * as tf from "@tensorflow/tfjs";

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;
const LARGEST_NORM = 5;

/**
 * Parameters with the running moments of their gradients, each [members, numParameters]. The moments are sums with
 * weights beta^age, without Adam's factor 1 - beta, which `adamwStep` puts where it costs no kernel.
 */
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
  const nextFirst = tf.add(tf.mul(first, BETA_1), clipped) as tf.Tensor2D;
  const nextSecond = tf.add(tf.mul(second, BETA_2), tf.square(clipped)) as tf.Tensor2D;
  // With both bias corrections, and moments that lack their factors a = 1 - beta_1 and b = 1 - beta_2:
  // a m / (1 - beta_1^t) / (sqrt(b v) / c + eps) = a m c / sqrt(b) / (1 - beta_1^t) / (sqrt(v) + c eps / sqrt(b)).
  const correction = Math.sqrt((1 - BETA_2 ** step) / (1 - BETA_2));
  const ratio = tf.div(nextFirst, tf.add(tf.sqrt(nextSecond), correction * EPSILON));
  const move = tf.mul(ratio, (learningRate * correction * (1 - BETA_1)) / (1 - BETA_1 ** step));
  // At the published settings the decay is 1e-9, which no float32 number notices.
  const kept = Math.fround(1 - learningRate * weightDecay);
  const decayed = kept === 1 ? packed : tf.mul(packed, kept);
  return { packed: tf.sub(decayed, move) as tf.Tensor2D, first: nextFirst, second: nextSecond };
}
