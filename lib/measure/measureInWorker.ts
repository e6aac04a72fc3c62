/** The page's side: one worker for one measurement. */
import type { Latency } from "../core/browserLatency";
import type { MeasureAnswer, MeasureRequest } from "./protocol";
import { summariseTimes } from "./timeRuns";

export type Measurement = {
  readonly result: Promise<Latency>;
  /** Ends it; `result` is then never settled. */
  readonly cancel: () => void;
};

/** Bundlers find the worker's file by exactly this expression. */
const startWorker = (): Worker =>
  new Worker(new URL("./measure.worker.ts", import.meta.url), { type: "module" });

/** @param onProgress the share that is done, 0..1 */
export function measureInWorker(
  request: MeasureRequest,
  onProgress: (done: number) => void,
  start: () => Worker = startWorker,
): Measurement {
  const worker = start();
  const result = new Promise<Latency>((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<MeasureAnswer>) => {
      if (data.kind === "progress") return onProgress(data.done);
      worker.terminate();
      if (data.kind === "done") done(summariseTimes(data.timing));
      else failed(new Error(data.message));
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      failed(new Error(message === "" ? "The measuring worker did not start." : message));
    };
  });
  worker.postMessage(request);
  return { result, cancel: () => worker.terminate() };
}
