import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, type Network } from "@/lib/core/blocks/network";
import { writeOnnx } from "@/lib/core/export/onnx";
import { writeTfjs } from "@/lib/core/export/tfjs";
import { families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput, telling } from "./runOnnx";

/** Loads the two files as a page would, without a server. */
async function loaded(network: Network): Promise<tf.LayersModel> {
  const written = writeTfjs(network, telling(network, 5));
  if (!written.ok) throw new Error(written.message);
  const { modelTopology, weightsManifest } = JSON.parse(written.model);
  return tf.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: written.weights.slice().buffer,
    }),
  });
}

const LACKING = ["GPT", "vision transformer", "convolutions in groups", "dilated depthwise convolutions"];
const plain = families.filter(([name]) => !LACKING.includes(name));

describe("a network as a layers model of TensorFlow.js", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it.each(plain)("loads, has our parameters, and gives what ONNX Runtime gives: %s", async (_, network) => {
    const input = someInput(network, 11);
    const model = await loaded(network);
    try {
      const trained = model.trainableWeights.reduce(
        (sum, { shape }) => sum + shape.reduce<number>((product, axis) => product * (axis ?? 1), 1),
        0,
      );
      expect(trained).toBe(countNetwork(network).parameters);
      const output = tf.tidy(() => {
        const images = tf.tensor(input, [NUM_IMAGES, ...network.inputShape]).transpose([0, 2, 3, 1]);
        const result = model.predict(images);
        if (Array.isArray(result)) throw new Error("The model has several outputs.");
        expect(result.shape).toEqual([NUM_IMAGES, ...shapeOf(network, network.output)]);
        return result.dataSync();
      });
      const { values } = await runOnnx(writeOnnx(network, telling(network, 5)), network, input);
      expect(farthest(output, values)).toBeLessThan(1e-4);
    } finally {
      model.dispose();
    }
  });

  it("says what TensorFlow.js has no layers for", () => {
    const reasonOf = (name: string) => {
      const [, network] = families.find(([family]) => family === name) ?? [];
      if (!network) throw new Error("The family is missing.");
      const written = writeTfjs(network, telling(network, 5));
      return written.ok ? "" : written.message;
    };
    expect(reasonOf("GPT")).toBe(
      "Layers of TensorFlow.js have no attention and no learned tokens; take ONNX, PyTorch or Keras for transformers (embedding_tokens).",
    );
    expect(reasonOf("dilated depthwise convolutions")).toMatch(
      "Layers of TensorFlow.js have no depthwise convolutions with dilation; take ONNX, PyTorch or Keras",
    );
    expect(reasonOf("convolutions in groups")).toMatch(
      "Layers of TensorFlow.js have no convolutions in groups; take ONNX, PyTorch or Keras (stage1_cell1_edge",
    );
  });
});
