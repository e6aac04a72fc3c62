/** A backend that gets one operation wrong. What is found of a backend is kept, so this file has it to itself. */
import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";

it("a backend with a wrong kernel is passed over, and the note says what is wrong", async () => {
  const right = tf.getKernel("Step", "wasm");
  tf.unregisterKernel("Step", "wasm");
  // Only gradients use it, and only below zero is it wrong: known values of products and roots would not tell.
  tf.registerKernel({
    ...right,
    kernelFunc: (given) => right.kernelFunc({ ...given, attrs: { alpha: 0.3 } }),
  });
  await tf.setBackend("cpu");
  const before = tf.memory().numTensors;
  const started = await start("wasm");
  expect(started.backend).toBe("cpu");
  expect(started.note).toMatch(
    /^WebAssembly computes wrongly on this machine: in a small training step the gradient of \w+ of a network on (chains|graphs) is \d+ % off plain CPU\. Computing on plain CPU instead\.$/,
  );
  expect(tf.getBackend()).toBe("cpu");
  expect(tf.memory().numTensors).toBe(before);
  // The same answer, asked again.
  expect(await start("wasm")).toEqual(started);
});
