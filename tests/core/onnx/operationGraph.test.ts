import { describe, expect, it } from "vitest";
import { isOnnx, OnnxError, readOperationGraph } from "@/lib/core/onnx";
import { writeModel, type ModelToWrite, type NodeToWrite } from "./writeModel";

/** conv 3x3 stride 2 -> relu -> two branches -> add -> pool -> flatten -> gemm. */
const NET: ModelToWrite = {
  inputs: { image: ["batch", 3, 32, 32] },
  outputs: ["scores"],
  weights: {
    w1: { shape: [8, 3, 3, 3] },
    b1: { shape: [8] },
    w2: { shape: [8, 1, 5, 5] },
    w3: { shape: [10, 8] },
    b3: { shape: [10] },
  },
  nodes: [
    {
      op: "Conv",
      inputs: ["image", "w1", "b1"],
      outputs: ["c1"],
      ints: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1], dilations: [1, 1] },
    },
    { op: "Relu", inputs: ["c1"], outputs: ["r1"] },
    { op: "Conv", inputs: ["r1", "w2"], outputs: ["c2"], ints: { pads: [2, 2, 2, 2] }, int: { group: 8 } },
    { op: "Add", inputs: ["c2", "r1"], outputs: ["a1"] },
    { op: "GlobalAveragePool", inputs: ["a1"], outputs: ["p1"] },
    { op: "Flatten", inputs: ["p1"], outputs: ["f1"] },
    { op: "Gemm", inputs: ["f1", "w3", "b3"], outputs: ["scores"], int: { transB: 1 } },
  ],
};

describe("an ONNX model", () => {
  const graph = readOperationGraph(writeModel(NET));

  it("becomes its operations between its ends, and the edges between them", () => {
    expect(graph.nodes.map(({ op }) => op)).toEqual([
      "input_dummy",
      ...NET.nodes.map(({ op }) => op),
      "output_dummy",
    ]);
    expect(graph.edges).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [2, 4],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
    ]);
  });

  it("has shapes although it stores none, with a batch of one", () =>
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual([
      [1, 3, 32, 32],
      [1, 8, 16, 16],
      [1, 8, 16, 16],
      [1, 8, 16, 16],
      [1, 8, 16, 16],
      [1, 8, 1, 1],
      [1, 8],
      [1, 10],
      undefined,
    ]));

  it("has the attributes of its convolutions, and only what flows as inputs", () => {
    const [, first, , second] = graph.nodes;
    expect(first).toEqual({
      name: "",
      op: "Conv",
      inputs: [[1, 3, 32, 32]],
      outputs: [[1, 8, 16, 16]],
      kernel: [3, 3],
      group: 1,
      dilations: [1, 1],
      hasBias: true,
    });
    expect([second?.kernel, second?.group, second?.dilations, second?.hasBias]).toEqual([
      [5, 5],
      8,
      null,
      false,
    ]);
  });
});

it("leaves out what depends on no input: copies of weights", () => {
  const graph = readOperationGraph(
    writeModel({
      inputs: { x: [1, 4, 8, 8] },
      outputs: ["y"],
      weights: { w: { shape: [6, 4, 3, 3] }, b: { shape: [6] } },
      nodes: [
        { op: "Identity", inputs: ["b"], outputs: ["copy"] },
        { op: "Conv", inputs: ["x", "w", "copy"], outputs: ["y"] },
      ],
    }),
  );
  expect(graph.nodes.map(({ op, inputs, hasBias }) => [op, inputs.length, hasBias])).toEqual([
    ["input_dummy", 0, null],
    ["Conv", 1, true],
    ["output_dummy", 1, null],
  ]);
});

/** Shapes of the outputs of one node over inputs of given shapes. */
const shapesOf = (
  node: Omit<NodeToWrite, "inputs" | "outputs"> & { readonly outputs?: readonly string[] },
  inputs: readonly (readonly number[])[],
  weights: NonNullable<ModelToWrite["weights"]> = {},
) => {
  const names = inputs.map((_, index) => `x${index}`);
  const outputs = node.outputs ?? ["y"];
  const model = writeModel({
    inputs: Object.fromEntries(inputs.map((shape, index) => [`x${index}`, shape])),
    outputs,
    nodes: [{ ...node, inputs: [...names, ...Object.keys(weights)], outputs }],
    weights,
  });
  return readOperationGraph(model).nodes[inputs.length]?.outputs;
};
const list = (...values: readonly number[]) => ({ shape: [values.length], values });

