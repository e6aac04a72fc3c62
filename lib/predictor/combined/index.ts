import { COMBINED } from "../../core/predictorKinds";
import type { PredictorMethod } from "../predictor";
import { combinedPredictor } from "./combinedPredictor";
import { fromFile } from "./file";
import { fit } from "./fit";

/** The default: AutoBuild's network as an ensemble, weighed against a process, with scores that add up. */
export const combined: PredictorMethod = {
  kind: COMBINED.kind,
  label: COMBINED.label,
  defaults: COMBINED.defaults,
  fit,
  open: async (file) => combinedPredictor(fromFile(file), file),
};
