import { mean } from "../../core/stats";
import { currentBackend } from "../backend";
import { groupRule, holdOut, type HeldOut } from "../holdOut";
import { createPause } from "../pause";
import type { FitHooks, FitMetrics, FitSettings, Predictor, PredictorMetrics, Problem } from "../predictor";
import { autobuildPredictor, type Fitted } from "./autobuildPredictor";
import { columnsOf } from "./columns";
import { disposeBatches, evaluationBatches, readInChunks, readNodeNorms, type Pause } from "./evaluate";
import { toFile } from "./file";
import { conformalReach } from "./interval";
import { look } from "./look";
import { hopMoments, targetMoments, unitMoments, type Moments } from "./moments";
import { readSettings, type AutobuildSettings } from "./settings";
import { train, type Trained } from "./train";
import { disposeNetwork, networkTensors } from "./trainedNetwork";
import { createWatch } from "./watch";

/** Rows are shuffled by the seed; the first part is trained on, and at least one row is held out (ALGORITHM section 6). */
function split(problem: Problem, settings: FitSettings, { trainFraction, seed }: AutobuildSettings): HeldOut {
  const size = problem.architectures.length;
  if (size < 4)
    throw new RangeError(`Training needs at least 4 architectures with a target; there are ${size}.`);
  const numTrain = Math.min(size - 1, Math.max(3, Math.floor(trainFraction * size)));
  return holdOut(problem, numTrain, { ...settings, seed });
}

/** Fits AutoBuild as published. @see FitHooks for progress, cancel and checkpoints */
export async function fit(problem: Problem, settings: FitSettings, hooks: FitHooks): Promise<Predictor> {
  const read = readSettings(settings);
  const rows = split(problem, settings, read);
  const columns = columnsOf(problem.space);
  const standard = standardOf(rows.train.targets);
  const standardised = (targets: Float64Array): Float64Array =>
    targets.map((target) => (target - standard.mean) / standard.deviation);
  const watch = createWatch(
    problem.space,
    { architectures: rows.test.architectures, targets: standardised(rows.test.targets) },
    read,
    { ...hooks, numTrain: rows.train.architectures.length },
  );
  try {
    const trained = await train(
      {
        space: problem.space,
        columns,
        architectures: rows.train.architectures,
        targets: standardised(rows.train.targets),
      },
      read,
      hooks,
      watch.onEpoch,
      watch,
    );
    const { lossCurve } = watch.keep();
    const finished = { ...trained, lossCurve, seconds: watch.seconds() };
    return await finish(problem, settings, read, rows, standard, finished, createPause(hooks, settled));
  } finally {
    watch.dispose();
  }
}

/** Every look at rows reads its numbers, so that nothing is queued on the device. */
const settled = async (): Promise<void> => undefined;

type Finished = Trained & { readonly lossCurve: readonly number[]; readonly seconds: number };

function standardOf(targets: Float64Array): Moments {
  const moments = targetMoments(targets);
  return { mean: moments.mean, deviation: moments.deviation || 1 };
}

async function finish(
  problem: Problem,
  given: FitSettings,
  settings: AutobuildSettings,
  rows: HeldOut,
  standard: Moments,
  { network, epochs, note, lossCurve, seconds }: Finished,
  pause: Pause,
): Promise<Predictor> {
  const columns = columnsOf(problem.space);
  const tensors = networkTensors(network, columns, settings);
  const heldOutBatches = evaluationBatches(rows.test.architectures, problem.space, columns, settings);
  try {
    const chunks = await readInChunks(rows.train.architectures, problem.space, tensors, (batches) =>
      readNodeNorms(tensors, batches, pause),
    );
    const normsOf = (member: number, hop: number): number[] =>
      chunks.flatMap((members) => members[member]?.[hop] ?? []);
    const targets = rows.test.targets.map((target) => (target - standard.mean) / standard.deviation);
    const seen = await look(tensors, heldOutBatches, targets, settings.corrLambda, pause);
    const predicted = Array.from(seen.outputs, (output) => output * standard.deviation + standard.mean);
    const measured = Array.from(rows.test.targets);
    const errors = measured.map((value, index) => Math.abs(value - (predicted[index] as number)));
    const metrics: FitMetrics & Pick<PredictorMetrics, "notes"> = {
      srcc: seen.srcc,
      mae: mean(errors),
      mape: measured.includes(0)
        ? null
        : mean(errors.map((error, index) => error / Math.abs(measured[index] as number))),
      hopSrcc: seen.hopSrcc,
      epochs,
      seconds,
      members: settings.members,
      numTrain: rows.train.architectures.length,
      numTest: measured.length,
      heldOut: { measured, predicted },
      lossCurve,
      ...rows.groups,
      ...(note === null ? {} : { notes: [note] }),
    };
    const fitted: Fitted = {
      columns,
      settings,
      network,
      standard,
      hopMoments: Array.from({ length: settings.members }, (_, member) =>
        Array.from({ length: settings.numLayers + 1 }, (_, hop) => hopMoments(normsOf(member, hop))),
      ),
      unitMoments: unitMoments(problem.space, rows.train.architectures, rows.train.targets),
      allTargets: targetMoments(rows.train.targets),
      reach: conformalReach(measured, predicted),
    };
    const file = toFile(fitted, {
      kind: given.kind,
      target: problem.target,
      datasetHash: problem.datasetHash,
      seed: settings.seed,
      backend: currentBackend(),
      settings: { ...given, ...settings, group: groupRule(given) },
      metrics,
      space: problem.space,
      labelled: { architectures: rows.train.architectures, targets: Array.from(rows.train.targets) },
    });
    return autobuildPredictor(fitted, file);
  } finally {
    disposeNetwork(tensors);
    disposeBatches(heldOutBatches);
  }
}