describe("shapes of", () => {
  it.each([
    [
      "a max-pool that rounds up",
      shapesOf({ op: "MaxPool", ints: { kernel_shape: [3, 3], strides: [2, 2] }, int: { ceil_mode: 1 } }, [
        [1, 4, 8, 8],
      ]),
      [[1, 4, 4, 4]],
    ],
    [
      "a dilated convolution",
      shapesOf({ op: "Conv", ints: { dilations: [2, 2] } }, [[1, 4, 9, 9]], { w: { shape: [6, 4, 3, 3] } }),
      [[1, 6, 5, 5]],
    ],
    [
      "a transposed convolution",
      shapesOf({ op: "ConvTranspose", ints: { strides: [2, 2], kernel_shape: [2, 2] } }, [[1, 4, 5, 5]], {
        w: { shape: [4, 3, 2, 2] },
      }),
      [[1, 3, 10, 10]],
    ],
    [
      "broadcasting",
      shapesOf({ op: "Mul" }, [
        [1, 8, 4, 4],
        [1, 8, 1, 1],
      ]),
      [[1, 8, 4, 4]],
    ],
    [
      "a concatenation",
      shapesOf({ op: "Concat", int: { axis: 1 } }, [
        [1, 8, 4, 4],
        [1, 3, 4, 4],
      ]),
      [[1, 11, 4, 4]],
    ],
    [
      "a reshape by a stored shape",
      shapesOf({ op: "Reshape" }, [[1, 8, 4, 4]], { s: list(0, -1, 2) }),
      [[1, 64, 2]],
    ],
    [
      "a transposition",
      shapesOf({ op: "Transpose", ints: { perm: [0, 2, 3, 1] } }, [[1, 8, 4, 5]]),
      [[1, 4, 5, 8]],
    ],
    [
      "a batched product",
      shapesOf({ op: "MatMul" }, [
        [2, 7, 16],
        [16, 5],
      ]),
      [[2, 7, 5]],
    ],
    [
      "a mean over space",
      shapesOf({ op: "ReduceMean", ints: { axes: [2, 3] }, int: { keepdims: 0 } }, [[1, 8, 4, 4]]),
      [[1, 8]],
    ],
    [
      "equal parts",
      shapesOf({ op: "Split", int: { axis: 1 }, outputs: ["a", "b"] }, [[1, 8, 4, 4]]),
      [
        [1, 4, 4, 4],
        [1, 4, 4, 4],
      ],
    ],
    ["axes taken out and put in", shapesOf({ op: "Unsqueeze" }, [[1, 8]], { s: list(2, 3) }), [[1, 8, 1, 1]]],
    [
      "space to depth",
      shapesOf({ op: "SpaceToDepth", int: { blocksize: 2 } }, [[1, 3, 8, 8]]),
      [[1, 12, 4, 4]],
    ],
    ["an operation nobody knows", shapesOf({ op: "constructor" }, [[1, 3, 8, 8]]), [null]],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("what is no model", () => {
  const whole = writeModel(NET);
  const failure = (bytes: Uint8Array): string => {
    try {
      readOperationGraph(bytes);
    } catch (error) {
      if (error instanceof OnnxError) return error.message;
      throw error;
    }
    return "";
  };

  it("is seen by its first bytes", () => {
    expect(isOnnx(whole)).toBe(true);
    expect(isOnnx(new TextEncoder().encode("arch,acc\n1,2"))).toBe(false);
  });

  it("cut off anywhere is an error, and no crash", () => {
    for (let end = 0; end < whole.length; end++) expect(failure(whole.subarray(0, end))).not.toBe("");
    expect(failure(whole.subarray(0, whole.length - 9))).toBe("it ends in the middle of a field");
  });

  it("that reads a tensor before it is made is refused", () =>
    expect(
      failure(
        writeModel({
          inputs: { x: [1] },
          outputs: ["y"],
          nodes: [
            { op: "Add", inputs: ["x", "z"], outputs: ["y"] },
            { op: "Relu", inputs: ["y"], outputs: ["z"] },
          ],
        }),
      ),
    ).toBe("the tensor z is read before it is made"));

  it("with flipped bits is read or refused, never a crash", () => {
    for (let bit = 0; bit < whole.length * 8; bit += 5) {
      const flipped = whole.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(typeof failure(flipped)).toBe("string");
    }
  });
});
