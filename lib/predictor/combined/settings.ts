import { COMBINED } from "../../core/predictorKinds";
import { readSettings, type AutobuildSettings } from "../autobuild/settings";
import type { FitSettings } from "../predictor";

/** What the combined kind decides besides its network's settings. */
export type CombinedSettings = {
  readonly network: AutobuildSettings;
  /** Rows that the process is conditioned on; its time grows with their cube. */
  readonly maxRows: number;
  /** Varied architectures that each member also learns from. */
  readonly numVaried: number;
};

/** @throws RangeError naming the setting that is not usable */
export function readCombinedSettings(settings: FitSettings): CombinedSettings {
  const all = { ...COMBINED.defaults, ...settings };
  const network = readSettings(all);
  return { network, maxRows: count(all, "maxRows", 8), numVaried: count(all, "numVaried", 0) };
}

function count(settings: FitSettings, name: string, least: number): number {
  const value = settings[name];
  if (typeof value !== "number" || !Number.isInteger(value) || value < least)
    throw new RangeError(`Setting ${name} is a whole number of at least ${least}, not ${String(value)}.`);
  return value;
}
