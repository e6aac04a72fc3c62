import { seededRandom, shuffled } from "../../core/random";
import { mean, srcc } from "../../core/stats";
import { columnsOf } from "../autobuild/columns";
import { disposeNetwork, networkTensors } from "../autobuild/trainedNetwork";
import { typicalGlobals } from "../autobuild/typicalGlobals";
import { currentBackend } from "../backend";
import { createPause } from "../pause";
import type { FitHooks, FitMetrics, FitSettings, Predictor, Problem } from "../predictor";
import {
  ensembleMean,
  memberLatents,
  processDeviation,
  processLatents,
  weighted,
  type Weights,
} from "./beliefs";
import { combinedPredictor, createModuleReader, type Combined } from "./combinedPredictor";
import { embedModules } from "./embedModules";
import { toFile, withFindings } from "./file";
import { measureHops } from "./hopSrcc";
import { trainMembers, type TrainedMembers, type Validation } from "./members";
import { conditionProcess, fitProcesses, foldOf, type Processes, type Rows } from "./processes";
import { measureSimple } from "./simple";
import { fitScoreTable } from "./scoreTable";
import { readCombinedSettings } from "./settings";
import { stackWeights } from "./stack";
import { createVariations } from "./variations";

/** Varied architectures that read-outs are fitted to; fewer where every one has hundreds of nodes. */
const NUM_TAUGHT = 6_000;
const NUM_TAUGHT_GRAPHS = 400;
/** Validation rows whose deviations are computed for the reach of intervals. */
const MOST_CALIBRATED = 600;
const FEWEST_ROWS = 12;
/** With fewer members than folds, some folds are validated by the process alone. */
const FEWEST_FOLDS = 5;

const rankAgreement = (a: ArrayLike<number>, b: ArrayLike<number>): number => srcc(a, b) || 0;

/**
 * Fits the default predictor:
 * 1. rows are split into training and test rows, and the training rows into as many folds as there are members;
 * 2. a Gaussian process over counts of modules is fitted, and conditioned once more without each fold;
 * 3. graph networks are trained to rank, one a fold, on what was measured outside of the fold and on varied
 *    architectures as the process without the fold expects them; the epoch of least validation error is kept;
 * 4. both are weighed by their errors on the folds they did not see, and intervals calibrated there;
 * 5. the test rows are looked at, once;
 * 6. the process takes in the test rows too, and read-outs translate the network's embeddings of modules, at the hop
 *    that sees all of each, to units of the target.
 */
