import { MODULE_GP } from "../../core/predictorKinds";
import type { FitSettings } from "../predictor";
import type { Hyperparameters } from "./kernel";
import type { TargetScale } from "./targetScale";

/** What a fit found, kept in the file's settings; with the labelled rows it is the whole predictor. */
export type Found = {
  readonly scale: TargetScale["kind"];
  readonly hyperparameters: Hyperparameters;
};

export const withFound = (settings: FitSettings, { scale, hyperparameters }: Found): FitSettings => ({
  ...settings,
  ...hyperparameters,
  targetScale: scale,
});

/** @throws RangeError naming the setting that is not usable */
export function numberSetting(settings: FitSettings, name: string, least: number): number {
  const value = { ...MODULE_GP.defaults, ...settings }[name];
  if (typeof value !== "number" || !Number.isFinite(value) || value < least)
    throw new RangeError(`Setting ${name} is a number of at least ${least}, not ${String(value)}.`);
  return value;
}

/** @throws RangeError naming the setting that is not usable */
export function readFound(settings: FitSettings): Found {
  return {
    scale: settings.targetScale === "rank-gaussian" ? "rank-gaussian" : "raw",
    hyperparameters: {
      linearVariance: numberSetting(settings, "linearVariance", 0),
      maternVariance: numberSetting(settings, "maternVariance", 0),
      lengthScale: numberSetting(settings, "lengthScale", 1e-9),
      noiseVariance: numberSetting(settings, "noiseVariance", 0),
    },
  };
}
