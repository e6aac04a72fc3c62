import type { Architecture } from "../../core/architecture";
import type { Module, ModuleScore } from "../../core/module";
import { longestSequence } from "../../core/scoredUnits";
import { mean } from "../../core/stats";
import { featureBeliefs } from "../featureTrials";
import { jackknifeInterval } from "../jackknife";
import { backgrounds, contextsOf, nodeScores } from "../moduleContexts";
import { numberSetting } from "../numberSetting";
import { createPlaceShifts } from "../placeLevels";
import type { Predictor, PredictorFile } from "../predictor";
import { supportCounter } from "../support";
import { validationError } from "../validationError";
import type { Family } from "./family";
import { createOneHot } from "./oneHot";

/** Rows that modules and feature values are tried in; ridge regression says the same with any. */
const NUM_BACKGROUNDS = 8;

/** The target is predicted as it is. */
const asItIs = (value: number): number => value;

/** What the model of all rows says, then what those without a fold say; in units of the target. */
type Answers = Float64Array;

const meanOf = (answers: readonly Answers[]): Answers =>
  (answers[0] ?? new Float64Array()).map((_, model) => mean(answers.map((each) => each[model] as number)));

/**
 * The face over a simple model. It has no embeddings: a module's score is its partial dependence (Friedman 2001), the
 * mean prediction over measured architectures with the module put in, against what such architectures have there. Its
 * interval is the jackknife's over models without a fold, or what rows of those folds show modules to be off by where
 * that is wider.
 * @param models of all rows first, then one without each fold
 */
export function baselinePredictor<Model>(
  { predict }: Pick<Family<Model>, "predict">,
  models: readonly Model[],
  file: PredictorFile,
): Predictor {
  const { space, labelled } = file;
  const { architectures } = labelled;
  const { encode } = createOneHot(space, architectures);
  const ask = (architecture: Architecture): Answers => {
    const row = encode(architecture);
    return Float64Array.from(models, (model) => predict(model, row));
  };
  const halfWidth = numberSetting(file.settings, "halfWidth", 0);
  const targets = Float64Array.from(labelled.targets);
  const rows = backgrounds(architectures, targets, NUM_BACKGROUNDS);
  const support = supportCounter(space, architectures);
  const numHops = space.structure === "staged" ? longestSequence(space) : 1;
  const errorOf = validationError(file, { toLatent: asItIs }, models.length - 1);

  const meanWith = (module: Module): Answers | null => {
    const fitting = contextsOf(space, rows, module).flatMap((row) => (row ? [ask(row)] : []));
    return fitting.length === 0 ? null : meanOf(fitting);
  };
  const shiftOf = createPlaceShifts(space, architectures, targets, meanWith, ask);
  const effectOf = (module: Module): Answers | null => {
    const [effect, shift] = [meanWith(module), shiftOf(module)];
    return effect && shift ? effect.map((value, model) => value + (shift[model] as number)) : effect;
  };
  // A module that fits nowhere rests on nothing: all that was measured is its interval.
  const unknown = {
    value: mean(labelled.targets),
    low: Math.min(...labelled.targets),
    high: Math.max(...labelled.targets),
  };
  const scoreModule = (module: Module): ModuleScore => {
    const effect = effectOf(module);
    const { value, low, high } = effect ? jackknifeInterval(effect, asItIs, errorOf(module)) : unknown;
    return { ...module, hop: module.nodes.length - 1, score: value, low, high, support: support(module) };
  };

  return {
    kind: file.kind,
    space,
    target: file.target,
    metrics: file.metrics,
    numHops,
    predict: async (asked) =>
      asked.map((architecture) => {
        const [value = NaN] = ask(architecture);
        return { value, low: value - halfWidth, high: value + halfWidth };
      }),
    scoreModules: async (modules) => modules.map(scoreModule),
    scoreFeatures: async () => {
      const asked = { ask, expected: ([value = NaN]: Answers) => value, meanOver: meanOf };
      return featureBeliefs(space, asked, rows, architectures).map(
        ({ feature, value, belief, support: held }) => {
          const { value: score, low, high } = jackknifeInterval(belief, asItIs);
          return { feature, value, score, low, high, support: held };
        },
      );
    },
    nodeNorms: async (architecture) =>
      nodeScores(architecture, numHops, (module) => effectOf(module)?.[0] ?? unknown.value),
    toFile: () => file,
    dispose: () => {},
  };
}
