import type { Architecture } from "../../core/architecture";
import { seededRandom, shuffled } from "../../core/random";
import { mean, srcc } from "../../core/stats";
import { currentBackend } from "../backend";
import type { FitHooks, FitMetrics, FitSettings, Problem, Predictor } from "../predictor";
import { autobuildPredictor, type Fitted } from "./autobuildPredictor";
import { columnsOf } from "./columns";
import { disposeBatches, evaluationBatches, readGraphs, readNodeNorms } from "./evaluate";
import { toFile } from "./file";
import { conformalReach } from "./interval";
import { loss } from "./loss";
import { hopMoments, targetMoments, unitMoments, type Moments } from "./moments";
import { rowsOfColumns } from "./featureEncoder";
import { partsOf, unpack } from "./parameters";
import { readSettings, type AutobuildSettings } from "./settings";
import { disposeNetwork, networkTensors, runningStatistics, type NetworkTensors } from "./trainedNetwork";
import { train } from "./train";
import * as tf from "@tensorflow/tfjs";

/** Rows looked at after every epoch; the last look is at all that are held out. */
const WATCHED = 512;

type Rows = { readonly architectures: readonly Architecture[]; readonly targets: Float64Array };

/** Seeded shuffle; the first part is trained on, and at least one row is held out (ALGORITHM section 6). */
export function splitProblem(
  problem: Problem,
  trainFraction: number,
  seed: number,
): { train: Rows; heldOut: Rows } {
  const size = problem.architectures.length;
  if (size < 4)
    throw new RangeError(`Training needs at least 4 architectures with a target; there are ${size}.`);
  const order = shuffled(
    Array.from({ length: size }, (_, index) => index),
    seededRandom(seed),
  );
  const cut = Math.min(size - 1, Math.max(3, Math.floor(trainFraction * size)));
  const pick = (indexes: readonly number[]): Rows => ({
    architectures: indexes.flatMap((index) => problem.architectures[index] ?? []),
    targets: Float64Array.from(indexes, (index) => problem.targets[index] as number),
  });
  return { train: pick(order.slice(0, cut)), heldOut: pick(order.slice(cut)) };
}

/** Fits AutoBuild as published. @see FitHooks for progress and cancel */
export async function fit(problem: Problem, settings: FitSettings, hooks: FitHooks): Promise<Predictor> {
  const read = readSettings(settings);
  const rows = splitProblem(problem, read.trainFraction, read.seed);
  const columns = columnsOf(problem.space);
  const standard = standardOf(rows.train.targets);
  const standardised = (targets: Float64Array): Float64Array =>
    targets.map((target) => (target - standard.mean) / standard.deviation);
  const started = hooks.now?.() ?? 0;
  const lossCurve: number[] = [];

  const watched = rows.heldOut.architectures.slice(0, WATCHED);
  const watchedTargets = standardised(rows.heldOut.targets.slice(0, WATCHED));
  const batches = evaluationBatches(watched, problem.space, columns, read);
  const encoderRows = rowsOfColumns(columns);
  const parts = partsOf(columns, read);
  try {
    const network = await train(
      {
        space: problem.space,
        columns,
        architectures: rows.train.architectures,
        targets: standardised(rows.train.targets),
      },
      read,
      hooks,
      async (epoch, epochLoss, state) => {
        lossCurve.push(epochLoss);
        if (!hooks.onProgress) return;
        const current = tf.tidy(() => ({
          weights: unpack(state.packed, parts),
          statistics: runningStatistics(state.running),
        }));
        const tensors: NetworkTensors = { columns, settings: read, rows: encoderRows, ...current };
        const seen = await look(tensors, batches, watchedTargets, read);
        tf.dispose([
          Object.values(current.weights),
          current.statistics.flatMap((of) => [of.mean, of.variance]),
        ]);
        const elapsed = (hooks.now?.() ?? 0) - started;
        hooks.onProgress({
          epoch,
          numEpochs: read.epochs,
          loss: epochLoss,
          heldOutLoss: seen.loss,
          hopSrcc: seen.hopSrcc,
          srcc: seen.srcc,
          rowsPerSecond: elapsed > 0 ? (epoch * rows.train.architectures.length) / elapsed : 0,
          secondsLeft: (elapsed / epoch) * (read.epochs - epoch),
        });
      },
    );
    const finished: Omit<Finished, "metrics"> = {
      network,
      lossCurve,
      seconds: (hooks.now?.() ?? 0) - started,
    };
    return await finish(problem, settings, read, rows, standard, finished);
  } finally {
    disposeBatches(batches);
    tf.dispose([encoderRows.belongs, encoderRows.biased]);
  }
}

