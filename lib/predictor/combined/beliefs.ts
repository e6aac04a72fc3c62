import * as tf from "@tensorflow/tfjs";
import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { disposeBatches, evaluationBatches, readGraphs, type EvaluationBatch } from "../autobuild/evaluate";
import { disposeMember, memberTensors, type NetworkTensors } from "../autobuild/trainedNetwork";
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
    if (tf.getBackend() !== "wasm") return (await readGraphs(network, batches)).outputs;
    // WebAssembly multiplies one member at a time anyway; taking all apart and together again costs as much as that.
    const outputs: Float64Array[] = [];
    for (let member = 0; member < network.settings.members; member++)
      outputs.push(...(await outputsOfMember(network, batches, member)));
    return outputs;
  } finally {
    disposeBatches(batches);
  }
}

async function outputsOfMember(
  network: NetworkTensors,
  batches: readonly EvaluationBatch[],
  member: number,
): Promise<Float64Array[]> {
  const own = memberTensors(network, member);
  try {
    return (await readGraphs(own, batches)).outputs;
  } finally {
    disposeMember(own);
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
export const processDeviation = (
  encoder: Encoder,
  process: Fitted,
  architecture: Architecture,
  withNoise = true,
): number => processBelief(encoder, process, architecture, withNoise).deviation;

/** What a process expects of an architecture and how far it is from sure of it, for the price of the latter. */
export function processBelief(
  encoder: Encoder,
  { posterior }: Fitted,
  architecture: Architecture,
  withNoise: boolean,
): { readonly latent: number; readonly deviation: number } {
  const { mean, variance } = posterior.meanOver([encoder.encode(architecture)]);
  return {
    latent: mean,
    deviation: Math.sqrt(variance + (withNoise ? posterior.hyperparameters.noiseVariance : 0)),
  };
}

/** Weights of the parts; they add up to 1. */
export type Weights = { readonly network: number; readonly process: number };

export const weighted = (weights: Weights, network: Float64Array, process: Float64Array): Float64Array =>
  network.map((value, row) => weights.network * value + weights.process * (process[row] as number));
