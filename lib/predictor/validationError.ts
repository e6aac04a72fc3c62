import { createModuleError, type ModuleError } from "./moduleError";
import type { TargetScale } from "./moduleGp/targetScale";
import type { PredictorFile } from "./predictor";
import { foldsOf } from "./holdOut";

/**
 * How far off a predictor is about modules, from what it said of training rows before it saw them; its file keeps
 * that. 0 for a file of an earlier version, which doesn't.
 */
export function validationError(
  {
    space,
    labelled,
    settings,
    metrics: { validation, numTrain },
  }: Pick<PredictorFile, "space" | "labelled" | "settings" | "metrics">,
  { toLatent }: Pick<TargetScale, "toLatent">,
  members: number,
): ModuleError {
  if (validation === undefined) return () => 0;
  const { measured, predicted } = validation;
  return createModuleError(() => {
    // Training rows stand first.
    const architectures = labelled.architectures.slice(0, numTrain);
    // Before rows were grouped, every one stood alone.
    const folds = foldsOf(space, architectures, { group: "none", ...settings, members });
    return {
      space,
      architectures: architectures.slice(0, measured.length),
      errors: Float64Array.from(
        measured,
        (target, row) => toLatent(predicted[row] ?? NaN) - toLatent(target),
      ),
      foldOf: (row) => folds[row] ?? -1,
    };
  });
}
