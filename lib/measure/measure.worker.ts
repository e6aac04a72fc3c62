/** The worker's side: one measurement, then the page ends it. */
import { NUM_THREADS, type MeasureAnswer, type MeasureRequest } from "./protocol";
import { runModel } from "./runModel";

const post = (answer: MeasureAnswer): void => self.postMessage(answer);

/** Loaded when called for: each brings WebAssembly of its own, which our own server holds. */
async function runtimeOf(backend: MeasureRequest["backend"]) {
  const runtime = await (backend === "webgpu"
    ? import("onnxruntime-web/webgpu")
    : import("onnxruntime-web/wasm"));
  const file = backend === "webgpu" ? "ort-wasm-simd-threaded.asyncify.wasm" : "ort-wasm-simd-threaded.wasm";
  runtime.env.wasm.wasmPaths = { wasm: `/ort/${file}` };
  runtime.env.wasm.numThreads = NUM_THREADS;
  return runtime;
}

self.onmessage = async ({ data }: MessageEvent<MeasureRequest>) => {
  try {
    const timing = await runModel(await runtimeOf(data.backend), data, {
      now: () => performance.now(),
      onProgress: (done) => post({ kind: "progress", done }),
    });
    post({ kind: "done", timing });
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
