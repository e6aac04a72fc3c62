import { restoreNamed, store } from "../serialise";
import type { Family } from "./family";
import { fitRidge, PENALTIES, predictLinear, type Linear } from "./ridge";

/** Rows that the penalty is chosen on: each penalty tried costs their cube. */
const MOST_ROWS_TO_TUNE = 400;

type Model = Linear & { readonly penalty: number };

export const ridgeFamily: Family<Model> = {
  async fit({ rows, targets }, _settings, _random, beforeStep, like) {
    const tuned =
      like ?? fitRidge(rows.slice(0, MOST_ROWS_TO_TUNE), targets.slice(0, MOST_ROWS_TO_TUNE), PENALTIES);
    await beforeStep();
    return fitRidge(rows, targets, [tuned.penalty]);
  },
  predict: predictLinear,
  store: (models) => {
    const width = models[0]?.weights.length ?? 0;
    return {
      intercepts: store(
        [models.length],
        Float64Array.from(models, ({ intercept }) => intercept),
      ),
      weights: store(
        [models.length, width],
        Float64Array.from(models.flatMap(({ weights }) => [...weights])),
      ),
    };
  },
  restore: (tensors, numColumns) => {
    const weights = Float64Array.from(restoreNamed(tensors, "weights"));
    const intercepts = restoreNamed(tensors, "intercepts");
    if (weights.length !== intercepts.length * numColumns)
      throw new RangeError(
        `The predictor file has ${weights.length / intercepts.length} weights a model; its rows have ${numColumns} counts.`,
      );
    return Array.from(intercepts, (intercept, model) => ({
      intercept,
      weights: weights.subarray(model * numColumns, (model + 1) * numColumns),
      penalty: NaN,
    }));
  },
};
