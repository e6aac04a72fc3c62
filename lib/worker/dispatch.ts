/** The worker's side of the protocol, without a worker around it, so that tests can drive it. */
import { start as startBackend } from "../predictor/backend";
import type { Backend, Predictor } from "../predictor/predictor";
import { fitPredictor, openPredictor } from "../predictor/registry";
import type { FromWorker, TaskName, Tasks, ToWorker } from "./protocol";

type Context<Name extends TaskName> = {
  readonly progress: (progress: Tasks[Name]["progress"]) => void;
  readonly signal: AbortSignal;
};

type Handlers = {
  [Name in TaskName]: (
    request: Tasks[Name]["request"],
    context: Context<Name>,
  ) => Promise<Tasks[Name]["result"]>;
};

/** @returns a receiver of messages; answers go to `post`. `now` is a clock in seconds. */
export function createDispatcher(
  post: (message: FromWorker) => void,
  now: () => number,
): (message: ToWorker) => Promise<void> {
  const running = new Map<number, AbortController>();
  const handlers = createHandlers(now);

  async function run<Name extends TaskName>(
    id: number,
    name: Name,
    request: Tasks[Name]["request"],
  ): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const result = await handlers[name](request, {
        signal: abort.signal,
        progress: (progress) => post({ type: "progress", id, name, progress } as FromWorker),
      });
      post({ type: "done", id, name, result } as FromWorker);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = abort.signal.aborted ? "cancelled" : error instanceof RangeError ? "unusable" : "internal";
      post({ type: "failed", id, code, message });
    } finally {
      running.delete(id);
    }
  }

  return async (message) => {
    if (message.type === "cancel") running.get(message.id)?.abort(new Error("Cancelled."));
    else await run(message.id, message.name, message.request);
  };
}

function createHandlers(now: () => number): Handlers {
  let opened: Predictor | null = null;
  const predictor = (): Predictor => {
    if (opened === null) throw new RangeError("No predictor is open. Train one, or choose one.");
    return opened;
  };
  return {
    start: ({ wanted }) => startBackend(wanted),
    async train({ problem, settings }, { progress, signal }) {
      const fitted = await fitPredictor(problem, settings, { onProgress: progress, signal, now });
      try {
        return { file: fitted.toFile() };
      } finally {
        fitted.dispose();
      }
    },
    async open({ file }) {
      // A new shape is a new program on WebGL; single architectures are answered sooner without it.
      await startBackend(INFERENCE_BACKEND);
      const next = await openPredictor(file);
      opened?.dispose();
      opened = next;
      return { numHops: next.numHops };
    },
    predict: async ({ architectures }) => ({ intervals: await predictor().predict(architectures) }),
    scoreModules: async ({ modules }) => ({ scores: await predictor().scoreModules(modules) }),
    scoreFeatures: async () => ({ scores: await predictor().scoreFeatures() }),
    nodeNorms: async ({ architecture }) => ({ norms: await predictor().nodeNorms(architecture) }),
  };
}

const INFERENCE_BACKEND: Backend = "wasm";
