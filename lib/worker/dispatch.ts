import type { Architecture } from "../core/architecture";
import { runSearch } from "../core/search/search";
import { DeviceLostError } from "../predictor/deviceLost";
import { createPause } from "../predictor/pause";
import type {
  Backend,
  BackendChoice,
  FitHooks,
  Interval,
  Predictor,
  PredictorFile,
} from "../predictor/predictor";
import type { FailureCode, FromWorker, TaskName, Tasks, ToWorker } from "./protocol";

/** What the worker does its tasks with; tests bring their own. */
export type Workshop = {
  start(wanted: BackendChoice): Promise<{ backend: Backend; note: string | null }>;
  fit(
    problem: Tasks["train"]["request"]["problem"],
    settings: Tasks["train"]["request"]["settings"],
    hooks: FitHooks,
  ): Promise<Predictor>;
  open(file: PredictorFile): Promise<Predictor>;
  release(request: Tasks["release"]["request"]): Promise<PredictorFile>;
  /** Seconds since some start. */
  now(): number;
};

type Context<Name extends TaskName> = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Tasks[Name]["progress"]) => void;
};

type Handlers = {
  [Name in TaskName]: (
    request: Tasks[Name]["request"],
    context: Context<Name>,
  ) => Promise<Tasks[Name]["result"]>;
};

/** Whether a failure lies in what was asked (a message to show), in the device, or in us. */
function failureCode(reason: unknown): FailureCode {
  if (reason instanceof RangeError) return "unusable";
  return reason instanceof DeviceLostError ? "lost" : "internal";
}

/**
 * Does tasks one after another, in the order they came, and cancels any of them, waiting or running.
 * @returns what to call with every message from the page
 */
export function createDispatcher(
  workshop: Workshop,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();
  const handlers = createHandlers(workshop);
  let last: Promise<unknown> = Promise.resolve();

  async function perform<Name extends TaskName>(
    id: number,
    name: Name,
    request: Tasks[Name]["request"],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      signal.throwIfAborted();
      const result = await handlers[name](request, {
        signal,
        onProgress: (progress) => post({ type: "progress", id, name, progress } as FromWorker),
      });
      signal.throwIfAborted();
      post({ type: "done", id, name, result } as FromWorker);
    } catch (reason) {
      const code = signal.aborted ? "cancelled" : failureCode(reason);
      const message = signal.aborted
        ? "Cancelled."
        : reason instanceof Error
          ? reason.message
          : String(reason);
      post({ type: "failed", id, code, message });
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    if (message.type === "cancel") {
      running.get(message.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(message.id, controller);
    const { id, name, request } = message;
    last = last.then(() => perform(id, name, request, controller.signal));
  };
}

function createHandlers({ start, fit, open, release, now }: Workshop): Handlers {
  let current: Predictor | null = null;
  const kept = new Map<string, Predictor>();
  let wanted: Backend | null = null;

  const opened = (beside?: string): Predictor => {
    const predictor = beside === undefined ? current : kept.get(beside);
    if (!predictor) throw new RangeError("No predictor is open.");
    return predictor;
  };
  const close = (beside: string): void => {
    kept.get(beside)?.dispose();
    kept.delete(beside);
  };
  const show = (predictor: Predictor): void => {
    current?.dispose();
    current = predictor;
  };
  /**
   * Shapes differ from question to question, and WebGL compiles a program for each; on WASM answers come at once.
   * Training is the other way round: the same shapes thousands of times.
   */
  const forQuestions = async (): Promise<void> => {
    await start("wasm");
  };

  return {
    async start(request) {
      const started = await start(request.wanted);
      wanted = started.backend;
      return started;
    },
    async train({ problem, settings }, { signal, onProgress }) {
      current?.dispose();
      current = null;
      await start(wanted ?? "automatic");
      const predictor = await fit(problem, settings, { signal, onProgress, now });
      const file = predictor.toFile();
      predictor.dispose();
      await forQuestions();
      show(await open(file));
      return { file };
    },
    async release(request) {
      await forQuestions();
      return { file: await release(request) };
    },
    async open({ file, beside }) {
      await forQuestions();
      const predictor = await open(file);
      if (beside === undefined) show(predictor);
      else {
        close(beside);
        kept.set(beside, predictor);
      }
      return { numHops: predictor.numHops };
    },
    async close({ beside }) {
      close(beside);
      return {};
    },
    predict: async ({ architectures, beside }) => ({
      intervals: await opened(beside).predict(architectures),
    }),
    scoreModules: async ({ modules, beside }) => ({ scores: await opened(beside).scoreModules(modules) }),
    scoreFeatures: async ({ beside }) => ({ scores: await opened(beside).scoreFeatures() }),
    nodeNorms: async ({ architecture, beside }) => ({
      norms: await opened(beside).nodeNorms(architecture),
    }),
    embedOperations: async ({ operations, beside }) => ({
      embeddings: (await opened(beside).embedOperations?.(operations)) ?? null,
    }),
    async search({ plan, predictors }, { signal, onProgress }) {
      const asked = predictors.map(({ beside }) => opened(beside));
      const pause = createPause({ signal, now }, async () => undefined);
      const evaluate = async (architectures: readonly Architecture[]) => {
        await pause();
        const columns: Interval[][] = [];
        for (const predictor of asked) columns.push(await predictor.predict(architectures));
        return architectures.map((_, row) => columns.flatMap((column) => column.slice(row, row + 1)));
      };
      return runSearch(plan, evaluate, { signal, onProgress });
    },
  };
}
