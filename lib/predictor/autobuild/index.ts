import { predictorKind } from "../../core/predictorKinds";
import type { PredictorMethod } from "../predictor";
import { fit } from "./fit";
import { openFile } from "./openFile";

const info = predictorKind("autobuild");
if (info === null) throw new Error("The list of kinds lost autobuild.");

/** AutoBuild as published (CVPR 2024, arXiv 2403.13293). */
export const autobuild: PredictorMethod = {
  kind: info.kind,
  label: info.label,
  defaults: info.defaults,
  fit,
  open: async (file) => openFile(file),
};
