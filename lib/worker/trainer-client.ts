import type { FailureCode, FromWorker, TaskName, Tasks, ToWorker } from "./protocol";

/** A task that did not end well: cancelled, refused as unusable, bereft of its device, or failed inside. */
export class TaskError extends Error {
  override readonly name = "TaskError";
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

export type RunOptions<Name extends TaskName> = {
  readonly onProgress?: (progress: Tasks[Name]["progress"]) => void;
  readonly signal?: AbortSignal;
};

export type TrainerClient = {
  /** @throws TaskError */
  run<Name extends TaskName>(
    name: Name,
    request: Tasks[Name]["request"],
    options?: RunOptions<Name>,
  ): Promise<Tasks[Name]["result"]>;
  /** Ends the worker; whatever is pending is cancelled. */
  dispose(): void;
};

type Pending = {
  readonly onDone: (result: unknown) => void;
  readonly onFailed: (error: TaskError) => void;
  readonly onProgress: (progress: unknown) => void;
};

/**
 * The page's end of the worker. The worker starts with the first task; when it crashes or
 * loses the graphics processor, everything pending fails and the next task starts a new one (which has no predictor open).
 */
export function createTrainerClient(makeWorker: () => Worker): TrainerClient {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let nextId = 1;
  let isDisposed = false;

  const stop = (error: TaskError): void => {
    worker?.terminate();
    worker = null;
    for (const task of pending.values()) task.onFailed(error);
    pending.clear();
  };

  const receive = (message: FromWorker): void => {
    const task = pending.get(message.id);
    // A cancelled task may still send what was under way.
    if (task === undefined) return;
    switch (message.type) {
      case "progress":
        task.onProgress(message.progress);
        return;
      case "done":
        pending.delete(message.id);
        task.onDone(message.result);
        return;
      case "failed":
        // A lost device does not come back to the worker that had it; the next one gets a new one.
        if (message.code === "lost") {
          stop(new TaskError("lost", message.message));
          return;
        }
        pending.delete(message.id);
        task.onFailed(new TaskError(message.code, message.message));
        return;
    }
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = makeWorker();
    started.addEventListener("message", (event: MessageEvent<FromWorker>) => receive(event.data));
    started.addEventListener("error", (event) =>
      stop(new TaskError("internal", `The trainer stopped: ${event.message || "it could not be loaded"}.`)),
    );
    started.addEventListener("messageerror", () =>
      stop(new TaskError("internal", "The trainer sent a message that could not be read.")),
    );
    worker = started;
    return started;
  };

  return {
    run(name, request, { onProgress, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (isDisposed || signal?.aborted) {
          reject(new TaskError("cancelled", "Cancelled."));
          return;
        }
        const id = nextId++;
        const target = running();
        const post = (message: ToWorker): void => target.postMessage(message);
        const cancel = (): void => post({ type: "cancel", id });
        const settle = (): void => signal?.removeEventListener("abort", cancel);
        pending.set(id, {
          onDone: (result) => {
            settle();
            resolve(result as Tasks[typeof name]["result"]);
          },
          onFailed: (error) => {
            settle();
            reject(error);
          },
          onProgress: (progress) => onProgress?.(progress as Tasks[typeof name]["progress"]),
        });
        signal?.addEventListener("abort", cancel);
        post({ type: "run", id, name, request } as ToWorker);
      });
    },
    dispose() {
      isDisposed = true;
      stop(new TaskError("cancelled", "The trainer was closed."));
    },
  };
}
