import * as tf from "@tensorflow/tfjs";
import { DeviceLostError } from "./deviceLost";

/** Milliseconds between two looks while something waits for the device. */
const BETWEEN_LOOKS = 200;

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Whether the backend in use computes on a WebGL context that is lost; other backends have none to lose. */
export function isDeviceLost(): boolean {
  const context = member(member(tf.backend(), "gpgpu"), "gl");
  const isContextLost = member(context, "isContextLost");
  return typeof isContextLost === "function" && isContextLost.call(context) === true;
}

/** @throws DeviceLostError where the device is lost: numbers read from it since are zeros, and must not be kept */
export function throwIfDeviceLost(): void {
  if (isDeviceLost()) throw new DeviceLostError();
}

/**
 * The work's result, or DeviceLostError soon after the device is lost. The work itself may then never end, since
 * TensorFlow.js waits for a device that never answers: whoever sees this error does well to drop the whole worker.
 */
export async function watchDevice<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (isDeviceLost()) reject(new DeviceLostError());
    }, BETWEEN_LOOKS);
  });
  try {
    return await Promise.race([work, lost]);
  } catch (reason) {
    // What fails on a lost device fails for that reason, whatever it says.
    throw isDeviceLost() ? new DeviceLostError() : reason;
  } finally {
    clearInterval(timer);
  }
}
