/** Starts the trainer; bundlers find the worker's file by exactly this expression. */
export const startTrainerWorker = (): Worker =>
  new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
