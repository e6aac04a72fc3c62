/** What page and worker tell each other about one measurement. */
import type { LatencyBackend } from "../core/browserLatency";
import type { Timing } from "./timeRuns";

/** Of WebAssembly: more need a page that is isolated from others. */
export const NUM_THREADS = 1;

/** Threads of the processor that a backend runs on; null on the graphics processor. */
export const threadsOf = (backend: LatencyBackend): number | null =>
  backend === "wasm" ? NUM_THREADS : null;

export type MeasureRequest = {
  /** An ONNX model with one input `input`. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** Of the input, without the batch of one. */
  readonly inputShape: readonly number[];
  readonly inputType: "float" | "token";
  readonly backend: LatencyBackend;
};

export type MeasureAnswer =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "done"; readonly timing: Timing }
  | { readonly kind: "failed"; readonly message: string };
