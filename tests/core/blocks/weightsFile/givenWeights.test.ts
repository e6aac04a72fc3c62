import { describe, expect, it } from "vitest";
import type { Network } from "@/lib/core/blocks/network";
import { givenWeights, readStateDict, type StateDict } from "@/lib/core/blocks/weightsFile";
import { NumberArray } from "@/lib/core/pickle";
import { safetensorsFile } from "./safetensorsFile";

/** Two numbers in, one out: `fc` has a weight [1, 2] and a bias [1]. */
const network: Network = {
  name: "tiny",
  inputShape: [2],
  inputType: "float",
  layers: [
    {
      name: "fc",
      inputs: ["input"],
      operation: { kind: "linear", outFeatures: 1, bias: true },
      shape: [1],
      part: "head",
    },
  ],
  output: "fc",
};

const tensor = (shape: readonly number[], ...values: number[]) =>
  new NumberArray(shape, Float64Array.from(values));
const file = (entries: Readonly<Record<string, NumberArray>>): StateDict => new Map(Object.entries(entries));

describe("given weights", () => {
  it("are taken by name, as floats; counters of batches are nobody's business", () =>
    expect(
      givenWeights(
        network,
        file({
          "fc.bias": tensor([1], 0.5),
          "fc.weight": tensor([1, 2], 1, -2),
          "bn.num_batches_tracked": tensor([], 7),
        }),
      ),
    ).toEqual({
      ok: true,
      weights: new Map([
        ["fc.weight", Float32Array.of(1, -2)],
        ["fc.bias", Float32Array.of(0.5)],
      ]),
    }));

  it("name everything that does not fit", () =>
    expect(
      givenWeights(
        network,
        file({
          "fc.weight": tensor([2, 1], 1, 2),
          "head.weight": tensor([3], 1, 2, 3),
          "x.bias": tensor([1], 1),
        }),
      ),
    ).toEqual({
      ok: false,
      problems: [
        "fc.weight is [2, 1], where the network has [1, 2]",
        "missing fc.bias [1]",
        "unexpected head.weight [3]",
        "unexpected x.bias [1]",
      ],
    }));

  it("are numbers", () =>
    expect(
      givenWeights(network, file({ "fc.weight": tensor([1, 2], NaN, 1), "fc.bias": tensor([1], 1e60) })),
    ).toEqual({
      ok: false,
      problems: [
        "fc.weight has 1 of 2 numbers that are not finite",
        // As float32 it is infinite.
        "fc.bias has 1 of 1 numbers that are not finite",
      ],
    }));
});

describe("a file of weights", () => {
  const weights = {
    "module.fc.weight": { dtype: "F32", shape: [1, 2], data_offsets: [0, 8] },
    "module.fc.bias": { dtype: "F32", shape: [1], data_offsets: [8, 12] },
  };

  it("may be a module's that ran on several machines", () => {
    const read = readStateDict(safetensorsFile(weights, [0, 0, 128, 63, 0, 0, 0, 192, 0, 0, 0, 63]));
    expect(givenWeights(network, read)).toEqual({
      ok: true,
      weights: new Map([
        ["fc.weight", Float32Array.of(1, -2)],
        ["fc.bias", Float32Array.of(0.5)],
      ]),
    });
  });

  it("says what it is not", () =>
    expect(() => readStateDict(new TextEncoder().encode("accuracy,latency\n1,2\n"))).toThrow(
      "it is neither a safetensors file nor a PyTorch file; write one with torch.save(model.state_dict(), FILE)",
    ));
});
