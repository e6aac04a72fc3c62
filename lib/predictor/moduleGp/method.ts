import { MODULE_GP } from "../../core/predictorKinds";
import { heldOutMetrics } from "../heldOutMetrics";
import { groupRule, holdOutOf, joinRows, type Rows } from "../holdOut";
import { numberSetting } from "../numberSetting";
import { IN_ONE_GO, onlyProgress } from "../oneGo";
import { createPause } from "../pause";
import type { FitMetrics, FitSettings, PredictorMethod, Problem } from "../predictor";
import { createEncoder, type Encoder } from "./encoder";
import { conditionOn, fitProcess, refitOn, type Labelled } from "./fitProcess";
import { beliefsOf, createModuleGp } from "./moduleGpPredictor";
import { readFound, type Found } from "./settings";
import { scaleOf } from "./targetScale";

/**
 * A Gaussian process over counts of modules. Scale and hyperparameters are chosen on the training rows, metrics are
 * measured on the held-out rows, and then the process takes in these rows too: they are too dear to throw away.
 */
export const moduleGp: PredictorMethod = {
  kind: MODULE_GP.kind,
  label: MODULE_GP.label,
  defaults: MODULE_GP.defaults,

  async fit(problem, settings, hooks) {
    const all = { ...MODULE_GP.defaults, ...settings };
    const started = hooks.now?.() ?? 0;
    const { train, test, groups } = split(problem, all, numberSetting(all, "maxRows", 4));
    const beforeStep = createPause(hooks, null);
    await beforeStep();

    const encoder = createEncoder(problem.space, train.architectures);
    const fitted = await fitProcess(pointsOf(encoder, train), beforeStep);
    const predicted = beliefsOf(encoder, fitted, test.architectures).map(({ mean: latent }) =>
      fitted.scale.toTarget(latent),
    );
    await beforeStep();

    const labelled = joinRows(train, test);
    const finalEncoder = createEncoder(problem.space, labelled.architectures);
    const final = await refitOn(
      pointsOf(finalEncoder, labelled),
      scaleOf(fitted.scale.kind, labelled.targets),
      fitted,
      train.targets.length,
      beforeStep,
    );
    const metrics: FitMetrics = {
      ...heldOutMetrics(test.targets, predicted),
      ...IN_ONE_GO,
      seconds: (hooks.now?.() ?? 0) - started,
      numTrain: train.targets.length,
      ...groups,
    };
    hooks.onProgress?.(onlyProgress(metrics, metrics.mae, labelled.targets.length));
    const { space, target, datasetHash } = problem;
    const parts = {
      space,
      target,
      datasetHash,
      settings: { ...all, group: groupRule(all) },
      metrics,
    };
    return createModuleGp({
      ...parts,
      labelled: labelled.architectures,
      targets: labelled.targets,
      encoder: finalEncoder,
      fitted: final,
    });
  },

  async open(file) {
    const { space, target, datasetHash, settings, metrics } = file;
    const labelled = file.labelled.architectures;
    const targets = Float64Array.from(file.labelled.targets);
    const encoder = createEncoder(space, labelled);
    const found = readFound(file, encoder.columns);
    const final = conditioned(encoder, { architectures: labelled, targets }, found);
    return createModuleGp({ space, target, datasetHash, settings, metrics, labelled, targets, ...final });
  },
};

/** Conditions on rows with a scale and hyperparameters that are known. */
function conditioned(encoder: Encoder, rows: Rows, found: Found) {
  const scale = scaleOf(found.scale, rows.targets);
  return { encoder, fitted: conditionOn(pointsOf(encoder, rows), scale, found.hyperparameters) };
}

const pointsOf = (encoder: Encoder, { architectures, targets }: Rows): Labelled => ({
  points: architectures.map((architecture) => encoder.encode(architecture)),
  columns: encoder.columns,
  targets,
});

function split(problem: Problem, settings: FitSettings, maxRows: number) {
  const size = problem.architectures.length;
  const numTrain = Math.floor(size * settings.trainFraction);
  if (numTrain < 4) throw new RangeError(`${size} labelled architectures are too few; 5 are the least.`);
  return holdOutOf(problem, numTrain, maxRows, settings);
}
