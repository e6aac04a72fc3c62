import * as tf from "@tensorflow/tfjs";
import { unit } from "@/lib/predictor/autobuild/loss";
import { rankingLoss, squaredError, type ValidGraphs } from "@/lib/predictor/autobuild/rankingLoss";
import { differenceOfAll, largestDifference, type Check } from "./check";

export type LossCase = {
  readonly l_lambda: number;
  readonly input: readonly number[];
  readonly target: readonly number[];
  /** [hops][networks][width] */
  readonly embeddings_by_hop: readonly (readonly number[][])[];
  readonly p: 1 | 2;
  readonly loss: number;
  readonly mse: number;
  readonly corr_by_hop: readonly number[];
  readonly grad_input: readonly number[];
  readonly grad_embeddings_by_hop: readonly (readonly number[][])[];
};

export const LOSS_FILE = "golden/correl_loss.json";

/** ‖embedding‖_p, and its gradient by the embedding. */
export const embeddingNorm = (embedding: readonly number[], p: 1 | 2): number =>
  p === 1
    ? embedding.reduce((sum, value) => sum + Math.abs(value), 0)
    : Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0));

export const normGradient = (embedding: readonly number[], p: 1 | 2): number[] =>
  embedding.map((value) => (p === 1 ? Math.sign(value) : value / embeddingNorm(embedding, p)));

/** Numbers of one case as our training step computes them: the loss, and gradients by outputs and by embeddings. */
async function compare(of: LossCase): Promise<Readonly<Record<string, number>>> {
  const size = of.input.length;
  const hops = of.embeddings_by_hop;
  const norms = of.input.flatMap((_, graph) => hops.map((hop) => embeddingNorm(hop[graph] ?? [], of.p)));
  const { value, byOutputs, byNorms } = tf.tidy(() => {
    const valid: ValidGraphs = {
      count: size,
      mask: tf.ones([1, size, 1]),
      share: tf.fill([1, 1, size], 1 / size),
    };
    const targets = tf.tensor3d([...of.target], [1, size, 1]);
    const units = tf.tensor3d(Float32Array.from(unit(of.target)[0]), [1, size, 1]);
    const found = tf.valueAndGrads((outputs: tf.Tensor, all: tf.Tensor) =>
      tf.add(
        squaredError(outputs as tf.Tensor3D, targets, valid),
        rankingLoss(all as tf.Tensor3D, units, valid, of.l_lambda, "pooled"),
      ),
    )([tf.tensor3d([...of.input], [1, size, 1]), tf.tensor3d(norms, [1, size, hops.length])]);
    const [outputs, all] = found.grads;
    return { value: found.value, byOutputs: outputs as tf.Tensor, byNorms: all as tf.Tensor };
  });
  const [loss = Number.NaN] = await value.data();
  const outputs = Array.from(await byOutputs.data());
  const slopes = await byNorms.data();
  tf.dispose([value, byOutputs, byNorms]);
  const embeddings = hops.flatMap((hop, hopIndex) =>
    hop.flatMap((embedding, graph) =>
      normGradient(embedding, of.p).map(
        (slope) => slope * (slopes[graph * hops.length + hopIndex] ?? Number.NaN),
      ),
    ),
  );
  return {
    loss: largestDifference([loss + of.l_lambda], [of.loss]),
    byOutputs: differenceOfAll(outputs, of.grad_input),
    byEmbeddings: differenceOfAll(embeddings, of.grad_embeddings_by_hop.flat(2)),
  };
}

export const lossChecks: Check[] = [
  {
    name: "the whole loss of seven cases, and its gradients by outputs and embeddings",
    files: [LOSS_FILE],
    slowOn: [],
    async run(read) {
      const found: Record<string, number> = {};
      for (const [index, of] of read<{ cases: readonly LossCase[] }>(LOSS_FILE).cases.entries())
        for (const [what, difference] of Object.entries(await compare(of)))
          found[`case ${index + 1}: ${what}`] = difference;
      return found;
    },
  },
];
