import { seededRandom } from "../../core/random";
import { columnsOf } from "../autobuild/columns";
import { disposeNetwork, networkTensors } from "../autobuild/trainedNetwork";
import { typicalGlobals } from "../autobuild/typicalGlobals";
import { currentBackend } from "../backend";
import { createEncoder } from "../moduleGp/encoder";
import { refitOn } from "../moduleGp/fitProcess";
import { scaleOf } from "../moduleGp/targetScale";
import { foldsOf, groupRule, holdOut, joinRows, numToTrainOn, type Rows } from "../holdOut";
import { createPause } from "../pause";
import type { FitHooks, FitMetrics, FitSettings, Predictor, Problem } from "../predictor";
import { ensembleMean, memberLatents, processLatents, weighted } from "./beliefs";
import { combinedPredictor, createModuleReader, type Combined } from "./combinedPredictor";
import { embedModules } from "./embedModules";
import { toFile, withFindings } from "./file";
import { measureHops, MOST_HOP_ROWS } from "./hopSrcc";
import { trainMembers } from "./members";
import { fitProcesses } from "./processes";
import { measureTest } from "./measureTest";
import { fitScoreTable } from "./scoreTable";
import { createReport, numParts } from "./report";
import { readCombinedSettings } from "./settings";
import { validate } from "./validate";
import { createVariations } from "./variations";

/** Varied architectures that read-outs are fitted to; fewer where every one has hundreds of nodes. */
const NUM_TAUGHT = 6_000;
const NUM_TAUGHT_GRAPHS = 400;

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
  // The training rows are validated, too; the rest is the test split.
  const { train, test, groups } = holdOut(problem, numToTrainOn(problem, settings.network), {
    ...given,
    seed: settings.network.seed,
  });
  const pause = createPause(hooks, async () => {});
  const { space } = problem;
  const { members } = settings.network;
  const folds = foldsOf(space, train.architectures, { ...given, members });

  const processes = await fitProcesses(space, train, folds, settings.maxRows, pause);
  const latents = train.targets.map(processes.whole.scale.toLatent);
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
      folds,
    },
    settings.network,
    hooks,
    createReport(hooks, latents, settings.network.epochs, numParts(train, members)),
  );

  const tensors = networkTensors(trained.network, columnsOf(space), settings.network);
  try {
    await pause();
    const varied = variedRows(train, vary, settings.network.seed);
    const ofTrain = await memberLatents(tensors, space, train.architectures);
    const validation = validate(processes, train, trained, latents, ofTrain);
    const measured = await measureTest(processes, train, test, tensors, validation, problem);

    // The test rows have been looked at; from here on they are rows like any others.
    const labelled = joinRows(train, test);
    const kept = {
      architectures: labelled.architectures.slice(0, settings.maxRows),
      targets: labelled.targets.slice(0, settings.maxRows),
    };
    await pause();
    const encoder = createEncoder(space, kept.architectures);
    const process = await refitOn(
      {
        points: kept.architectures.map(encoder.encode),
        columns: encoder.columns,
        targets: kept.targets,
      },
      // Anew: a row far outside of what the training rows say would be no normal score.
      scaleOf(processes.whole.scale.kind, kept.targets),
      processes.whole,
      train.targets.length,
      pause,
    );
    const { weights } = validation;
    const ofMembers = await memberLatents(tensors, space, varied);
    const ensemble = ensembleMean(ofMembers);
    const values = [weighted(weights, ensemble, processLatents(encoder, process, varied))];
    for (const [fold, ofFold] of processes.folds.entries()) {
      await pause();
      const own = members > 1 ? ofMembers[fold] : undefined;
      // As the jackknife wants it: how far one member moves the ensemble, and what the process is without its fold.
      const moved = own
        ? ensemble.map((value, row) => value + ((own[row] as number) - value) / (members - 1))
        : ensemble;
      values.push(weighted(weights, moved, processLatents(processes.encoder, ofFold, varied)));
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
      encoder,
      process,
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
      ...(test.targets.length > MOST_HOP_ROWS ? { numHopRows: MOST_HOP_ROWS } : {}),
      epochs: trained.epochs,
      seconds: (hooks.now?.() ?? 0) - started,
      members,
      lossCurve: trained.lossCurve,
      ...groups,
    };
    const file = toFile(combined, {
      kind: given.kind,
      target: problem.target,
      datasetHash: problem.datasetHash,
      seed: settings.network.seed,
      backend: currentBackend(),
      settings: withFindings(
        {
          ...given,
          ...settings.network,
          maxRows: settings.maxRows,
          numVaried: settings.numVaried,
          group: groupRule(given),
        },
        combined,
      ),
      metrics,
      ...plain,
    });
    return combinedPredictor(combined, file);
  } finally {
    disposeNetwork(tensors);
  }
}

function variedRows({ architectures }: Rows, vary: ReturnType<typeof createVariations>, seed: number) {
  const random = seededRandom(seed ^ 0x1b873593);
  const isGraph = architectures.some(({ edges }) => edges !== undefined);
  return Array.from({ length: isGraph ? NUM_TAUGHT_GRAPHS : NUM_TAUGHT }, () => vary(random));
}
