import * as tf from "@tensorflow/tfjs";
import type { AdamState } from "./adamw";
import { initialParameters, numParameters, type Part } from "./parameters";
import type { AutobuildSettings } from "./settings";

/** Everything that changes from step to step; tensors are never changed in place, so that an epoch can be undone. */
export type TrainState = AdamState & {
  /** [members, 2 * numLayers, hiddenWidth], see TrainedNetwork */
  readonly running: tf.Tensor3D;
  readonly step: number;
};

/** The same as plain numbers, to be stored. */
export type StoredState = {
  readonly packed: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly running: Float32Array;
  readonly step: number;
};

type Shaped = { readonly parts: readonly Part[]; readonly settings: AutobuildSettings };

export function startState({ parts, settings }: Shaped): TrainState {
  const { members, numLayers, hiddenWidth, seed } = settings;
  const size = members * numParameters(parts);
  const width = numLayers * hiddenWidth;
  const running = new Float32Array(members * 2 * width);
  for (let member = 0; member < members; member++)
    running.fill(1, (2 * member + 1) * width, (2 * member + 2) * width);
  const packed = initialParameters(parts, members, seed);
  const [first, second] = [new Float32Array(size), new Float32Array(size)];
  return restoreState({ parts, settings }, { packed, first, second, running, step: 0 });
}

/** The reverse of `readState`. */
export function restoreState({ parts, settings }: Shaped, stored: StoredState): TrainState {
  const { members, numLayers, hiddenWidth } = settings;
  const size: [number, number] = [members, numParameters(parts)];
  return {
    packed: tf.tensor2d(stored.packed, size),
    first: tf.tensor2d(stored.first, size),
    second: tf.tensor2d(stored.second, size),
    running: tf.tensor3d(stored.running, [members, 2 * numLayers, hiddenWidth]),
    step: stored.step,
  };
}

export async function readState({ packed, first, second, running, step }: TrainState): Promise<StoredState> {
  const read = async (tensor: tf.Tensor): Promise<Float32Array> => Float32Array.from(await tensor.data());
  return {
    packed: await read(packed),
    first: await read(first),
    second: await read(second),
    running: await read(running),
    step,
  };
}

/** Waits until the device has done all that was asked of it. */
export async function settle({ packed }: TrainState): Promise<void> {
  const first = tf.slice(packed, [0, 0], [1, 1]);
  try {
    await first.data();
  } finally {
    first.dispose();
  }
}

/** Frees a state's tensors, but none that `except` holds too. */
export function disposeState(state: TrainState, except?: TrainState): void {
  const kept = new Set<unknown>(except ? Object.values(except) : []);
  for (const tensor of Object.values(state))
    if (tensor instanceof tf.Tensor && !kept.has(tensor) && !tensor.isDisposed) tensor.dispose();
}
