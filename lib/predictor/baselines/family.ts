import type { Random } from "../../core/random";
import type { FitSettings, PredictorFile } from "../predictor";

/** Rows of counts of modules with what was measured, shape [numRows][numColumns]. */
export type Counted = { readonly rows: readonly Float64Array[]; readonly targets: Float64Array };

/** What one simple model does differently from another; how rows are split, scored and stored is the same. */
export type Family<Model> = {
  /**
   * @param beforeStep awaited between pieces of work; throws to cancel
   * @param like the model of all training rows, for one that is to tell how far that may be off: it keeps what was
   *   chosen there
   */
  readonly fit: (
    counted: Counted,
    settings: FitSettings,
    random: Random,
    beforeStep: () => Promise<void>,
    like?: Model,
  ) => Promise<Model>;
  readonly predict: (model: Model, row: Float64Array) => number;
  readonly store: (models: readonly Model[]) => PredictorFile["tensors"];
  /** @throws RangeError for tensors that are missing or do not fit rows of so many counts */
  readonly restore: (tensors: PredictorFile["tensors"], numColumns: number) => Model[];
};
