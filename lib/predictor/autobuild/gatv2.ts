import * as tf from "@tensorflow/tfjs";
import type { Neighbours } from "./neighbours";
import { product, sumSlots, withGradient } from "./tensorOps";

const SLOPE = 0.2;

export type Gatv2Weights = {
  readonly sourceWeight: tf.Tensor3D;
  readonly sourceBias: tf.Tensor3D;
  readonly targetWeight: tf.Tensor3D;
  readonly targetBias: tf.Tensor3D;
  /** [members, width, 1] */
  readonly attention: tf.Tensor3D;
};

type Slots = tf.Tensor4D;
type Six = [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];

/**
 * GATv2 with one head and self-loops (ALGORITHM section 3), less two biases that the batch normalisation behind it
 * takes out again: its own, and that of the source inside the messages, whose shares add up to 1. Both of a file go
 * into the running mean. In the attention the source's bias stays, added to the target's.
 *
 * One operation of 13 kernels forth and 20 back, where the gradients of both linear maps are one product each.
 * @param rows [members, rows, widthIn]
 * @param neighbours whose `own` is the rows themselves wherever a gradient is asked for
 */
export function gatv2(rows: tf.Tensor3D, weights: Gatv2Weights, neighbours: Neighbours): tf.Tensor3D {
  const { sourceWeight, sourceBias, targetWeight, targetBias, attention } = weights;
  const [members, width] = [rows.shape[0], sourceWeight.shape[2]];
  const { numSlots } = neighbours;
  const inputs = [rows, sourceWeight, sourceBias, targetWeight, targetBias, attention];

  return withGradient(inputs, () => {
    const source = product(rows, sourceWeight);
    const target = neighbours.own(
      tf.add(product(rows, targetWeight), tf.add(sourceBias, targetBias)) as tf.Tensor3D,
    );
    const numRows = target.shape[1];
    const asSlots = (x: tf.Tensor, last: number): Slots => tf.reshape(x, [-1, numSlots, numRows, last]);
    const asRows = (x: tf.Tensor, last: number): tf.Tensor3D => tf.reshape(x, [-1, numSlots * numRows, last]);

    const messages = neighbours.gather(source);
    const sums = tf.add(messages, tf.reshape(target, [-1, 1, numRows, width]));
    const activated = asRows(tf.leakyRelu(sums, SLOPE), width);
    const logits = tf.reshape(product(activated, attention), [-1, numSlots, numRows]);
    const shares = asSlots(
      tf.transpose(tf.softmax(tf.add(tf.transpose(logits, [0, 2, 1]), neighbours.bias)), [0, 2, 1]),
      1,
    );
    return {
      value: sumSlots(tf.mul(shares, messages) as Slots),
      saved: [messages, activated, shares],
      gradient: (dy, saved) => {
        const [before, ofSource, , ofTarget, , vector] = saved.slice(0, 6) as Six;
        const [kept, active, share] = saved.slice(6) as [Slots, tf.Tensor3D, Slots];
        const spread = tf.reshape(dy, [-1, 1, numRows, width]);
        const pulled = tf.mul(share, tf.sum(tf.mul(kept, spread), 3, true)) as Slots;
        const common = tf.reshape(sumSlots(pulled), [members, 1, numRows, 1]);
        const dLogit = asRows(tf.sub(pulled, tf.mul(share, common)), 1);
        // Activated and plain sums have the same sign, so the slope can be told from either.
        const dSum = asSlots(tf.mul(product(dLogit, vector, false, true), tf.step(active, SLOPE)), width);
        const dTarget = sumSlots(dSum);
        const dBoth = tf.concat([neighbours.scatter(tf.add(tf.mul(share, spread), dSum)), dTarget], 2);
        const [dSourceWeight, dTargetWeight] = tf.split(product(before, dBoth, true), 2, 2);
        const dBias = product(tf.ones([1, 1, numRows]), dTarget);
        return [
          product(dBoth, tf.concat([ofSource, ofTarget], 2), false, true),
          dSourceWeight as tf.Tensor,
          dBias,
          dTargetWeight as tf.Tensor,
          dBias,
          product(active, dLogit, true),
        ];
      },
    };
  });
}
