/** The browser's worker: the only part of the page that loads TensorFlow.js. */
import { releaseCheckpoint } from "../predictor/autobuild/refit";
import { start } from "../predictor/backend";
import { watchDevice } from "../predictor/deviceWatch";
import { fitPredictor, openPredictor } from "../predictor/registry";
import { browserCheckpoints } from "./checkpointDb";
import { createDispatcher } from "./dispatch";
import type { ToWorker } from "./protocol";

const checkpoints = browserCheckpoints(indexedDB, () => Date.now());

const dispatch = createDispatcher(
  {
    start,
    fit: (problem, settings, hooks) =>
      watchDevice(fitPredictor(problem, settings, { ...hooks, checkpoints })),
    open: openPredictor,
    release: releaseCheckpoint,
    now: () => performance.now() / 1000,
  },
  (message) => self.postMessage(message),
);

self.addEventListener("message", (event: MessageEvent<ToWorker>) => dispatch(event.data));
