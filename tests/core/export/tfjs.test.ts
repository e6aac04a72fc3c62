import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, sizeOf, type Network, type Operation } from "@/lib/core/blocks/network";
import { NetworkBuilder } from "@/lib/core/blocks/networkBuilder";
import { writeOnnx } from "@/lib/core/export/onnx";
import { writeTfjs } from "@/lib/core/export/tfjs";
import { families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput, telling } from "./runOnnx";

/** Loads the two files as a page would, without a server. */
async function loaded(network: Network): Promise<tf.LayersModel> {
  const written = writeTfjs(network, telling(network, 5));
  const { modelTopology, weightsManifest } = JSON.parse(written.model);
  return tf.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: written.weights.slice().buffer,
    }),
  });
}

type Conv = Extract<Operation, { kind: "conv" }>;

/** One convolution of an image of `channels` channels, 11 rows and 8 columns, which no dilation divides. */
function convolution(channels: number, settings: Partial<Conv>): Network {
  const net = new NetworkBuilder([channels, 11, 8]);
  const conv: Conv = { kind: "conv", outChannels: channels, kernel: 3, stride: 1, padding: 1, dilation: 1, groups: 1, bias: true, ...settings }; // prettier-ignore
  net.startPart("only");
  return net.finish("one convolution", net.add("conv", conv, net.input));
}

/** What TensorFlow.js has no layer for, or only one that passes over a setting. */
const CONVOLUTIONS: readonly (readonly [name: string, network: Network])[] = [
  ["dilated", convolution(4, { dilation: 2, padding: 2 })],
  ["dilated, stride 2", convolution(4, { dilation: 2, padding: 2, stride: 2 })],
  ["depthwise, dilated", convolution(4, { groups: 4, dilation: 2, padding: 2 })],
  ["depthwise, dilated by 3, without padding", convolution(4, { groups: 4, dilation: 3, padding: 0 })],
  ["depthwise, dilated, stride 2", convolution(4, { groups: 4, dilation: 2, padding: 2, stride: 2 })],
  ["depthwise, two outputs a channel, dilated", convolution(3, { groups: 3, outChannels: 6, dilation: 2 })],
  ["in groups", convolution(6, { groups: 3, outChannels: 12 })],
  ["in groups, stride 2", convolution(6, { groups: 2, outChannels: 4, stride: 2, bias: false })],
  ["in groups, dilated, stride 2", convolution(6, { groups: 2, dilation: 2, padding: 2, stride: 2 })],
];

describe("a network as a layers model of TensorFlow.js", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it.each([...families, ...CONVOLUTIONS])(
    "loads, has our parameters, and gives what ONNX Runtime gives: %s",
    async (_, network) => {
      const input = someInput(network, 11);
      const model = await loaded(network);
      try {
        const trained = model.trainableWeights.reduce(
          (sum, { shape }) => sum + shape.reduce<number>((product, axis) => product * (axis ?? 1), 1),
          0,
        );
        expect(trained).toBe(countNetwork(network).parameters);
        const output = tf.tidy(() => {
          const shape = [NUM_IMAGES, ...network.inputShape];
          const result = model.predict(
            network.inputType === "token"
              ? tf.tensor(input, shape, "int32")
              : tf.tensor(input, shape).transpose([0, 2, 3, 1]),
          );
          if (Array.isArray(result)) throw new Error("The model has several outputs.");
          expect(result.size).toBe(NUM_IMAGES * sizeOf(shapeOf(network, network.output)));
          // Images come out with their channels last.
          return (result.rank === 4 ? result.transpose([0, 3, 1, 2]) : result).dataSync();
        });
        const { values } = await runOnnx(writeOnnx(network, telling(network, 5)), network, input);
        expect(farthest(output, values)).toBeLessThan(1e-4);
      } finally {
        model.dispose();
      }
    },
  );
});
