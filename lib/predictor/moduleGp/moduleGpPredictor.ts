import type { Architecture } from "../../core/architecture";
import type { Module, ModuleScore } from "../../core/module";
import { longestSequence } from "../../core/scoredUnits";
import { MODULE_GP } from "../../core/predictorKinds";
import type { SearchSpace } from "../../core/searchSpace";
import type {
  FeatureScore,
  FitSettings,
  Interval,
  Predictor,
  PredictorFile,
  PredictorMetrics,
} from "../predictor";
import { createModuleError, type ModuleError } from "../moduleError";
import type { Encoder } from "./encoder";
import { featureBeliefs } from "./featureScores";
import type { Fitted } from "./fitProcess";
import { backgrounds, moduleEffects } from "./modules";
import type { Belief } from "./process";
import { storeWeights, withFound } from "./settings";
import { supportCounter } from "./support";

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
  const scoreModule = (module: Module): ModuleScore => {
    // A module that fits into no background row rests on nothing: the whole spread of the target is its interval.
    const { mean, variance } = effects(module) ?? { mean: 0, variance: 1 };
    const belief = { mean, variance: Math.max(variance, errorOf(module)) };
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
      return featureBeliefs(space, encoder, fitted.posterior, rows, labelled).map((scored): FeatureScore => {
        const { value, low, high } = intervalOf(fitted, scored.belief, false);
        return {
          feature: scored.feature,
          value: scored.value,
          score: value,
          low,
          high,
          support: scored.support,
        };
      });
    },
    nodeNorms: async (architecture) => nodeScores(architecture, numHops, effects, fitted),
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

/**
 * A process has no embeddings; in their place stands, at hop h, the score of the node with the h nodes before it in
 * its unit, in units of the target. Shape [numHops][numNodes].
 */
function nodeScores(
  architecture: Architecture,
  numHops: number,
  effects: ReturnType<typeof moduleEffects>,
  { scale }: Fitted,
): number[][] {
  return Array.from({ length: numHops }, (_, hop) =>
    architecture.units.flatMap((unit, unitIndex) =>
      unit.map((_node, layerIndex) => {
        const first = Math.max(0, layerIndex - hop);
        const nodes = unit.slice(first, layerIndex + 1);
        const layers = nodes.map((__, index) => first + index);
        return scale.toTarget(effects({ unitIndex, layers, nodes })?.mean ?? 0);
      }),
    ),
  );
}

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
