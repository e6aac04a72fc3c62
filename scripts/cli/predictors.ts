/** The predictors as the worker runs them; the only file of the command line that loads TensorFlow.js. */
import { start } from "../../lib/predictor/backend";
import type { Backend, FitSettings, Predictor, Problem } from "../../lib/predictor/predictor";
import { fitPredictor } from "../../lib/predictor/registry";
import { tell } from "./command";

export { openPredictor as open } from "../../lib/predictor/registry";
export type { FitSettings } from "../../lib/predictor/predictor";

/** @param wanted WASM where nothing is wanted; plain CPU follows where it does not start, with a note */
export async function startBackend(wanted: Backend = "wasm"): Promise<Backend> {
  const { backend, note } = await start(wanted);
  if (note !== null) tell(note);
  return backend;
}

/** Seconds between two lines of progress. */
const BETWEEN_LINES = 5;
const MS_A_SECOND = 1_000;
const now = (): number => performance.now() / MS_A_SECOND;

/** Fits with progress on stderr. */
export function fit(problem: Problem, settings: FitSettings): Promise<Predictor> {
  let last = now();
  return fitPredictor(problem, settings, {
    now,
    onProgress: ({ epoch, numEpochs, loss, srcc, secondsLeft }) => {
      if (now() - last < BETWEEN_LINES && epoch < numEpochs) return;
      last = now();
      tell(
        `epoch ${epoch} of ${numEpochs}: loss ${loss.toFixed(4)}, held-out SRCC ${srcc.toFixed(4)}, ${Math.ceil(secondsLeft)} s left`,
      );
    },
  });
}
