/** One layer of a network as nodes of an ONNX graph, and the tensors they read. */
import { EPSILON, type Layer, type Shape } from "../../blocks/network";
import { activationNodes } from "./activationNodes";
import { attentionNodes } from "./attentionNodes";
import { LayerWriter, type LayerNodes } from "./layerWriter";

/** Axes of images and sequences behind the batch. */
const CHANNELS = 1;
const TOKENS = 1;

/**
 * Nodes of a layer. Weights are read by their full names (`stem_conv.weight`); those of linear layers on sequences are
 * transposed to [in, out] (see `isTransposed`).
 * @param shapes of its inputs
 */
export function layerNodes(layer: Layer, shapes: readonly Shape[]): LayerNodes {
  const { operation, inputs, name } = layer;
  const to = new LayerWriter(name);
  const [input = "", second = ""] = inputs;
  const own = (parameter: string) => `${name}.${parameter}`;
  switch (operation.kind) {
    case "conv": {
      const { kernel, stride, padding, dilation, groups, bias } = operation;
      to.node("Conv", [input, own("weight"), ...(bias ? [own("bias")] : [])], "", {
        dilations: { ints: [dilation, dilation] },
        group: { int: groups },
        kernel_shape: { ints: [kernel, kernel] },
        pads: { ints: [padding, padding, padding, padding] },
        strides: { ints: [stride, stride] },
      });
      break;
    }
    case "batchNorm":
      to.node(
        "BatchNormalization",
        [input, own("weight"), own("bias"), own("running_mean"), own("running_var")],
        "",
        { epsilon: { float: EPSILON } },
      );
      break;
    case "activation":
      activationNodes(to, operation.name, input);
      break;
    case "pool": {
      const { pool, kernel, stride, padding, ceil } = operation;
      to.node(pool === "avg" ? "AveragePool" : "MaxPool", [input], "", {
        ceil_mode: { int: ceil ? 1 : 0 },
        kernel_shape: { ints: [kernel, kernel] },
        pads: { ints: [padding, padding, padding, padding] },
        strides: { ints: [stride, stride] },
      });
      break;
    }
    case "globalPool":
      to.node("GlobalAveragePool", [input]);
      break;
    case "flatten":
      to.node("Flatten", [input], "", { axis: { int: 1 } });
      break;
    case "toTokens": {
      const [channels = 0, height = 0, width = 0] = shapes[0] ?? [];
      // 0 keeps the axis as it is: the batch may be of any size.
      const flat = to.node("Reshape", [input, to.integers("shape", [0, channels, height * width])], "flat");
      to.node("Transpose", [flat], "", { perm: { ints: [0, 2, 1] } });
      break;
    }
    case "linear":
      linear(to, layer, shapes[0] ?? []);
      break;
    case "layerNorm":
      to.node("LayerNormalization", [input, own("weight"), own("bias")], "", {
        axis: { int: -1 },
        epsilon: { float: EPSILON },
      });
      break;
    case "add":
      sum(to, inputs);
      break;
    case "multiply":
      to.node("Mul", [input, second]);
      break;
    case "concat":
      to.node("Concat", inputs, "", { axis: { int: CHANNELS } });
      break;
    case "zero":
      to.node("Mul", [input, to.float("zero", 0)]);
      break;
    case "dropFirst": {
      const [, height = 0, width = 0] = shapes[0] ?? [];
      to.node("Slice", [
        input,
        to.integers("starts", [1, 1]),
        to.integers("ends", [height, width]),
        to.integers("axes", [CHANNELS + 1, CHANNELS + 2]),
      ]);
      break;
    }
    case "takeChannels":
      to.node("Slice", [
        input,
        to.integers("starts", [0]),
        to.integers("ends", [operation.channels]),
        to.integers("axes", [CHANNELS]),
      ]);
      break;
    case "embedding":
      to.node("Gather", [own("weight"), input], "", { axis: { int: 0 } });
      break;
    case "position":
      to.node("Add", [input, own("weight")]);
      break;
    case "classToken":
      classToken(to, input, own("weight"), layer.shape);
      break;
    case "firstToken":
      to.node("Gather", [input, first(to)], "", { axis: { int: TOKENS } });
      break;
    case "attention":
      attentionNodes(to, layer, operation);
      break;
  }
  return to;
}

/** Whether a weight is stored as [in, out] instead of PyTorch's [out, in]. */
export const isTransposed = ({ operation, shape }: Layer, parameter: string): boolean =>
  operation.kind === "linear" && parameter === "weight" && shape.length > 1;

function linear(to: LayerWriter, { operation, inputs, name }: Layer, shape: Shape): void {
  if (operation.kind !== "linear") return;
  const [input = ""] = inputs;
  const bias = operation.bias ? [`${name}.bias`] : [];
  if (shape.length === 1) {
    to.node("Gemm", [input, `${name}.weight`, ...bias], "", { transB: { int: 1 } });
    return;
  }
  const product = to.node("MatMul", [input, `${name}.weight`], operation.bias ? "product" : "");
  if (operation.bias) to.node("Add", [product, ...bias]);
}

/** Add takes two at a time. */
function sum(to: LayerWriter, inputs: readonly string[]): void {
  const [start = "", ...rest] = inputs;
  rest.reduce(
    (total, input, index) =>
      to.node("Add", [total, input], index === rest.length - 1 ? "" : `sum${index + 1}`),
    start,
  );
}

/** The token is repeated for every image of the batch: zeros of the first token's shape, plus it. */
function classToken(to: LayerWriter, input: string, weight: string, [, features = 0]: Shape): void {
  const some = to.node("Gather", [input, first(to)], "some", { axis: { int: TOKENS } });
  const zeros = to.node("Mul", [some, to.float("zero", 0)], "zeros");
  const rows = to.node("Reshape", [zeros, to.integers("shape", [0, 1, features])], "rows");
  to.node("Concat", [to.node("Add", [rows, weight], "token"), input], "", { axis: { int: TOKENS } });
}

/** Index 0 without an axis, so that Gather leaves the axis out. */
const first = (to: LayerWriter): string => to.constant("first", { type: "int64", shape: [], values: [0] });
