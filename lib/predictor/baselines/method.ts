import { FOREST, RIDGE, type PredictorKindInfo } from "../../core/predictorKinds";
import { seededRandom } from "../../core/random";
import { mean } from "../../core/stats";
import { conformalQuantile } from "../conformal";
import { heldOutMetrics } from "../heldOutMetrics";
import { FEWEST_ROWS, foldsOf, groupRule, holdOutOf, joinRows, numToTrainOn, type Rows } from "../holdOut";
import { countSetting } from "../numberSetting";
import { IN_ONE_GO, onlyProgress } from "../oneGo";
import { createPause } from "../pause";
import type { FitMetrics, PredictorFile, PredictorMethod } from "../predictor";
import { baselinePredictor } from "./baselinePredictor";
import type { Counted, Family } from "./family";
import { forestFamily } from "./forestFamily";
import { createOneHot } from "./oneHot";
import { ridgeFamily } from "./ridgeFamily";

/** Folds that rows are predicted in without having been seen. */
const NUM_FOLDS = 5;
/** Rows that are kept to be looked at, with what was said of them before they were seen. */
const MOST_KEPT = 600;

/**
 * A simple model as a predictor of its own, for comparing its importances with others' in the same figures. Its
 * intervals are calibrated on the training rows, each predicted by a model without its fold; metrics are measured on
 * the held-out rows, and then the model takes in these rows too.
 */
function createMethod<Model>(info: PredictorKindInfo, family: Family<Model>): PredictorMethod {
  return {
    kind: info.kind,
    label: info.label,
    defaults: info.defaults,

    async fit(problem, given, hooks) {
      const settings = { ...info.defaults, ...given, group: groupRule(given) };
      const started = hooks.now?.() ?? 0;
      const random = seededRandom(settings.seed ^ 0x51ab1e);
      const pause = createPause(hooks, null);
      const { space } = problem;
      const { train, test, groups } = holdOutOf(
        problem,
        numToTrainOn(problem, settings),
        countSetting(settings, "maxRows", FEWEST_ROWS),
        settings,
      );
      const folds = foldsOf(space, train.architectures, { ...settings, members: NUM_FOLDS });

      const labelled = joinRows(train, test);
      const oneHot = createOneHot(space, labelled.architectures);
      const count = ({ architectures, targets }: Rows): Counted => ({
        rows: architectures.map(oneHot.encode),
        targets,
      });
      const [counted, unseenTest] = [count(train), count(test)];
      const whole = await family.fit(counted, settings, random, pause);
      const models: Model[] = [];
      const unseen = new Float64Array(folds.length);
      for (let fold = 0; fold < NUM_FOLDS; fold++) {
        const model = await family.fit(without(counted, folds, fold), settings, random, pause, whole);
        models.push(model);
        counted.rows.forEach((row, index) => {
          if (folds[index] === fold) unseen[index] = family.predict(model, row);
        });
      }
      const errors = Array.from(unseen, (value, row) => Math.abs(value - (train.targets[row] as number)));
      const halfWidth = conformalQuantile(errors) ?? 0;
      const predicted = unseenTest.rows.map((row) => family.predict(whole, row));
      const final = await family.fit(count(labelled), settings, random, pause);
      const metrics: FitMetrics = {
        ...heldOutMetrics(test.targets, predicted),
        coverage: mean(
          predicted.map((value, row) =>
            Math.abs(value - (test.targets[row] as number)) <= halfWidth ? 1 : 0,
          ),
        ),
        validation: {
          measured: [...train.targets.slice(0, MOST_KEPT)],
          predicted: [...unseen.slice(0, MOST_KEPT)],
        },
        ...IN_ONE_GO,
        seconds: (hooks.now?.() ?? 0) - started,
        numTrain: train.targets.length,
        ...groups,
      };
      hooks.onProgress?.(onlyProgress(metrics, mean(errors), labelled.targets.length));
      const file: PredictorFile = {
        format: "archwright-predictor",
        version: 1,
        kind: info.kind,
        target: problem.target,
        datasetHash: problem.datasetHash,
        seed: settings.seed,
        backend: "cpu",
        settings: { ...settings, halfWidth },
        metrics,
        space,
        labelled: { architectures: labelled.architectures, targets: [...labelled.targets] },
        tensors: family.store([final, ...models]),
      };
      return baselinePredictor(family, [final, ...models], file);
    },

    async open(file) {
      const { numColumns } = createOneHot(file.space, file.labelled.architectures);
      const models = family.restore(file.tensors, numColumns);
      if (models.length < 2) throw new RangeError("The predictor file holds no models without a fold.");
      return baselinePredictor(family, models, file);
    },
  };
}

export const ridge = createMethod(RIDGE, ridgeFamily);
export const forest = createMethod(FOREST, forestFamily);

function without({ rows, targets }: Counted, folds: readonly number[], fold: number): Counted {
  const kept = (_: unknown, row: number): boolean => folds[row] !== fold;
  return { rows: rows.filter(kept), targets: targets.filter(kept) };
}
