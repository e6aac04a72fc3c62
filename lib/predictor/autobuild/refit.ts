import type { Architecture } from "../../core/architecture";
import { mean } from "../../core/stats";
import type { SearchSpace } from "../../core/searchSpace";
import type { PredictorFile } from "../predictor";
import type { Fitted } from "./autobuildPredictor";
import { readCheckpointFiles } from "./checkpointFiles";
import { familySpace, misfit, namedSpace, toCheckpoint } from "./checkpointRows";
import { disposeBatches, evaluationBatches, readGraphs, readNodeNorms } from "./evaluate";
import { conformalReach, REACH } from "./interval";
import { hopMoments, targetMoments, unitMoments, type Moments } from "./moments";
import { measuredOn, momentNotes, resolutionNotes } from "./refitFigures";
import {
  checkpointFamily,
  checkpointFile,
  fittedFile,
  momentsMissing,
  readCheckpoint,
  UNKNOWN,
} from "./releasedCheckpoint";
import type { CheckpointConfig, StateDict } from "./releasedCheckpoint";
import { disposeNetwork, networkTensors } from "./trainedNetwork";

/** Rows of a dataset on which a checkpoint's moments are fitted. */
export type CheckpointRows = {
  readonly space: SearchSpace;
  readonly architectures: readonly Architecture[];
  /** The checkpoint's target, as measured; null where the dataset does not have it, and predictions stand for it. */
  readonly targets: readonly number[] | null;
  /** The target as the dataset calls it. */
  readonly target: string;
  readonly datasetHash: string;
};

/** A checkpoint as a predictor of its family's space, as it was released. @throws RangeError */
export const releasedFile = (state: StateDict, config: CheckpointConfig): PredictorFile => ({
  ...checkpointFile(state, config),
  space: familySpace(checkpointFamily(config, state)),
});

/** The two files of a checkpoint as a predictor of a dataset. @throws RangeError saying what does not fit, and why */
export async function releaseCheckpoint(request: {
  readonly checkpoint: Uint8Array;
  readonly config: Uint8Array;
  readonly rows: CheckpointRows;
}): Promise<PredictorFile> {
  const { state, config } = readCheckpointFiles(request.checkpoint, request.config);
  return refittedCheckpoint(state, config, request.rows);
}

/** More rows change no moment that anybody could see, and cost seconds. */
const MOST_ROWS = 5_000;

/**
 * A checkpoint as a predictor of a dataset's space, with hop and unit moments fitted on its rows (ALGORITHM section
 * 7), and with how well it ranks these rows where the target was measured.
 * @throws RangeError where the dataset's space is not the checkpoint's
 */
export async function refittedCheckpoint(
  state: StateDict,
  config: CheckpointConfig,
  rows: CheckpointRows,
): Promise<PredictorFile> {
  const family = checkpointFamily(config, state);
  const problem = misfit(rows.space, family);
  if (problem !== null) throw new RangeError(problem);
  if (rows.architectures.length < 2) throw new RangeError("Moments need at least two architectures.");
  const space = namedSpace(family, rows.space);
  const some = sample(rows);
  const recoded = some.architectures.map((one) => toCheckpoint(one, rows.space, family));
  const released = readCheckpoint(state, config, space);
  const { fitted, predicted, hopNorms } = await refit(released, space, recoded, some.targets);
  const measured = some.targets;
  const figures = measured === null ? {} : measuredOn(measured, predicted, hopNorms);
  const notes = [
    ...momentNotes(momentsMissing(released), measured !== null, recoded.length),
    ...resolutionNotes(recoded, space),
  ];
  const targets = measured ?? predicted;
  const labelled = { architectures: some.architectures, targets };
  const file = fittedFile(fitted, family, config, {
    space,
    metrics: { ...UNKNOWN, ...figures, epochs: Number(config.epochs_predictor ?? 0), notes },
    labelled,
    datasetHash: rows.datasetHash,
  });
  return { ...file, space: rows.space, target: rows.target };
}

/** Rows at even distances, so that no part of the file is left out. */
function sample({ architectures, targets }: CheckpointRows) {
  const step = Math.max(1, architectures.length / MOST_ROWS);
  const indexes = Array.from({ length: Math.min(MOST_ROWS, architectures.length) }, (_, index) =>
    Math.floor(index * step),
  );
  return {
    architectures: indexes.flatMap((index) => architectures[index] ?? []),
    targets: targets === null ? null : indexes.map((index) => targets[index] ?? NaN),
  };
}

async function refit(
  released: Fitted,
  space: SearchSpace,
  architectures: readonly Architecture[],
  measured: readonly number[] | null,
): Promise<{ fitted: Fitted; predicted: number[]; hopNorms: readonly Float64Array[] }> {
  const { columns, settings, standard } = released;
  const tensors = networkTensors(released.network, columns, settings);
  const batches = evaluationBatches(architectures, space, columns, settings);
  try {
    const nodeNorms = await readNodeNorms(tensors, batches);
    const { outputs, norms } = await readGraphs(tensors, batches);
    const raw = Array.from(outputs[0] ?? [], (output) => output * standard.deviation + standard.mean);
    const factor = measured === null ? 1 : percentFactor(raw, measured);
    const predicted = raw.map((value) => value * factor);
    const targets = measured ?? predicted;
    const fitted: Fitted = {
      ...released,
      standard: times(standard, factor),
      ...(momentsMissing(released)
        ? {
            hopMoments: nodeNorms.map((hops) => hops.map(hopMoments)),
            unitMoments: unitMoments(space, architectures, targets),
          }
        : { unitMoments: released.unitMoments.map((unit) => unit.map((of) => times(of, factor))) }),
      allTargets: targetMoments(targets),
      // Without measurements nothing is known of residuals: as wide as all predictions are spread.
      reach:
        measured === null
          ? REACH * targetMoments(predicted).deviation
          : conformalReach([...measured], predicted),
    };
    return { fitted, predicted, hopNorms: norms[0] ?? [] };
  } finally {
    disposeNetwork(tensors);
    disposeBatches(batches);
  }
}

const times = ({ mean: middle, deviation }: Moments, factor: number): Moments => ({
  mean: middle * factor,
  deviation: deviation * factor,
});

/** 100 or 0.01 where one side has fractions and the other percent, as accuracies often do; else 1. */
function percentFactor(predicted: readonly number[], measured: readonly number[]): number {
  const ratio = mean(measured) / mean(predicted);
  return [100, 0.01].find((factor) => Math.abs(ratio / factor - 1) < 0.2) ?? 1;
}
