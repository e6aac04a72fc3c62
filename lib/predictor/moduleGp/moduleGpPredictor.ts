import type { Architecture } from "../../core/architecture";
import type { Module, ModuleScore } from "../../core/module";
import { longestSequence } from "../../core/scoredUnits";
import { MODULE_GP } from "../../core/predictorKinds";
import type { SearchSpace } from "../../core/searchSpace";
import { mean } from "../../core/stats";
import type {
  FeatureScore,
  FitSettings,
  Interval,
  Predictor,
  PredictorFile,
  PredictorMetrics,
} from "../predictor";
import { featureBeliefs, type Asked } from "../featureTrials";
import { backgrounds, nodeScores } from "../moduleContexts";
import { createModuleError, type ModuleError } from "../moduleError";
import { createPlaceShifts } from "../placeLevels";
import { supportCounter } from "../support";
import type { Encoder, Point } from "./encoder";
import type { Fitted } from "./fitProcess";
import { moduleEffects } from "./modules";
import type { Belief, Posterior } from "./process";
import { storeWeights, withFound } from "./settings";

/** What a predictor is made of, after a fit or from a file. */
export type Parts = {
  readonly space: SearchSpace;
  readonly target: string;
  readonly datasetHash: string;
  readonly settings: FitSettings;
  readonly metrics: PredictorMetrics;
  readonly labelled: readonly Architecture[];
  readonly targets: Float64Array;
  readonly encoder: Encoder;
  readonly fitted: Fitted;
};

/** Rows that feature scores average over; fewer than for modules, since every place and operation is tried in each. */
const FEATURE_BACKGROUNDS = 8;

/** Rows that are left out, a fold at a time, to see how far off the process is about modules. */
const MOST_ROWS_LEFT_OUT = 600;
const NUM_FOLDS = 5;

/** Predictions of architectures as beliefs on the latent scale. */
export const beliefsOf = (
  encoder: Encoder,
  fitted: Fitted,
  architectures: readonly Architecture[],
): Belief[] => architectures.map((architecture) => fitted.posterior.meanOver([encoder.encode(architecture)]));

/** The 90 % interval in units of the target; with noise for what would be measured, without for importances. */
export function intervalOf({ posterior, scale, reach }: Fitted, belief: Belief, noise: boolean): Interval {
  const variance = belief.variance + (noise ? posterior.hyperparameters.noiseVariance : 0);
  const half = reach * Math.sqrt(variance);
  return {
    value: scale.toTarget(belief.mean),
    low: scale.toTarget(belief.mean - half),
    high: scale.toTarget(belief.mean + half),
  };
}

/** The predictor face of a fitted process. It holds no tensors: everything is float64 in plain arrays. */
export function createModuleGp(parts: Parts): Predictor {
  const { space, labelled, targets, encoder, fitted } = parts;
  const effects = moduleEffects(space, encoder, fitted.posterior, backgrounds(labelled, targets));
  const support = supportCounter(space, labelled);
  const numHops = space.structure === "staged" ? longestSequence(space) : 1;

  const errorOf = errorOfModules(parts);
  const shiftOf = createPlaceShifts(
    space,
    labelled,
    targets,
    (module) => {
      const effect = effects(module);
      return effect && [effect.mean];
    },
    (architecture) => [fitted.posterior.expected(encoder.encode(architecture))],
  );
  // A module that fits into no background row rests on nothing: the whole spread of the target is its interval.
  const effectOf = (module: Module): Belief => {
    const { mean: value, variance } = effects(module) ?? { mean: 0, variance: 1 };
    return { mean: value + (shiftOf(module)?.[0] ?? 0), variance };
  };
  const scoreModule = (module: Module): ModuleScore => {
    const effect = effectOf(module);
    const belief = { ...effect, variance: Math.max(effect.variance, errorOf(module)) };
    const { value, low, high } = intervalOf(fitted, belief, false);
    return { ...module, hop: module.nodes.length - 1, score: value, low, high, support: support(module) };
  };

  return {
    kind: MODULE_GP.kind,
    space,
    target: parts.target,
    metrics: parts.metrics,
    numHops,
    predict: async (architectures) =>
      beliefsOf(encoder, fitted, architectures).map((belief) => intervalOf(fitted, belief, true)),
    scoreModules: async (modules) => modules.map(scoreModule),
    scoreFeatures: async () => {
      const rows = backgrounds(labelled, targets, FEATURE_BACKGROUNDS);
      return featureBeliefs(space, askedOf(encoder, fitted.posterior), rows, labelled).map(
        (scored): FeatureScore => {
          const { value, low, high } = intervalOf(fitted, scored.belief, false);
          return {
            feature: scored.feature,
            value: scored.value,
            score: value,
            low,
            high,
            support: scored.support,
          };
        },
      );
    },
    nodeNorms: async (architecture) =>
      nodeScores(architecture, numHops, (module) => fitted.scale.toTarget(effectOf(module).mean)),
    toFile: () => toFile(parts),
    dispose: () => {},
  };
}

/** The process cannot express everything, and its own variances suppose that it can. */
const errorOfModules = ({ space, labelled, fitted }: Parts): ModuleError =>
  createModuleError(() => {
    const errors = fitted.posterior.foldErrors(MOST_ROWS_LEFT_OUT, NUM_FOLDS);
    const architectures = labelled.slice(0, errors.length);
    return { space, architectures, errors, foldOf: (row) => row % NUM_FOLDS };
  });

/** Points that a variance is computed over: its cost is their square. */
const MOST_POINTS = 64;

type Answer = { readonly point: Point; readonly mean: number };

/** A process as trials of feature values ask it. */
const askedOf = (encoder: Encoder, posterior: Posterior): Asked<Answer, Belief> => ({
  ask: (architecture) => {
    const point = encoder.encode(architecture);
    return { point, mean: posterior.expected(point) };
  },
  expected: (answer) => answer.mean,
  meanOver: (answers) => {
    const stride = Math.ceil(answers.length / MOST_POINTS);
    const chosen = answers.filter((_, index) => index % stride === 0).map(({ point }) => point);
    return {
      mean: mean(answers.map((answer) => answer.mean)),
      variance: posterior.meanOver(chosen).variance,
    };
  },
});

function toFile(parts: Parts): PredictorFile {
  const { posterior, scale } = parts.fitted;
  return {
    format: "archwright-predictor",
    version: 1,
    kind: MODULE_GP.kind,
    target: parts.target,
    datasetHash: parts.datasetHash,
    seed: parts.settings.seed,
    backend: "cpu",
    settings: withFound(parts.settings, { scale: scale.kind, hyperparameters: posterior.hyperparameters }),
    metrics: parts.metrics,
    space: parts.space,
    labelled: { architectures: parts.labelled, targets: [...parts.targets] },
    tensors: storeWeights(parts.encoder.columns, posterior.hyperparameters),
  };
}
