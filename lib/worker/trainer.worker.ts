/// <reference lib="webworker" />
import { createDispatcher } from "./dispatch";
import type { ToWorker } from "./protocol";

const MS_A_SECOND = 1000;

const dispatch = createDispatcher(
  (message) => self.postMessage(message),
  () => performance.now() / MS_A_SECOND,
);

self.addEventListener("message", (event: MessageEvent<ToWorker>) => void dispatch(event.data));
