import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { LatencyBackend } from "../core/browserLatency";
import type { MeasureRequest } from "./protocol";
import { timeRuns, type Timing } from "./timeRuns";

const NUM_WARM_UPS = 10;
const NUM_TIMES = 50;
const MOST_MS = 10_000;

/** The parts of ONNX Runtime that are used here. */
export type Runtime = {
  readonly InferenceSession: {
    readonly create: (
      model: Uint8Array,
      options: { executionProviders: readonly LatencyBackend[] },
    ) => Promise<InferenceSession>;
  };
  readonly Tensor: {
    new (type: "float32", data: Float32Array, dims: readonly number[]): Tensor;
    new (type: "int64", data: BigInt64Array, dims: readonly number[]): Tensor;
  };
};

/** Times a model on an input of ones; the values do not change the work. @throws Error where the backend cannot run it */
export async function runModel(
  runtime: Runtime,
  { model, inputShape, inputType, backend }: MeasureRequest,
  { now, onProgress }: { readonly now: () => number; readonly onProgress: (done: number) => void },
): Promise<Timing> {
  const session = await runtime.InferenceSession.create(model, { executionProviders: [backend] });
  try {
    const dims = [1, ...inputShape];
    const size = dims.reduce((product, axis) => product * axis, 1);
    const input =
      inputType === "token"
        ? new runtime.Tensor("int64", new BigInt64Array(size).fill(BigInt(1)), dims)
        : new runtime.Tensor("float32", new Float32Array(size).fill(1), dims);
    const run = async () => {
      // Results of a graphics processor are on their way until they are read.
      const { output } = await session.run({ input });
      await output?.getData(true);
    };
    return await timeRuns(run, {
      now,
      numWarmUps: NUM_WARM_UPS,
      numTimes: NUM_TIMES,
      mostMs: MOST_MS,
      onProgress,
    });
  } finally {
    await session.release();
  }
}
