/**
 * The rich encoding of a node of an operation graph (ALGORITHM section 12): 22 numbers, as the published code feeds
 * them to its network, with its quirks (a max-pool's kernel is left out, a second shape of few axes moves to the left).
 */
import type { OperationNode } from "./onnx/operationGraph";

/** Operations by index; the first stands for every other one. */
export const RICH_OPERATIONS: readonly string[] = (
  "<OOV> input_dummy output_dummy Conv ConvTranspose MatMul Gemm BatchNormalization InstanceNormalization LayerNormalization " +
  "AveragePool MaxPool Add Concat Mul Sum Sub Neg Sqrt Pad " +
  "Pow Relu Clip Sigmoid Tanh PRelu Constant DepthToSpace SpaceToDepth Dropout " +
  "Reshape Resize Squeeze Unsqueeze Split Slice Identity Transpose HardSwish LogSoftmax " +
  "TopK Tile Shape Softmax Elu Exp Expand Flatten Floor GRU " +
  "LSTM RNN Gather GatherND Sign GlobalAveragePool GlobalLpPool GlobalMaxPool Greater Equal " +
  "Less HardSigmoid Hardmax If Or Xor LeakyRelu Log LpNormalization Max " +
  "Mean Mod NonMaxSuppression NonZero Reciprocal ReduceL1 ReduceL2 Round ScatterND Selu " +
  "Celu Range GreaterOrEqual LessOrEqual SoftmaxCrossEntropyLoss CastLike Unique Where Div ReduceMean"
).split(" ");

const INDEX: ReadonlyMap<string, number> = new Map(
  RICH_OPERATIONS.map((name, index) => [name.toLowerCase(), index]),
);

const MOST_SHAPES = 2;
const NUM_ATTRIBUTES = 9;
/** Of channels, height and width; the batch axis is dropped. */
const SCALES = [256, 128, 128];
const KERNEL_SCALE = 3;
const AXES = 3;

/** shape [22]: operation, two input shapes, two output shapes, nine attributes. */
export function richNodeFeatures(node: OperationNode): number[] {
  return [
    INDEX.get(node.op.toLowerCase()) ?? 0,
    ...shapes(node.inputs),
    ...shapes(node.outputs),
    ...attributes(node),
  ];
}

function shapes(of: OperationNode["inputs"]): number[] {
  const numbers = of.slice(0, MOST_SHAPES).flatMap((shape) => scaled(shape ?? []));
  return padded(numbers, MOST_SHAPES * SCALES.length);
}

const scaled = (shape: readonly number[]): number[] =>
  SCALES.slice(0, Math.max(0, shape.length - 1)).map((scale, axis) => (shape[axis + 1] ?? 0) / scale);

const padded = (numbers: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, index) => numbers[index] ?? 0);

function attributes(node: OperationNode): number[] {
  const kernel = padded(
    (node.kernel ?? []).map((size) => size / KERNEL_SCALE),
    AXES,
  );
  switch (node.op) {
    case "Conv":
    case "ConvTranspose": {
      const dilations = node.dilations === null ? [1, 1, 1] : padded(node.dilations, AXES);
      const channels = node.outputs[0]?.[1] ?? 0;
      const share = channels > 0 ? (node.group ?? 1) / channels : 0;
      return [...kernel, share, 0, ...dilations, node.hasBias ? 1 : 0];
    }
    case "AveragePool":
      return padded(kernel, NUM_ATTRIBUTES);
    default:
      return padded([], NUM_ATTRIBUTES);
  }
}
