import { settingsProblem } from "../core/predictorSettings";
import { autobuild } from "./autobuild";
import { forest, ridge } from "./baselines/method";
import { combined } from "./combined";
import { moduleGp } from "./moduleGp/method";
import type { FitHooks, FitSettings, Predictor, PredictorFile, PredictorMethod, Problem } from "./predictor";

/** All kinds; the first is offered first. */
export const predictorMethods: readonly PredictorMethod[] = [combined, autobuild, moduleGp, ridge, forest];

/** @throws RangeError for a kind that is not here */
function methodOf(kind: string): PredictorMethod {
  const method = predictorMethods.find((candidate) => candidate.kind === kind);
  if (method === undefined)
    throw new RangeError(
      `There is no kind of predictor "${kind}"; there are: ${predictorMethods.map((m) => m.kind).join(", ")}.`,
    );
  return method;
}

/** Default settings of a kind. */
export const defaultSettings = (kind: string): FitSettings => methodOf(kind).defaults;

/**
 * Fits a predictor of the settings' kind.
 * @throws RangeError for a setting that the kind does not have or that is not usable
 */
export async function fitPredictor(
  problem: Problem,
  settings: FitSettings,
  hooks: FitHooks = {},
): Promise<Predictor> {
  const method = methodOf(settings.kind);
  const fault = settingsProblem(settings);
  if (fault !== null) throw new RangeError(fault);
  return method.fit(problem, settings, hooks);
}

/** Opens a predictor that was fitted here, in a browser or on the command line. */
export function openPredictor(file: PredictorFile): Promise<Predictor> {
  if (file.format !== "archwright-predictor" || file.version !== 1)
    return Promise.reject(new RangeError("This is not a predictor file of version 1."));
  return methodOf(file.kind).open(file);
}
