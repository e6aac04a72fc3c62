import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, type Network } from "@/lib/core/blocks/network";
import { storedTensors } from "@/lib/core/blocks/parameters";
import { writeOnnx } from "@/lib/core/export/onnx";
import { writePytorch } from "@/lib/core/export/pytorch";
import { floatBytes } from "@/lib/core/onnx/writeWire";
import { pythonWithTorch } from "../../python/pythonWithTorch";
import { families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput, telling } from "./runOnnx";

const python = pythonWithTorch();

type Answer = {
  readonly parameters: number;
  readonly shape: readonly number[];
  readonly output: readonly number[];
  /** What the Python packages of ONNX gave, where they are installed. */
  readonly onnx: readonly number[] | null;
};

/** Runs the generated module on the weights and input. */
function runPytorch(command: string, network: Network, model: Uint8Array, input: Float32Array): Answer {
  const weights = telling(network, 5);
  const tensors = storedTensors(network);
  const folder = mkdtempSync(join(tmpdir(), "archwright-pytorch-"));
  try {
    const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
    put("network.py", writePytorch(network));
    put("model.onnx", model);
    put("weights.json", JSON.stringify(tensors.map(({ fullName, shape }) => ({ name: fullName, shape }))));
    put("weights.bin", floatBytes(tensors.flatMap(({ fullName }) => [...(weights.get(fullName) ?? [])])));
    put("input.bin", floatBytes(input));
    put(
      "case.json",
      JSON.stringify({ shape: [NUM_IMAGES, ...network.inputShape], token: network.inputType === "token" }),
    );
    const script = resolve(import.meta.dirname, "../../python/check_pytorch.py");
    const { status, stdout, stderr } = spawnSync(command, [script, folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a network as a PyTorch module", () => {
  it.skipIf(python === null).each(families)(
    "has our parameters, and gives what ONNX Runtime gives on the same weights: %s",
    async (_, network) => {
      const input = someInput(network, 11);
      const model = writeOnnx(network, telling(network, 5));
      const { values } = await runOnnx(model, network, input);
      const answer = runPytorch(python ?? "", network, model, input);
      expect(answer.parameters).toBe(countNetwork(network).parameters);
      expect(answer.shape).toEqual([NUM_IMAGES, ...shapeOf(network, network.output)]);
      expect(farthest(answer.output, values)).toBeLessThan(1e-4);
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