export async function fit(problem: Problem, given: FitSettings, hooks: FitHooks): Promise<Predictor> {
  const settings = readCombinedSettings(given);
  const started = hooks.now?.() ?? 0;
  const { train, test } = split(problem, settings.network.trainFraction, settings.network.seed);
  const pause = createPause(hooks, async () => {});
  const { space } = problem;
  const { members } = settings.network;
  const numFolds = Math.max(FEWEST_FOLDS, members);

  const processes = await fitProcesses(space, train, numFolds, settings.maxRows, pause);
  const { scale } = processes.whole;
  const latents = train.targets.map(scale.toLatent);
  const vary = createVariations(space, train.architectures);
  const trained = await trainMembers(
    {
      space,
      measured: train.architectures,
      latents,
      vary,
      expected: (architecture, fold) =>
        (processes.folds[fold] ?? processes.whole).posterior.expected(processes.encoder.encode(architecture)),
      numVaried: settings.numVaried,
      numFolds,
    },
    settings.network,
    hooks,
    (validation) => reportEpoch(hooks, validation, latents, settings.network.epochs, started),
  );

  const tensors = networkTensors(trained.network, columnsOf(space), settings.network);
  try {
    await pause();
    const varied = variedRows(space, train, vary, settings.network.seed);
    const ofMembers = await memberLatents(tensors, space, varied);
    const validation = validate(processes, train, trained, latents, ofMembers);
    const measured = await measureTest(processes, train, test, tensors, validation, problem);

    // The test rows have been looked at; from here on they are rows like any others.
    const labelled = join(train, test);
    const kept = {
      architectures: labelled.architectures.slice(0, settings.maxRows),
      targets: labelled.targets.slice(0, settings.maxRows),
    };
    await pause();
    const final = conditionProcess(space, kept, processes.whole);
    const { weights } = validation;
    const ensemble = ensembleMean(ofMembers);
    const values = [weighted(weights, ensemble, processLatents(final.encoder, final.fitted, varied))];
    for (const [fold, process] of processes.folds.entries()) {
      await pause();
      const own = members > 1 ? ofMembers[fold] : undefined;
      // As the jackknife wants it: how far one member moves the ensemble, and what the process is without its fold.
      const moved = own
        ? ensemble.map((value, row) => value + ((own[row] as number) - value) / (members - 1))
        : ensemble;
      values.push(weighted(weights, moved, processLatents(processes.encoder, process, varied)));
    }
    const globals = typicalGlobals(space, labelled.architectures);
    const table = await fitScoreTable(
      space,
      { architectures: varied, values },
      (modules) => embedModules(tensors, space, modules, globals, pause),
      settings.network.numLayers + 1,
      pause,
    );
    const combined: Combined = {
      settings: settings.network,
      network: trained.network,
      encoder: final.encoder,
      process: final.fitted,
      weights,
      reach: validation.reach,
      table,
    };
    const plain = {
      space,
      labelled: { architectures: labelled.architectures, targets: [...labelled.targets] },
    };
    const score = createModuleReader(combined, plain, tensors);
    const metrics: FitMetrics = {
      ...measured,
      hopSrcc: await measureHops(space, test, settings.network.numLayers + 1, score),
      epochs: trained.epochs,
      seconds: (hooks.now?.() ?? 0) - started,
      members,
      lossCurve: trained.lossCurve,
    };
    const file = toFile(combined, {
      kind: given.kind,
      target: problem.target,
      datasetHash: problem.datasetHash,
      seed: settings.network.seed,
      backend: currentBackend(),
      settings: withFindings(
        { ...given, ...settings.network, maxRows: settings.maxRows, numVaried: settings.numVaried },
        combined,
        Math.min(train.targets.length, settings.maxRows),
      ),
      metrics,
      ...plain,
    });
    return combinedPredictor(combined, file);
  } finally {
    disposeNetwork(tensors);
  }
}

/** Seeded shuffle; the first part is trained and validated on, the rest is the test split. */
function split(problem: Problem, trainFraction: number, seed: number): { train: Rows; test: Rows } {
  const size = problem.architectures.length;
  if (size < FEWEST_ROWS)
    throw new RangeError(
      `Training needs at least ${FEWEST_ROWS} architectures with a target; there are ${size}.`,
    );
  const order = shuffled([...problem.architectures.keys()], seededRandom(seed));
  const cut = Math.min(size - 1, Math.max(FEWEST_ROWS - 2, Math.floor(trainFraction * size)));
  const pick = (indexes: readonly number[]): Rows => ({
    architectures: indexes.flatMap((index) => problem.architectures[index] ?? []),
    targets: Float64Array.from(indexes, (index) => problem.targets[index] as number),
  });
  return { train: pick(order.slice(0, cut)), test: pick(order.slice(cut)) };
}

const join = (a: Rows, b: Rows): Rows => ({
  architectures: [...a.architectures, ...b.architectures],
  targets: Float64Array.from([...a.targets, ...b.targets]),
});

function variedRows(
  space: Problem["space"],
  { architectures }: Rows,
  vary: ReturnType<typeof createVariations>,
  seed: number,
) {
  const random = seededRandom(seed ^ 0x1b873593);
  const globals = typicalGlobals(space, architectures);
  const isGraph = architectures.some(({ edges }) => edges !== undefined);
  return Array.from({ length: isGraph ? NUM_TAUGHT_GRAPHS : NUM_TAUGHT }, () => ({
    ...vary(random),
    globals,
  }));
}

/** Mean variance between members; 0 where there is one only. */
const spread = (members: readonly Float64Array[]): number =>
  members.length < 2
    ? 0
    : mean(
        (members[0] ?? new Float64Array()).map((_, row) => {
          const values = members.map((member) => member[row] as number);
          const centre = mean(values);
          return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
        }),
      );

type Validated = {
  readonly weights: Weights;
  readonly reach: number;
  readonly network: number;
  readonly process: number;
};

