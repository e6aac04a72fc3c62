import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { start } from "@/lib/predictor/backend";
import { fitPredictor } from "@/lib/predictor/registry";
import { smallSettings, stagedProblem } from "./problem";

beforeAll(async () => {
  await start("wasm");
});

/**
 * A kernel takes 0.2 ms at default size and some 1 ms on software WebGL; a step and the look after an epoch have at
 * most 350 kernels each, so that a cancel is noticed within 200 ms wherever a kernel takes less than 0.3 ms, and
 * within a step elsewhere. This is counted, since a clock in a test says more about the machine than about the code.
 */
describe("between two looks at the signal", () => {
  it("at most two steps' worth of kernels are launched, from the first row read to the finished predictor", async () => {
    let sinceLook = 0;
    let most = 0;
    const engine = tf.engine();
    const launch = engine.runKernel.bind(engine);
    const spy = vi.spyOn(engine, "runKernel").mockImplementation((...args) => {
      if (!["Identity", "Reshape"].includes(args[0])) sinceLook++;
      return launch(...args);
    });
    const signal = {
      aborted: false,
      throwIfAborted: () => {
        most = Math.max(most, sinceLook);
        sinceLook = 0;
      },
    } as AbortSignal;
    try {
      const predictor = await fitPredictor(
        stagedProblem(3000),
        { ...smallSettings, hiddenWidth: 32, numLayers: 4, batchSize: 128, epochs: 2 },
        { signal, onProgress: () => undefined },
      );
      predictor.dispose();
    } finally {
      spy.mockRestore();
    }
    expect(most).toBeGreaterThan(100);
    expect(Math.max(most, sinceLook)).toBeLessThanOrEqual(700);
  });
});
