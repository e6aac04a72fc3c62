import { describe, expect, it } from "vitest";
import { givenWeights, readStateDict } from "@/lib/core/blocks/weightsFile";
import { writeOnnx } from "@/lib/core/export/onnx";
import { writePytorch } from "@/lib/core/export/pytorch";
import { floatBytes } from "@/lib/core/onnx/writeWire";
import { pythonWith, runPython } from "../../python/runPython";
import { answerOf, families } from "./families";
import { farthest, NUM_IMAGES, runOnnx, someInput } from "./runOnnx";

const python = pythonWith("torch", "numpy");

const fileOf = (printed: unknown): Uint8Array => {
  const text = typeof printed === "object" && printed !== null && "file" in printed ? printed.file : null;
  if (typeof text !== "string") throw new Error("The script printed no file.");
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
};

describe("weights that PyTorch saved of our module", () => {
  it.skipIf(python === null).each(
    families.map(([name, network], index) => ({
      name,
      network,
      wrapped: index % 3 === 1,
      zip: index % 3 !== 2,
    })),
  )("load into the ONNX model, which then gives the same: $name", async ({ network, wrapped, zip }) => {
    const input = someInput(network, 13);
    const printed = runPython(python ?? "", "save_weights.py", {
      "network.py": writePytorch(network),
      "input.bin": floatBytes(input),
      "case.json": JSON.stringify({
        shape: [NUM_IMAGES, ...network.inputShape],
        token: network.inputType === "token",
        wrapped,
        zip,
      }),
    });
    const given = givenWeights(network, readStateDict(fileOf(printed)));
    if (!given.ok) throw new Error(given.problems.join("; "));
    const { values } = await runOnnx(writeOnnx(network, given.weights), network, input);
    expect(farthest(values, answerOf(printed).output)).toBeLessThan(1e-4);
  });
});
