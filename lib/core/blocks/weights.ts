import { normal, type Random } from "../random";
import type { Network } from "./network";
import { storedTensors, type StoredTensor } from "./parameters";

/** Values of every stored tensor by its full name, in row-major order of its shape. */
export type Weights = ReadonlyMap<string, Float32Array>;

/** Standard deviation of learned tokens and embeddings, as transformers usually begin. */
const TOKEN_DEVIATION = 0.02;

/** Weights to begin a training with: He's normal for kernels and matrices, 1 for scales and variances, 0 for the rest. */
export function randomWeights(network: Network, random: Random): Weights {
  const kinds = new Map(network.layers.map(({ name, operation }) => [name, operation.kind]));
  return new Map(
    storedTensors(network).map((tensor) => [
      tensor.fullName,
      initial(tensor, kinds.get(tensor.layer) ?? "", random),
    ]),
  );
}

function initial({ name, shape, size }: StoredTensor, kind: string, random: Random): Float32Array {
  if (name === "running_var") return new Float32Array(size).fill(1);
  if (name !== "weight") return new Float32Array(size);
  if (kind === "batchNorm" || kind === "layerNorm") return new Float32Array(size).fill(1);
  const fanIn = size / (shape[0] ?? 1);
  const deviation = kind === "conv" || kind === "linear" ? Math.sqrt(2 / fanIn) : TOKEN_DEVIATION;
  return Float32Array.from({ length: size }, () => deviation * normal(random));
}

/**
 * Checks that every stored tensor has its values.
 * @returns what is wrong with the first that has not, null where all have
 */
export function weightsProblem(network: Network, weights: Weights): string | null {
  for (const { fullName, size } of storedTensors(network)) {
    const values = weights.get(fullName);
    if (!values) return `There are no values for ${fullName}.`;
    if (values.length !== size) return `${fullName} needs ${size} values, not ${values.length}.`;
  }
  return null;
}
