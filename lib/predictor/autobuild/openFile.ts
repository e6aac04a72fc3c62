import type { Predictor, PredictorFile } from "../predictor";
import { autobuildPredictor } from "./autobuildPredictor";
import { namedSpace, releasedFamily, toCheckpoint } from "./checkpointRows";
import { fromFile } from "./file";
import { recodedPredictor } from "./recodedPredictor";
import { checkpointSpace, type CheckpointFamily } from "./releasedCheckpoint";

/** Opens a file of this kind; a released checkpoint that was fitted to a dataset keeps the tables of its own space. */
export function openFile(file: PredictorFile): Predictor {
  const family = familyOf(file);
  if (family === null) return autobuildPredictor(fromFile(file), file);
  const recode = (architecture: PredictorFile["labelled"]["architectures"][number]) =>
    toCheckpoint(architecture, file.space, family);
  const inner: PredictorFile = {
    ...file,
    space: namedSpace(family, file.space),
    labelled: { ...file.labelled, architectures: file.labelled.architectures.map(recode) },
  };
  return recodedPredictor(autobuildPredictor(fromFile(inner), inner), file, family, recode);
}

/** Null where the file is in the space that its tables are of. */
function familyOf(file: PredictorFile): CheckpointFamily | null {
  const family = releasedFamily(file);
  const names = (of: PredictorFile["space"]): string => JSON.stringify([of.nodeFeatures, of.globalFeatures]);
  return family === null || names(file.space) === names(checkpointSpace(family)) ? null : family;
}
