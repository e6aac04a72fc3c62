import type { Operation, Shape } from "../../blocks/network";

/** What TensorFlow.js has no layer for. */
export function lackingInTfjs(operation: Operation, [channels = 0]: Shape): string | null {
  switch (operation.kind) {
    case "attention":
    case "embedding":
    case "position":
    case "classToken":
      return "no attention and no learned tokens; take ONNX, PyTorch or Keras for transformers";
    case "conv":
      if (operation.groups > 1 && operation.groups < channels)
        return "no convolutions in groups; take ONNX, PyTorch or Keras";
      // Its depthwise convolution has the setting, and passes over it.
      return operation.groups > 1 && operation.dilation > 1
        ? "no depthwise convolutions with dilation; take ONNX, PyTorch or Keras"
        : null;
    default:
      return null;
  }
}
