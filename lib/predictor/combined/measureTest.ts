import { mean } from "../../core/stats";
import { heldOutMetrics } from "../heldOutMetrics";
import type { FitMetrics, Problem } from "../predictor";
import { ensembleMean, memberLatents, processDeviation, processLatents, weighted } from "./beliefs";
import type { Rows } from "../holdOut";
import type { Processes } from "./processes";
import { measureSimple } from "./simple";
import type { Validated } from "./validate";

/** The one look at the test rows. */
export async function measureTest(
  { encoder, whole }: Processes,
  train: Rows,
  test: Rows,
  tensors: Parameters<typeof memberLatents>[0],
  { weights, reach, network, process, unseen }: Validated,
  { space }: Problem,
): Promise<Omit<FitMetrics, "hopSrcc" | "epochs" | "seconds" | "members" | "lossCurve">> {
  const latents = weighted(
    weights,
    ensembleMean(await memberLatents(tensors, space, test.architectures)),
    processLatents(encoder, whole, test.architectures),
  );
  const predicted = [...latents].map(whole.scale.toTarget);
  const covered = test.architectures.map((architecture, row) => {
    const half = reach * processDeviation(encoder, whole, architecture);
    const latent = latents[row] as number;
    const value = test.targets[row] as number;
    return whole.scale.toTarget(latent - half) <= value && value <= whole.scale.toTarget(latent + half)
      ? 1
      : 0;
  });
  return {
    ...heldOutMetrics(test.targets, predicted),
    numTrain: train.targets.length,
    validation: {
      measured: [...train.targets.slice(0, unseen.length)],
      predicted: [...unseen].map(whole.scale.toTarget),
    },
    coverage: mean(covered),
    contributions: [
      { part: "graph network", weight: weights.network, srcc: network },
      { part: "module process", weight: weights.process, srcc: process },
    ],
    baselines: measureSimple(space, train, test),
  };
}
