import * as tf from "@tensorflow/tfjs";
import type { Neighbours } from "./neighbours";
import { learnedProduct, product, sumSlots, withGradient } from "./tensorOps";

const SLOPE = 0.2;

export type Gatv2Weights = {
  readonly sourceWeight: tf.Tensor3D;
  readonly sourceBias: tf.Tensor3D;
  readonly targetWeight: tf.Tensor3D;
  readonly targetBias: tf.Tensor3D;
  /** [members, width, 1] */
  readonly attention: tf.Tensor3D;
};

/**
 * GATv2 with one head and self-loops (ALGORITHM section 3). Without its last bias, which the batch normalisation
 * behind it takes out again; a bias of a file goes into the running mean.
 * @param rows [members, rows, widthIn]
 */
export const gatv2 = (rows: tf.Tensor3D, weights: Gatv2Weights, neighbours: Neighbours): tf.Tensor3D =>
  attend(
    tf.add(learnedProduct(rows, weights.sourceWeight), weights.sourceBias),
    tf.add(learnedProduct(rows, weights.targetWeight), weights.targetBias),
    weights.attention,
    neighbours,
  );

/** Messages weighted by attention, as one operation: 11 kernels forth and 17 back. */
export function attend(
  source: tf.Tensor3D,
  target: tf.Tensor3D,
  attention: tf.Tensor3D,
  neighbours: Neighbours,
): tf.Tensor3D {
  const [members, numRows, width] = source.shape;
  const { numSlots } = neighbours;
  const slotsLast = (logits: tf.Tensor): tf.Tensor3D =>
    tf.transpose(tf.reshape(logits, [members, numSlots, numRows]), [0, 2, 1]);
  const slotsFirst = (shares: tf.Tensor3D): tf.Tensor3D => tf.transpose(shares, [0, 2, 1]);

  return withGradient([source, target, attention], () => {
    const messages = neighbours.gather(source);
    const sums = tf.add(messages, tf.reshape(target, [members, 1, numRows, width]));
    const activated = tf.reshape(tf.maximum(sums, tf.mul(sums, SLOPE)), [
      members,
      numSlots * numRows,
      width,
    ]) as tf.Tensor3D;
    const logits = tf.add(slotsLast(product(activated, attention)), neighbours.bias);
    const shares = tf.softmax(logits as tf.Tensor3D);
    const weighted = tf.mul(tf.reshape(slotsFirst(shares), [members, numSlots, numRows, 1]), messages);
    return {
      value: sumSlots(weighted as tf.Tensor4D),
      saved: [messages, activated, shares],
      gradient: (dy, saved) => {
        const [, , vector, kept, active, share] = saved as [
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor4D,
          tf.Tensor3D,
          tf.Tensor3D,
        ];
        const spread = tf.reshape(dy, [members, 1, numRows, width]);
        const dShare = slotsLast(tf.sum(tf.mul(kept, spread), 3));
        const pulled = tf.mul(share, dShare);
        const dLogit = tf.reshape(slotsFirst(tf.sub(pulled, tf.mul(share, tf.sum(pulled, 2, true)))), [
          members,
          numSlots * numRows,
          1,
        ]) as tf.Tensor3D;
        // Activated and plain sums have the same sign, so the slope can be told from either.
        const dSum = tf.reshape(tf.mul(product(dLogit, vector, false, true), tf.step(active, SLOPE)), [
          members,
          numSlots,
          numRows,
          width,
        ]) as tf.Tensor4D;
        const passedOn = tf.mul(tf.reshape(slotsFirst(share), [members, numSlots, numRows, 1]), spread);
        return [neighbours.scatter(tf.add(passedOn, dSum)), sumSlots(dSum), product(active, dLogit, true)];
      },
    };
  });
}
