import * as tf from "@tensorflow/tfjs";
import { afterEach, describe, expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";
import { smallTrainingStep, worstDifference } from "@/lib/predictor/backendSelfTest";

/** A WebGL backend that tells the name of its renderer, and can do nothing else. */
function lendWebgl(renderer: string): void {
  const processor: unknown = tf.findBackendFactory("cpu")();
  const gl = { RENDERER: 1, getExtension: () => null, getParameter: () => renderer };
  if (!(processor instanceof tf.KernelBackend)) throw new Error("Plain CPU is no backend.");
  tf.registerBackend("webgl", () => Object.assign(processor, { gpgpu: { gl } }));
}

afterEach(() => {
  if (tf.findBackendFactory("webgl")) tf.removeBackend("webgl");
});

describe("starting a backend", () => {
  it("gives the wanted one without a note, and leaves no tensor", async () => {
    await tf.setBackend("cpu");
    const before = tf.memory().numTensors;
    expect(await start("wasm")).toEqual({ backend: "wasm", note: null });
    expect(tf.getBackend()).toBe("wasm");
    expect(tf.memory().numTensors).toBe(before);
    expect(await start("cpu")).toEqual({ backend: "cpu", note: null });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("gives the next one where there is no WebGL, and says so", async () => {
    const note = "WebGL is not available here. Computing on WebAssembly instead.";
    expect(await start("webgl")).toEqual({ backend: "wasm", note });
    expect(await start("automatic")).toEqual({ backend: "wasm", note });
  });

  it("takes WebAssembly by itself where WebGL draws in software", async () => {
    lendWebgl("llvmpipe (LLVM 15.0.7, 256 bits)");
    expect(await start("automatic")).toEqual({
      backend: "wasm",
      note: "This browser draws without a graphics card, so training runs on WebAssembly, which is faster here.",
    });
    expect(tf.getBackend()).toBe("wasm");
  });

  it("finds no difference between WebAssembly and plain CPU", async () => {
    await start("cpu");
    const reference = await smallTrainingStep();
    await start("wasm");
    const figures = await smallTrainingStep();
    expect(worstDifference(figures, reference)).toBeNull();
  });
});
