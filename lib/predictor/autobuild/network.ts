import * as tf from "@tensorflow/tfjs";
import { batchNorm, runningNorm, type BatchStatistics, type ValidRows } from "./batchNorm";
import { encodeFeatures, type RowsOfColumns } from "./featureEncoder";
import { gatv2 } from "./gatv2";
import { graphConv } from "./graphConv";
import type { GraphTensors } from "./graphs";
import type { Neighbours } from "./neighbours";
import { weight, type Weights } from "./parameters";
import { pool } from "./pool";
import type { NetworkSettings } from "./settings";
import { absolute, activate, affine, timesConstant } from "./tensorOps";

/** How batch normalisation gets its statistics: from the valid rows in training, else as kept per layer. */
export type Normalisation =
  | {
      readonly from: "batch";
      readonly valid: ValidRows;
      readonly onStatistics: (layer: number, s: BatchStatistics) => void;
    }
  | { readonly from: "running"; readonly layers: readonly BatchStatistics[] };

/**
 * Node embeddings of every hop: hop 0 [members, rows, numColumns], the others [members, rows, hiddenWidth].
 * @param inputs [members or 1, rows, numRows of the columns]
 * @param context `neighbours` are those of every layer, or one for each layer where hops have rows of their own
 * @param numHops hops wanted, hop 0 included
 */
export function embedNodes(
  inputs: tf.Tensor3D,
  weights: Weights,
  settings: NetworkSettings,
  context: {
    rows: RowsOfColumns;
    neighbours: Neighbours | readonly Neighbours[];
    normalisation: Normalisation;
  },
  numHops = settings.numLayers + 1,
): tf.Tensor3D[] {
  const hops = [encodeFeatures(inputs, weights, context.rows)];
  for (let layer = 0; layer + 1 < numHops; layer++) {
    const before = hops[layer] as tf.Tensor3D;
    const neighbours = "gather" in context.neighbours ? context.neighbours : context.neighbours[layer];
    if (neighbours === undefined) throw new Error(`Nothing says which rows layer ${layer} takes up.`);
    const normal = normalise(convolve(before, layer, weights, settings, neighbours), layer, weights, context);
    const active = activate(normal, settings.convolutionSlope);
    // The residual comes after the activation, and not at the first layer, whose input has another width.
    hops.push(layer === 0 ? active : tf.add(active, neighbours.own(before)));
  }
  return hops;
}

function convolve(
  rows: tf.Tensor3D,
  layer: number,
  weights: Weights,
  settings: NetworkSettings,
  neighbours: Neighbours,
): tf.Tensor3D {
  const part = (name: string): tf.Tensor3D => weight(weights, `${name}${layer}`);
  return settings.convolution === "GATv2"
    ? gatv2(
        rows,
        {
          sourceWeight: part("sourceWeight"),
          sourceBias: part("sourceBias"),
          targetWeight: part("targetWeight"),
          targetBias: part("targetBias"),
          attention: part("attention"),
        },
        neighbours,
      )
    : graphConv(rows, { relWeight: part("relWeight"), rootWeight: part("rootWeight") }, neighbours);
}

function normalise(
  rows: tf.Tensor3D,
  layer: number,
  weights: Weights,
  { normalisation }: { normalisation: Normalisation },
): tf.Tensor3D {
  const scale = weight(weights, `normScale${layer}`);
  const shift = weight(weights, `normShift${layer}`);
  if (normalisation.from === "batch") {
    const { value, statistics } = batchNorm(rows, scale, shift, normalisation.valid);
    normalisation.onStatistics(layer, statistics);
    return value;
  }
  const statistics = normalisation.layers[layer];
  if (statistics === undefined) throw new Error(`The network has no statistics for layer ${layer}.`);
  return runningNorm(rows, scale, shift, statistics);
}

/** Read-out of a batch: standardised predictions [members, graphs, 1] and graph norms [members, graphs, hops]. */
export type ReadOut = { readonly outputs: tf.Tensor3D; readonly norms: tf.Tensor3D };

/** ALGORITHM section 4. */
export function readOut(
  hops: readonly tf.Tensor3D[],
  graphs: Pick<GraphTensors, "numGraphs" | "numNodes" | "poolShare" | "poolBias">,
  weights: Weights,
  settings: NetworkSettings,
): ReadOut {
  const widths = hops.map((rows) => rows.shape[2]);
  // All hops side by side are pooled in one go.
  const all = pool(tf.concat([...hops], 2), graphs, settings.aggregation);
  // Behind ReLU no embedding has a negative number, and the norm is the sum.
  const sizes = settings.convolutionSlope === 0 ? all : absolute(all);
  const norms = timesConstant(sizes, hopChoice(widths));
  const [members, numGraphs, total] = all.shape;
  const width = widths[widths.length - 1] ?? 0;
  const last = tf.slice(all, [0, 0, total - width], [members, numGraphs, width]);
  const linear = (x: tf.Tensor3D, name: string, index: number | "", rectify = false): tf.Tensor3D =>
    affine(x, weight(weights, `${name}Weight${index}`), weight(weights, `${name}Bias${index}`), rectify);
  const before = linear(linear(last, "post", 0), "post", 1, true);
  const isRelu = settings.regressorSlope === 0;
  const after = linear(linear(before, "post", 2), "post", 3, isRelu);
  const active = isRelu ? after : activate(after, settings.regressorSlope);
  return { outputs: linear(active, "regressor", ""), norms };
}

/** Sums the columns of each hop: [1, all widths, hops] of zeros and ones. */
function hopChoice(widths: readonly number[]): tf.Tensor3D {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const values = new Float32Array(total * widths.length);
  let row = 0;
  widths.forEach((width, hop) => {
    for (let column = 0; column < width; column++) values[row++ * widths.length + hop] = 1;
  });
  return tf.tensor3d(values, [1, total, widths.length]);
}
