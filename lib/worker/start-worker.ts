/** Starts the trainer's worker; TensorFlow.js is loaded there and nowhere else. */
export const startTrainerWorker = (): Worker =>
  new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
