import * as ort from "onnxruntime-web";
import type { Network } from "@/lib/core/blocks/network";
import { sizeOf } from "@/lib/core/blocks/network";
import { storedTensors } from "@/lib/core/blocks/parameters";
import type { Weights } from "@/lib/core/blocks/weights";
import { seededRandom } from "@/lib/core/random";

// One thread: workers of a test runner cannot start others.
ort.env.wasm.numThreads = 1;

export const NUM_IMAGES = 2;

/** A batch of two inputs: numbers from -1 to 1, or token numbers below 7. */
export function someInput(network: Network, seed: number): Float32Array {
  const random = seededRandom(seed);
  const isToken = network.inputType === "token";
  return Float32Array.from({ length: NUM_IMAGES * sizeOf(network.inputShape) }, () =>
    isToken ? Math.floor(7 * random()) : 2 * random() - 1,
  );
}

/** Weights that differ everywhere, statistics among them, so that no mix-up goes unseen. */
export function telling(network: Network, seed: number): Weights {
  const random = seededRandom(seed);
  return new Map(
    storedTensors(network).map(({ fullName, name, shape, size }) => {
      const spread = shape.length > 1 ? Math.sqrt(6 / (size / (shape[0] ?? 1))) : 0.3;
      const centre = name === "running_var" || (name === "weight" && shape.length === 1) ? 1 : 0;
      return [fullName, Float32Array.from({ length: size }, () => centre + spread * (2 * random() - 1))];
    }),
  );
}

export type OnnxResult = { readonly dims: readonly number[]; readonly values: Float32Array };

/** Runs a model in ONNX Runtime on a batch of two. */
export async function runOnnx(bytes: Uint8Array, network: Network, input: Float32Array): Promise<OnnxResult> {
  const session = await ort.InferenceSession.create(bytes);
  try {
    const dims = [NUM_IMAGES, ...network.inputShape];
    const tensor =
      network.inputType === "token"
        ? new ort.Tensor(
            "int64",
            BigInt64Array.from(input, (value) => BigInt(value)),
            dims,
          )
        : new ort.Tensor("float32", input, dims);
    const { output } = await session.run({ input: tensor });
    if (!output || !(output.data instanceof Float32Array)) throw new Error("The model gives no floats.");
    return { dims: output.dims, values: output.data };
  } finally {
    await session.release();
  }
}

/** Largest difference of two lists of numbers, relative to the largest of the second. */
export function farthest(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  let [difference, scale] = [ours.length === theirs.length ? 0 : Infinity, 0];
  for (let index = 0; index < theirs.length; index++) {
    scale = Math.max(scale, Math.abs(theirs[index] ?? 0));
    difference = Math.max(difference, Math.abs((ours[index] ?? NaN) - (theirs[index] ?? NaN)));
  }
  return difference / scale;
}
