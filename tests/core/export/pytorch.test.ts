import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf } from "@/lib/core/blocks/network";
import { storedTensors } from "@/lib/core/blocks/parameters";
import { writeOnnx } from "@/lib/core/export/onnx";
import { writePytorch } from "@/lib/core/export/pytorch";
import { floatBytes, joined } from "@/lib/core/onnx/writeWire";
import { pythonWith, runPython } from "../../python/runPython";
import { answerOf, families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput, telling } from "./runOnnx";

const python = pythonWith("torch", "numpy");

describe("a network as a PyTorch module", () => {
  it.skipIf(python === null).each(families)(
    "has our parameters, and gives what ONNX Runtime gives on the same weights: %s",
    async (_, network) => {
      const input = someInput(network, 11);
      const weights = telling(network, 5);
      const model = writeOnnx(network, weights);
      const tensors = storedTensors(network);
      const { values } = await runOnnx(model, network, input);
      const answer = answerOf(
        runPython(python ?? "", "check_pytorch.py", {
          "network.py": writePytorch(network),
          "model.onnx": model,
          "weights.json": JSON.stringify(tensors.map(({ fullName, shape }) => ({ name: fullName, shape }))),
          "weights.bin": joined(tensors.map(({ fullName }) => floatBytes(weights.get(fullName) ?? []))),
          "input.bin": floatBytes(input),
          "case.json": JSON.stringify({
            shape: [NUM_IMAGES, ...network.inputShape],
            token: network.inputType === "token",
          }),
        }),
      );
      expect(answer.parameters).toBe(countNetwork(network).parameters);
      expect(answer.shape).toEqual([NUM_IMAGES, ...shapeOf(network, network.output)]);
      expect(farthest(answer.output, values)).toBeLessThan(1e-4);
      // What Python's packages of ONNX gave, after its checker had nothing against the model, where they are installed.
      if (answer.onnx) expect(farthest(answer.onnx, values)).toBeLessThan(1e-4);
    },
  );

  it("reads as a person would write it", () => {
    const [, network] = families.find(([name]) => name === "sample staged") ?? [];
    if (!network) throw new Error("The family is missing.");
    const source = writePytorch(network);
    expect(source).toContain("class Network(nn.Module):");
    expect(source).toContain("        # unit 1, layer 1\n");
    expect(source).toContain(
      "        self.stem_conv = nn.Conv2d(1, 4, 3, stride=2, padding=1, bias=False)\n        self.stem_bn = nn.BatchNorm2d(4)\n",
    );
    expect(source).toContain("        x = self.stem_conv(input)\n        x = self.stem_bn(x)\n");
  });

  it("lets no name end its comment", () => {
    const [, network] = families[0] ?? [];
    if (!network) throw new Error("There are no families.");
    const source = writePytorch({ ...network, name: 'x"""\nimport os' });
    expect(source.split("\n")[0]).toBe('"""x import os: written by Archwright.');
  });
});