/** Weighs the parts by what they said of rows that they did not see, and calibrates intervals there. */
function validate(
  { encoder, folds, whole }: Processes,
  train: Rows,
  { unseen }: TrainedMembers,
  latents: Float64Array,
  ofMembers: readonly Float64Array[],
): Validated {
  const foldProcess = (row: number) => folds[foldOf(row, folds.length)] ?? whole;
  const ofProcess = latents.map((_, row) => {
    const architecture = train.architectures[row];
    return architecture ? foldProcess(row).posterior.expected(encoder.encode(architecture)) : NaN;
  });
  // With fewer members than folds, the folds left over were seen by every member.
  const validated = [...unseen.keys()].filter((row) => !Number.isNaN(unseen[row]));
  const at = (values: Float64Array): Float64Array =>
    Float64Array.from(validated, (row) => values[row] as number);
  const truth = at(latents);
  const errorsOf = (values: Float64Array): Float64Array =>
    at(values).map((value, index) => value - (truth[index] as number));
  const [network = 0, process = 1] = stackWeights([
    { errors: errorsOf(unseen), gain: (1 - 1 / ofMembers.length) * spread(ofMembers) },
    { errors: errorsOf(ofProcess), gain: 0 },
  ]);
  const weights = { network, process };
  const together = weighted(
    weights,
    unseen.map((value, row) => (Number.isNaN(value) ? (ofProcess[row] as number) : value)),
    ofProcess,
  );
  const ratios = train.architectures
    .slice(0, MOST_CALIBRATED)
    .map(
      (architecture, row) =>
        Math.abs((together[row] as number) - (latents[row] as number)) /
        processDeviation(encoder, foldProcess(row), architecture),
    )
    .sort((a, b) => a - b);
  const place = Math.min(ratios.length, Math.ceil(0.9 * (ratios.length + 1)));
  return {
    weights,
    reach: ratios[place - 1] ?? 0,
    network: rankAgreement(at(unseen), truth),
    process: rankAgreement(at(ofProcess), truth),
  };
}

/** The one look at the test rows. */
async function measureTest(
  { encoder, whole }: Processes,
  train: Rows,
  test: Rows,
  tensors: Parameters<typeof memberLatents>[0],
  { weights, reach, network, process }: Validated,
  { space }: Problem,
): Promise<Omit<FitMetrics, "hopSrcc" | "epochs" | "seconds" | "members" | "lossCurve">> {
  const latents = weighted(
    weights,
    ensembleMean(await memberLatents(tensors, space, test.architectures)),
    processLatents(encoder, whole, test.architectures),
  );
  const measured = [...test.targets];
  const predicted = [...latents].map(whole.scale.toTarget);
  const errors = measured.map((value, row) => Math.abs(value - (predicted[row] as number)));
  const covered = test.architectures.map((architecture, row) => {
    const half = reach * processDeviation(encoder, whole, architecture);
    const latent = latents[row] as number;
    const value = measured[row] as number;
    return whole.scale.toTarget(latent - half) <= value && value <= whole.scale.toTarget(latent + half)
      ? 1
      : 0;
  });
  return {
    srcc: rankAgreement(predicted, measured),
    mae: mean(errors),
    mape: measured.includes(0)
      ? null
      : mean(errors.map((error, row) => error / Math.abs(measured[row] as number))),
    numTrain: train.targets.length,
    numTest: measured.length,
    heldOut: { measured, predicted },
    coverage: mean(covered),
    contributions: [
      { part: "graph network", weight: weights.network, srcc: network },
      { part: "module process", weight: weights.process, srcc: process },
    ],
    baselines: measureSimple(space, train, test),
  };
}

function reportEpoch(
  hooks: FitHooks,
  { epoch, loss, unseen, error }: Validation,
  latents: Float64Array,
  numEpochs: number,
  started: number,
): void {
  const elapsed = (hooks.now?.() ?? 0) - started;
  const rows = [...unseen.keys()].filter((row) => !Number.isNaN(unseen[row]));
  hooks.onProgress?.({
    epoch,
    numEpochs,
    loss,
    heldOutLoss: error,
    hopSrcc: [],
    srcc: rankAgreement(
      rows.map((row) => unseen[row] as number),
      rows.map((row) => latents[row] as number),
    ),
    rowsPerSecond: elapsed > 0 ? (epoch * latents.length) / elapsed : 0,
    secondsLeft: (elapsed / epoch) * (numEpochs - epoch),
  });
}
