/** The browser's worker: the only part of the page that loads TensorFlow.js. */
import { releaseCheckpoint } from "../predictor/autobuild/refit";
import { start } from "../predictor/backend";
import { fitPredictor, openPredictor } from "../predictor/registry";
import { createDispatcher } from "./dispatch";
import type { ToWorker } from "./protocol";

const dispatch = createDispatcher(
  {
    start,
    fit: fitPredictor,
    open: openPredictor,
    release: releaseCheckpoint,
    now: () => performance.now() / 1000,
  },
  (message) => self.postMessage(message),
);

self.addEventListener("message", (event: MessageEvent<ToWorker>) => dispatch(event.data));
