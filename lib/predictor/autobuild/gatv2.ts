import * as tf from "@tensorflow/tfjs";
import type { Neighbours } from "./neighbours";
import { affine, learnedProduct, product, sumSlots, withGradient } from "./tensorOps";

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
 * GATv2 with one head and self-loops (ALGORITHM section 3), less two biases that the batch normalisation behind it
 * takes out again: its own, and that of the source inside the messages, whose shares add up to 1. Both of a file go
 * into the running mean. In the attention the source's bias stays, added to the target's.
 * @param rows [members, rows, widthIn]
 */
export const gatv2 = (rows: tf.Tensor3D, weights: Gatv2Weights, neighbours: Neighbours): tf.Tensor3D =>
  attend(
    learnedProduct(rows, weights.sourceWeight),
    neighbours.own(affine(rows, weights.targetWeight, tf.add(weights.sourceBias, weights.targetBias))),
    weights.attention,
    neighbours,
  );

/** Messages weighted by attention, as one operation: 10 kernels forth and 14 back. */
export function attend(
  source: tf.Tensor3D,
  target: tf.Tensor3D,
  attention: tf.Tensor3D,
  neighbours: Neighbours,
): tf.Tensor3D {
  const [members, numRows, width] = target.shape;
  const { numSlots } = neighbours;
  type Slots = tf.Tensor4D;
  const asSlots = (x: tf.Tensor, last: number): Slots => tf.reshape(x, [members, numSlots, numRows, last]);
  const asRows = (x: tf.Tensor, last: number): tf.Tensor3D =>
    tf.reshape(x, [members, numSlots * numRows, last]);

  return withGradient([source, target, attention], () => {
    const messages = neighbours.gather(source);
    const sums = tf.add(messages, tf.reshape(target, [members, 1, numRows, width]));
    const activated = asRows(tf.leakyRelu(sums, SLOPE), width);
    const logits = tf.reshape(product(activated, attention), [members, numSlots, numRows]);
    const shares = asSlots(
      tf.transpose(tf.softmax(tf.add(tf.transpose(logits, [0, 2, 1]), neighbours.bias)), [0, 2, 1]),
      1,
    );
    return {
      value: sumSlots(tf.mul(shares, messages)),
      saved: [messages, activated, shares],
      gradient: (dy, saved) => {
        const [vector, kept, active, share] = saved.slice(2) as [tf.Tensor3D, Slots, tf.Tensor3D, Slots];
        const spread = tf.reshape(dy, [members, 1, numRows, width]);
        const pulled = tf.mul(share, tf.sum(tf.mul(kept, spread), 3, true)) as Slots;
        const common = tf.reshape(sumSlots(pulled), [members, 1, numRows, 1]);
        const dLogit = asRows(tf.sub(pulled, tf.mul(share, common)), 1);
        // Activated and plain sums have the same sign, so the slope can be told from either.
        const dSum = asSlots(tf.mul(product(dLogit, vector, false, true), tf.step(active, SLOPE)), width);
        return [
          neighbours.scatter(tf.add(tf.mul(share, spread), dSum)),
          sumSlots(dSum),
          product(active, dLogit, true),
        ];
      },
    };
  });
}
