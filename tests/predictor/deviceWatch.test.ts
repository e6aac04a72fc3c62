import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { DeviceLostError } from "@/lib/predictor/deviceLost";
import { isDeviceLost, watchDevice } from "@/lib/predictor/deviceWatch";
import { start } from "@/lib/predictor/backend";

/** Lends the processor a WebGL context, as far as the watch looks at one. */
const lendContext = (isContextLost: () => boolean): unknown =>
  Object.assign(tf.backend(), { gpgpu: { gl: { isContextLost } } });

beforeAll(async () => {
  await start("cpu");
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(tf.backend(), "gpgpu");
});

describe("the watch on the device", () => {
  it("has nothing to lose on the processor", async () => {
    expect(isDeviceLost()).toBe(false);
    expect(await watchDevice(Promise.resolve(7))).toBe(7);
    await expect(watchDevice(Promise.reject(new Error("its own")))).rejects.toThrow("its own");
  });

  it("ends a wait that would never end once the context is lost", async () => {
    vi.useFakeTimers();
    let lost = false;
    lendContext(() => lost);
    const watched = watchDevice(new Promise(() => undefined));
    const caught = expect(watched).rejects.toBeInstanceOf(DeviceLostError);
    await vi.advanceTimersByTimeAsync(1000);
    lost = true;
    await vi.advanceTimersByTimeAsync(200);
    await caught;
  });

  it("says so of whatever fails on a lost device", async () => {
    lendContext(() => true);
    await expect(watchDevice(Promise.reject(new Error("obscure")))).rejects.toBeInstanceOf(DeviceLostError);
  });
});
