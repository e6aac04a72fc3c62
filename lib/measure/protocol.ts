/** What page and worker tell each other about one measurement. */
import type { Timing } from "./timeRuns";

export const BACKENDS = ["wasm", "webgpu"] as const;
export type Backend = (typeof BACKENDS)[number];

export type MeasureRequest = {
  /** An ONNX model with one input `input`. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** Of the input, without the batch of one. */
  readonly inputShape: readonly number[];
  readonly inputType: "float" | "token";
  readonly backend: Backend;
};

export type MeasureAnswer =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "done"; readonly timing: Timing }
  | { readonly kind: "failed"; readonly message: string };
