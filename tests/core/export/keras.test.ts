import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, sizeOf, type Network } from "@/lib/core/blocks/network";
import { writeKeras } from "@/lib/core/export/keras";
import { kerasCalls } from "@/lib/core/export/keras/calls";
import { kerasShape, permuted } from "@/lib/core/export/keras/weights";
import { writeOnnx } from "@/lib/core/export/onnx";
import { floatBytes, joined } from "@/lib/core/onnx/writeWire";
import { pythonWith, runPython } from "../../python/runPython";
import { answerOf, families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput, telling } from "./runOnnx";

const python = pythonWith("keras", "numpy");

const callsOf = (network: Network) => kerasCalls(network, "keras");

/** A batch with its channels last. */
const channelsLast = (network: Network, input: Float32Array): Float32Array =>
  network.inputShape.length === 3
    ? permuted(input, { seenAs: [NUM_IMAGES, ...network.inputShape], axes: [0, 2, 3, 1] })
    : input;

describe("a network as a Keras model", () => {
  it.each(families)("has our parameters in Keras's order: %s", (_, network) => {
    const weights = callsOf(network).flatMap((call) => call.weights);
    const size = (trained: boolean) =>
      weights
        .filter((weight) => weight.trained === trained)
        .reduce((sum, weight) => sum + sizeOf(kerasShape(weight)), 0);
    const { parameters, statistics } = countNetwork(network);
    expect([size(true), size(false)]).toEqual([parameters, statistics]);
  });

  it.skipIf(python === null).each(families)(
    "has our parameters, and gives what ONNX Runtime gives on the same weights: %s",
    async (_, network) => {
      const input = someInput(network, 11);
      const weights = telling(network, 5);
      const { values } = await runOnnx(writeOnnx(network, weights), network, input);
      const stored = callsOf(network).flatMap((call) => call.weights.map((weight) => ({ call, weight })));
      const [channels = 0, height = 0, width = 0] = network.inputShape;
      const shape = network.inputShape.length === 3 ? [height, width, channels] : network.inputShape;
      const answer = answerOf(
        runPython(python ?? "", "check_keras.py", {
          "network.py": writeKeras(network),
          "weights.json": JSON.stringify(
            stored.map(({ call, weight }) => ({
              layer: call.name,
              // Keras 2 and TensorFlow.js call it by its longer name.
              name: weight.name === "depthwise_kernel" ? "kernel" : weight.name,
              shape: kerasShape(weight),
            })),
          ),
          "weights.bin": joined(
            stored.map(({ weight }) =>
              floatBytes(permuted(weights.get(weight.from) ?? new Float32Array(), weight)),
            ),
          ),
          "input.bin": floatBytes(channelsLast(network, input)),
          "case.json": JSON.stringify({
            shape: [NUM_IMAGES, ...shape],
            token: network.inputType === "token",
          }),
        }),
      );
      expect(answer.parameters).toBe(countNetwork(network).parameters);
      expect(answer.shape).toEqual([NUM_IMAGES, ...shapeOf(network, network.output)]);
      expect(farthest(answer.output, values)).toBeLessThan(1e-4);
    },
  );

  it("turns axes of values", () => {
    // [2, 3] -> [3, 2]
    expect([...permuted(Float32Array.of(1, 2, 3, 4, 5, 6), { seenAs: [2, 3], axes: [1, 0] })]).toEqual([
      1, 4, 2, 5, 3, 6,
    ]);
  });

  it("pads on both sides where a stride would shift the windows", () => {
    const [, network] = families.find(([name]) => name === "sample staged") ?? [];
    if (!network) throw new Error("The family is missing.");
    expect(writeKeras(network)).toContain(
      `    x = layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name="stem_conv_pad")(input)\n`,
    );
  });
});
