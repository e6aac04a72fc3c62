import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf } from "@/lib/core/blocks/network";
import { storedTensors } from "@/lib/core/blocks/parameters";
import { randomWeights } from "@/lib/core/blocks/weights";
import { writeOnnx } from "@/lib/core/export/onnx";
import { readModel } from "@/lib/core/onnx/model";
import { seededRandom } from "@/lib/core/random";
import { families } from "../families";
import { NUM_IMAGES, runOnnx, someInput } from "../runOnnx";

describe.each(families)("a network as an ONNX model: %s", (_, network) => {
  const weights = randomWeights(network, seededRandom(7));
  const bytes = writeOnnx(network, weights);
  const model = readModel(bytes);
  const output = shapeOf(network, network.output);

  it("runs in ONNX Runtime and gives finite numbers of the stated shape", async () => {
    const { dims, values } = await runOnnx(bytes, network, someInput(network, 3));
    expect(dims).toEqual([NUM_IMAGES, ...output]);
    expect(values.every((value) => Number.isFinite(value))).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(1);
  });

  it("states its shapes with a batch of any size", () => {
    expect(model.inputs).toEqual([{ name: "input", shape: [null, ...network.inputShape] }]);
    expect(model.outputs).toEqual([{ name: "output", shape: [null, ...output] }]);
  });

  it("has as many numbers in its initialisers as are counted", () => {
    const { parameters, statistics } = countNetwork(network);
    const sizes = [...model.initializers.values()].map(({ name, shape }) => ({
      isStatistic: /\.running_(?:mean|var)$/.test(name),
      size: shape.reduce((product, axis) => product * axis, 1),
    }));
    const sum = (isStatistic: boolean) =>
      sizes
        .filter((tensor) => tensor.isStatistic === isStatistic)
        .reduce((total, { size }) => total + size, 0);
    expect([sum(false), sum(true)]).toEqual([parameters, statistics]);
  });

  it("keeps ONNX's rules: every tensor is made once, before it is read", () => {
    const known = new Set(["input", ...model.initializers.keys()]);
    expect(known.size).toBe(1 + storedTensors(network).length);
    for (const node of model.nodes) {
      expect(node.inputs.filter((input) => !known.has(input))).toEqual([]);
      for (const made of node.outputs) {
        expect(known.has(made)).toBe(false);
        known.add(made);
      }
    }
    expect(known.has("output")).toBe(true);
  });

  it("is the same bytes for the same weights", () => {
    const again = writeOnnx(network, randomWeights(network, seededRandom(7)));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });
});

describe("an ONNX model", () => {
  it("is not written with weights that do not fit", () => {
    const [, network] = families[0] ?? [];
    if (!network) throw new Error("There are no families.");
    expect(() => writeOnnx(network, new Map())).toThrow("There are no values for stem_conv.weight.");
    const weights = new Map([
      ...randomWeights(network, seededRandom(1)),
      ["stem_conv.weight", new Float32Array(3)],
    ]);
    expect(() => writeOnnx(network, weights)).toThrow("stem_conv.weight needs 216 values, not 3.");
  });
});
