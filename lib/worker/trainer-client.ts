import type { FromWorker, TaskName, Tasks, ToWorker } from "./protocol";

export type RunOptions<Name extends TaskName> = {
  readonly onProgress?: (progress: Tasks[Name]["progress"]) => void;
  readonly signal?: AbortSignal;
};

/** The page's end of the worker. */
export type TrainerClient = {
  /**
   * Runs one task in the worker.
   * @throws TaskError when it failed or was cancelled, or when the worker crashed
   */
  run<Name extends TaskName>(
    name: Name,
    request: Tasks[Name]["request"],
    options?: RunOptions<Name>,
  ): Promise<Tasks[Name]["result"]>;
  /** Ends the worker; what is still running rejects. */
  dispose(): void;
};

export type TaskErrorCode = "cancelled" | "unusable" | "internal" | "crashed";

/** Why a task gave no result; known by its code, never by its message. */
export class TaskError extends Error {
  constructor(
    readonly code: TaskErrorCode,
    message: string,
  ) {
    super(message);
  }
}

type Pending = {
  readonly done: (result: unknown) => void;
  readonly progress: (progress: unknown) => void;
  readonly failed: (error: TaskError) => void;
};

type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** @param makeWorker starts a worker; called at the first task, and again after a crash */
export function createTrainerClient(makeWorker: () => WorkerLike): TrainerClient {
  let worker: WorkerLike | null = null;
  let lastId = 0;
  const pending = new Map<number, Pending>();

  const failAll = (error: TaskError): void => {
    const waiting = [...pending.values()];
    pending.clear();
    worker?.terminate();
    worker = null;
    waiting.forEach(({ failed }) => failed(error));
  };

  const receive = (message: FromWorker): void => {
    const task = pending.get(message.id);
    if (task === undefined) return;
    switch (message.type) {
      case "progress":
        return task.progress(message.progress);
      case "done":
        pending.delete(message.id);
        return task.done(message.result);
      case "failed":
        pending.delete(message.id);
        return task.failed(new TaskError(message.code, message.message));
    }
  };

  const start = (): WorkerLike => {
    const started = makeWorker();
    started.addEventListener("message", (event) => receive((event as MessageEvent<FromWorker>).data));
    started.addEventListener("error", (event) => {
      const reason = (event as ErrorEvent).message || "no reason given";
      failAll(new TaskError("crashed", `The worker stopped: ${reason}. Try again.`));
    });
    return started;
  };

  return {
    run: (name, request, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new TaskError("cancelled", "Cancelled before it began."));
        const id = ++lastId;
        const cancel = (): void => worker?.postMessage({ type: "cancel", id } satisfies ToWorker);
        const settle = (): void => signal?.removeEventListener("abort", cancel);
        pending.set(id, {
          done: (result) => {
            settle();
            resolve(result as Tasks[typeof name]["result"]);
          },
          failed: (error) => {
            settle();
            reject(error);
          },
          progress: (progress) => onProgress?.(progress as Tasks[typeof name]["progress"]),
        });
        signal?.addEventListener("abort", cancel);
        worker ??= start();
        worker.postMessage({ type: "run", id, name, request } as ToWorker);
      }),
    dispose: () => failAll(new TaskError("cancelled", "The page was left.")),
  };
}
