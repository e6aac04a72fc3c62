import type { FitSettings } from "./predictor";

/** @throws RangeError naming the setting that is no number of at least `least` */
export function numberSetting(settings: FitSettings, name: string, least: number): number {
  const value = settings[name];
  if (typeof value !== "number" || !Number.isFinite(value) || value < least)
    throw new RangeError(`Setting ${name} is a number of at least ${least}, not ${String(value)}.`);
  return value;
}

/** @throws RangeError naming the setting that is no whole number of at least `least` */
export function countSetting(settings: FitSettings, name: string, least: number): number {
  const value = settings[name];
  if (typeof value !== "number" || !Number.isInteger(value) || value < least)
    throw new RangeError(`Setting ${name} is a whole number of at least ${least}, not ${String(value)}.`);
  return value;
}
