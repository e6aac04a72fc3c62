import * as tf from "@tensorflow/tfjs";
import { softRank } from "./softRank";
import { product, withGradient } from "./tensorOps";

/**
 * How soft ranks are had. `oneBlock`: all values of a batch lie so close that they are one block, where the rank is
 * the value less a constant and its correlation that of the value itself (ALGORITHM section 5, regime); this needs
 * no sorting and no look at the numbers. `pooled`: blocks are found on the CPU, which waits for the device.
 */
export type RankMode = "oneBlock" | "pooled";

/** Largest spread of values that are surely one block: with it, no prefix can have a mean above that of all. */
export const oneBlockSpread = (numValues: number): number => numValues / 2;

/** Graphs that count in a batch, the first `count` of them. */
export type ValidGraphs = {
  readonly count: number;
  /** [1, graphs, 1], 1 or 0 */
  readonly mask: tf.Tensor3D;
  /** [1, 1, graphs], 1 / count or 0 */
  readonly share: tf.Tensor3D;
};

/** Zero where a graph does not count; a full batch has none of those. */
const withoutPadding = (x: tf.Tensor, { mask, count }: ValidGraphs): tf.Tensor =>
  count === mask.shape[1] ? x : tf.mul(x, mask);

/** Mean squared error over the graphs that count, summed over members. */
export const squaredError = (outputs: tf.Tensor3D, targets: tf.Tensor3D, valid: ValidGraphs): tf.Scalar =>
  withGradient([outputs], () => {
    const differences = withoutPadding(tf.sub(outputs, targets), valid);
    return {
      value: tf.mul(tf.sum(tf.square(differences)), 1 / valid.count),
      saved: [differences],
      gradient: (dy, saved) => [tf.mul(saved[1] as tf.Tensor, tf.mul(dy, 2 / valid.count))],
    };
  });

/**
 * Ranking loss: weight times the mean over hops of minus the correlation of soft ranks with targets, summed over
 * members. The published 1 in front of the correlation has no gradient and is added when the loss is read.
 * The gradient of a Pearson correlation is (target - correlation * unit) / length.
 * @param norms [members, graphs, hops]
 * @param targets centred and scaled to length 1, 0 for padding: [members, graphs, 1]
 */
export const rankingLoss = (
  norms: tf.Tensor3D,
  targets: tf.Tensor3D,
  valid: ValidGraphs,
  weight: number,
  mode: RankMode,
): tf.Scalar => {
  const values = mode === "pooled" ? softRanks(norms, valid.count) : norms;
  return withGradient([values], () => {
    const hops = values.shape[2];
    const centred = withoutPadding(tf.sub(values, product(valid.share, values)), valid);
    // A constant norm has no direction: 1e-12 keeps its correlation at 0 and its gradient finite.
    const inverse = tf.rsqrt(tf.add(tf.sum(tf.square(centred), 1, true), 1e-12));
    const units = tf.mul(centred, inverse) as tf.Tensor3D;
    const correlations = product(targets, units, true);
    return {
      value: tf.mul(tf.sum(correlations), -weight / hops),
      saved: [units, inverse, correlations],
      gradient: (dy, saved) => {
        const [unit, inverseKept, correlated] = saved.slice(1) as [tf.Tensor, tf.Tensor, tf.Tensor];
        const direction = tf.sub(tf.mul(unit, correlated), targets);
        return [tf.mul(direction, tf.mul(inverseKept, tf.mul(dy, weight / hops)))];
      },
    };
  });
};

/** Soft ranks of the first `numValid` graphs, per member and hop; blocks come from the CPU in float64. */
const softRanks = (norms: tf.Tensor3D, numValid: number): tf.Tensor3D =>
  withGradient([norms], () => {
    const [members, graphs, hops] = norms.shape;
    const values = norms.dataSync();
    const ranks = new Float32Array(values.length);
    // Averages within blocks, [members * hops, graphs, graphs]; the gradient needs nothing else.
    const averages = new Float32Array(members * hops * graphs * graphs);
    for (let member = 0; member < members; member++) {
      for (let hop = 0; hop < hops; hop++) {
        const at = (graph: number): number => (member * graphs + graph) * hops + hop;
        const ranked = softRank(
          Float64Array.from({ length: numValid }, (_, graph) => values[at(graph)] ?? 0),
        );
        const sizes = new Int32Array(ranked.numBlocks);
        for (const block of ranked.block) sizes[block] = (sizes[block] ?? 0) + 1;
        ranked.block.forEach((block, row) => {
          ranks[at(row)] = ranked.ranks[row] ?? 0;
          ranked.block.forEach((other, column) => {
            if (other === block)
              averages[((member * hops + hop) * graphs + row) * graphs + column] = 1 / (sizes[block] ?? 1);
          });
        });
      }
    }
    return {
      value: tf.tensor3d(ranks, [members, graphs, hops]),
      saved: [tf.tensor3d(averages, [members * hops, graphs, graphs])],
      gradient: (dy, saved) => {
        const [, blocks] = saved as [tf.Tensor3D, tf.Tensor3D];
        const columns = tf.reshape(tf.transpose(dy, [0, 2, 1]), [members * hops, graphs, 1]);
        const means = tf.reshape(tf.matMul(blocks, columns), [members, hops, graphs]);
        return [tf.sub(dy, tf.transpose(means, [0, 2, 1]))];
      },
    };
  });
