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
  if (aggregation === "max")
    return tf.max(tf.reshape(tf.add(rows, graphs.poolBias), [members, numNodes, numGraphs, width]), 1);
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
