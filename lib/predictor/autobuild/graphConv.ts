import * as tf from "@tensorflow/tfjs";
import type { Neighbours } from "./neighbours";
import { learnedProduct, sumSlots, withGradient } from "./tensorOps";

/** Sum of the sources of every row, [members, rows, width]. */
const sumOfSources = (rows: tf.Tensor3D, neighbours: Neighbours): tf.Tensor3D =>
  withGradient([rows], () => ({
    value: sumSlots(tf.mul(neighbours.gather(rows), neighbours.sources)),
    saved: [],
    gradient: (dy) => {
      const [members, numRows, width] = dy.shape as [number, number, number];
      return [neighbours.scatter(tf.mul(tf.reshape(dy, [members, 1, numRows, width]), neighbours.sources))];
    },
  }));

/**
 * GraphConv (ALGORITHM section 3): the sum of W_rel times each source, plus W_root times the row. Without its bias,
 * which the batch normalisation behind it takes out again; a bias of a file goes into the running mean.
 */
export const graphConv = (
  rows: tf.Tensor3D,
  weights: { relWeight: tf.Tensor3D; rootWeight: tf.Tensor3D },
  neighbours: Neighbours,
): tf.Tensor3D =>
  tf.add(
    sumOfSources(learnedProduct(rows, weights.relWeight), neighbours),
    neighbours.own(learnedProduct(rows, weights.rootWeight)),
  );
