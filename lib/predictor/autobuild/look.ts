import { rankAgreement } from "../../core/stats";
import { readGraphs, type EvaluationBatch, type Pause } from "./evaluate";
import { loss } from "./loss";
import type { NetworkTensors } from "./trainedNetwork";

const memberMean = (members: readonly Float64Array[]): Float64Array =>
  (members[0] ?? new Float64Array()).map(
    (_, index) => members.reduce((sum, member) => sum + (member[index] as number), 0) / members.length,
  );

/** Loss and rank correlations of a network on standardised targets, of the members' mean. */
export async function look(
  network: NetworkTensors,
  batches: readonly EvaluationBatch[],
  targets: Float64Array,
  corrLambda: number,
  pause?: Pause,
): Promise<{ loss: number | null; srcc: number; hopSrcc: number[]; outputs: Float64Array }> {
  const { outputs, norms } = await readGraphs(network, batches, pause);
  const predicted = memberMean(outputs);
  const hops = Array.from({ length: network.settings.numLayers + 1 }, (_, hop) =>
    memberMean(norms.map((member) => member[hop] ?? new Float64Array())),
  );
  const value = loss(predicted, targets, hops, corrLambda).value;
  return {
    loss: Number.isFinite(value) ? value : null,
    srcc: rankAgreement(predicted, targets),
    hopSrcc: hops.map((norm) => rankAgreement(norm, targets)),
    outputs: predicted,
  };
}
