import * as ort from "onnxruntime-web/wasm";
import { describe, expect, it } from "vitest";
import { randomWeights } from "@/lib/core/blocks/weights";
import { writeOnnx } from "@/lib/core/export/onnx";
import { seededRandom } from "@/lib/core/random";
import { runModel } from "@/lib/measure/runModel";
import { families } from "../core/export/families";

ort.env.wasm.numThreads = 1;

describe("measuring a model in ONNX Runtime", () => {
  it.each(["sample staged", "GPT"])("gives a positive time a run: %s", async (family) => {
    const [, network] = families.find(([name]) => name === family) ?? [];
    if (!network) throw new Error("The family is missing.");
    const model = new Uint8Array(writeOnnx(network, randomWeights(network, seededRandom(1))));
    const { inputShape, inputType } = network;
    // A clock that is a millisecond later at every look.
    let time = 0;
    const { times, numWarmUps } = await runModel(
      ort,
      { model, inputShape, inputType, backend: "wasm" },
      { now: () => time++, onProgress: () => undefined },
    );
    expect(numWarmUps).toBe(10);
    expect(times).toEqual(Array.from({ length: 50 }, () => 1 / 5));
  });
});