type Finished = {
  readonly network: Fitted["network"];
  readonly lossCurve: readonly number[];
  readonly seconds: number;
  readonly metrics: FitMetrics;
};

function standardOf(targets: Float64Array): Moments {
  const moments = targetMoments(targets);
  return { mean: moments.mean, deviation: moments.deviation || 1 };
}

/** Rank correlations, 0 where one side is constant: nothing is ranked then. */
const rankAgreement = (a: ArrayLike<number>, b: ArrayLike<number>): number => srcc(a, b) || 0;

const memberMean = (members: readonly Float64Array[]): Float64Array =>
  (members[0] ?? new Float64Array()).map(
    (_, index) => members.reduce((sum, member) => sum + (member[index] as number), 0) / members.length,
  );

/** Loss and rank correlations of a network on standardised targets, of the members' mean. */
async function look(
  network: NetworkTensors,
  batches: Parameters<typeof readGraphs>[1],
  targets: Float64Array,
  settings: AutobuildSettings,
): Promise<{ loss: number | null; srcc: number; hopSrcc: number[]; outputs: Float64Array }> {
  const { outputs, norms } = await readGraphs(network, batches);
  const predicted = memberMean(outputs);
  const hops = Array.from({ length: settings.numLayers + 1 }, (_, hop) =>
    memberMean(norms.map((member) => member[hop] ?? new Float64Array())),
  );
  const value = loss(predicted, targets, hops, settings.corrLambda).value;
  return {
    loss: Number.isFinite(value) ? value : null,
    srcc: rankAgreement(predicted, targets),
    hopSrcc: hops.map((norm) => rankAgreement(norm, targets)),
    outputs: predicted,
  };
}

async function finish(
  problem: Problem,
  given: FitSettings,
  settings: AutobuildSettings,
  rows: { train: Rows; heldOut: Rows },
  standard: Moments,
  { network, lossCurve, seconds }: Omit<Finished, "metrics">,
): Promise<Predictor> {
  const columns = columnsOf(problem.space);
  const tensors = networkTensors(network, columns, settings);
  const trainBatches = evaluationBatches(rows.train.architectures, problem.space, columns, settings);
  const heldOutBatches = evaluationBatches(rows.heldOut.architectures, problem.space, columns, settings);
  try {
    const nodeNorms = await readNodeNorms(tensors, trainBatches);
    const targets = rows.heldOut.targets.map((target) => (target - standard.mean) / standard.deviation);
    const seen = await look(tensors, heldOutBatches, targets, settings);
    const predicted = Array.from(seen.outputs, (output) => output * standard.deviation + standard.mean);
    const measured = Array.from(rows.heldOut.targets);
    const errors = measured.map((value, index) => Math.abs(value - (predicted[index] as number)));
    const metrics: FitMetrics = {
      srcc: seen.srcc,
      mae: mean(errors),
      mape: measured.includes(0)
        ? null
        : mean(errors.map((error, index) => error / Math.abs(measured[index] as number))),
      hopSrcc: seen.hopSrcc,
      epochs: settings.epochs,
      seconds,
      members: settings.members,
      numTrain: rows.train.architectures.length,
      numTest: measured.length,
      heldOut: { measured, predicted },
      lossCurve,
    };
    const fitted: Fitted = {
      columns,
      settings,
      network,
      standard,
      hopMoments: nodeNorms.map((hops) => hops.map(hopMoments)),
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
      settings: { ...given, ...settings },
      metrics,
      space: problem.space,
      labelled: { architectures: rows.train.architectures, targets: Array.from(rows.train.targets) },
    });
    return autobuildPredictor(fitted, file);
  } finally {
    disposeNetwork(tensors);
    disposeBatches(trainBatches);
    disposeBatches(heldOutBatches);
  }
}
