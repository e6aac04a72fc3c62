import * as tf from "@tensorflow/tfjs";
import type { GraphTensors } from "./graphs";
import type { NetworkSettings } from "./settings";
import { product, withGradient } from "./tensorOps";

/**
 * Node embeddings to graph embeddings, [members, nodes * graphs, width] -> [members, graphs, width].
 * Rows are node-major, so that the sum over nodes is one product with a row of ones.
 */
export function pool(
  rows: tf.Tensor3D,
  graphs: Pick<GraphTensors, "numGraphs" | "numNodes" | "poolShare" | "poolBias">,
  aggregation: NetworkSettings["aggregation"],
): tf.Tensor3D {
  const { numGraphs, numNodes } = graphs;
  const [members, , width] = rows.shape;
  if (aggregation === "max") return largest(rows, graphs);
  return withGradient([rows], () => {
    const ones = tf.ones<tf.Rank.R3>([1, 1, numNodes]);
    const parts = tf.reshape(tf.mul(rows, graphs.poolShare), [members, numNodes, numGraphs * width]);
    return {
      value: tf.reshape(product(ones, parts as tf.Tensor3D), [members, numGraphs, width]),
      saved: [],
      gradient: (dy) => {
        const back = product(
          tf.ones<tf.Rank.R3>([1, numNodes, 1]),
          tf.reshape(dy, [members, 1, numGraphs * width]),
        );
        return [tf.mul(tf.reshape(back, [members, numNodes * numGraphs, width]), graphs.poolShare)];
      },
    };
  });
}

/** Maximum over nodes; nodes that tie share the gradient, as a sum of it would grow with their number. */
const largest = (
  rows: tf.Tensor3D,
  { numGraphs, numNodes, poolBias }: Pick<GraphTensors, "numGraphs" | "numNodes" | "poolBias">,
): tf.Tensor3D => {
  const [members, , width] = rows.shape;
  return withGradient([rows], () => {
    const nodes = tf.reshape(tf.add(rows, poolBias), [members, numNodes, numGraphs, width]);
    const most = tf.max(nodes, 1, true);
    const tied = tf.cast(tf.equal(nodes, most), "float32");
    return {
      value: tf.reshape(most, [members, numGraphs, width]),
      saved: [tf.div(tied, tf.sum(tied, 1, true))],
      gradient: (dy, saved) => [
        tf.reshape(tf.mul(saved[1] as tf.Tensor, tf.reshape(dy, [members, 1, numGraphs, width])), rows.shape),
      ],
    };
  });
};
