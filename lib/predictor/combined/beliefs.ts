import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { disposeBatches, evaluationBatches, readGraphs } from "../autobuild/evaluate";
import type { NetworkTensors } from "../autobuild/trainedNetwork";
import type { Encoder } from "../moduleGp/encoder";
import type { Fitted } from "../moduleGp/fitProcess";

/** What the members say of architectures on the latent scale, [members] of [architectures]. */
export async function memberLatents(
  network: NetworkTensors,
  space: SearchSpace,
  architectures: readonly Architecture[],
): Promise<Float64Array[]> {
  const batches = evaluationBatches(architectures, space, network.columns, network.settings);
  try {
    return (await readGraphs(network, batches)).outputs;
  } finally {
    disposeBatches(batches);
  }
}

/** Mean of the members, one number an architecture. */
export const ensembleMean = (members: readonly Float64Array[]): Float64Array =>
  (members[0] ?? new Float64Array()).map(
    (_, row) => members.reduce((sum, member) => sum + (member[row] as number), 0) / members.length,
  );

/** What a process expects of architectures, on the latent scale. */
export const processLatents = (
  encoder: Encoder,
  { posterior }: Fitted,
  architectures: readonly Architecture[],
): Float64Array =>
  Float64Array.from(architectures, (architecture) => posterior.expected(encoder.encode(architecture)));

/** How far a process is from sure of an architecture; with noise, of one measurement of it. A standard deviation. */
export function processDeviation(
  encoder: Encoder,
  { posterior }: Fitted,
  architecture: Architecture,
  withNoise = true,
): number {
  const { variance } = posterior.meanOver([encoder.encode(architecture)]);
  return Math.sqrt(variance + (withNoise ? posterior.hyperparameters.noiseVariance : 0));
}

/** Weights of the parts; they add up to 1. */
export type Weights = { readonly network: number; readonly process: number };

export const weighted = (weights: Weights, network: Float64Array, process: Float64Array): Float64Array =>
  network.map((value, row) => weights.network * value + weights.process * (process[row] as number));
