import { COMBINED } from "../../core/predictorKinds";
import { readSettings, type AutobuildSettings } from "../autobuild/settings";
import { countSetting } from "../numberSetting";
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
  return { network, maxRows: countSetting(all, "maxRows", 8), numVaried: countSetting(all, "numVaried", 0) };
}
