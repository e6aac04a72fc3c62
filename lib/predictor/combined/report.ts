import { createPace } from "../../core/pace";
import { rankAgreement } from "../../core/stats";
import type { Rows } from "../holdOut";
import type { FitHooks } from "../predictor";
import type { Validation } from "./members";

/** Networks of graphs are trained one after the other, all others in one pass (see members.ts). */
export const numParts = ({ architectures }: Rows, members: number): number =>
  architectures.some(({ edges }) => edges !== undefined) ? members : 1;

/** Tells of epochs; each part counts them from 1. */
export function createReport(
  { onProgress, now }: FitHooks,
  latents: Float64Array,
  numEpochs: number,
  parts: number,
): (validation: Validation) => void {
  const pace = createPace(now ?? (() => 0));
  let partsLeft = parts;
  let before = Infinity;
  return ({ epoch, loss, unseen, error }) => {
    if (epoch <= before) partsLeft--;
    before = epoch;
    const secondsPerEpoch = pace(epoch);
    const rows = [...unseen.keys()].filter((row) => !Number.isNaN(unseen[row]));
    onProgress?.({
      epoch,
      numEpochs,
      loss,
      heldOutLoss: error,
      hopSrcc: [],
      srcc: rankAgreement(
        rows.map((row) => unseen[row] as number),
        rows.map((row) => latents[row] as number),
      ),
      rowsPerSecond: secondsPerEpoch > 0 ? latents.length / secondsPerEpoch : 0,
      secondsLeft: secondsPerEpoch * (numEpochs - epoch + partsLeft * numEpochs),
    });
  };
}
