/** Reads ONNX models as graphs of operations; weights are passed over, and nothing of a model is run. */
export { readOperationGraph, type OperationGraph, type OperationNode } from "./operationGraph";
export { OnnxError } from "./wire";

/** Whether bytes begin as a model does: its version (field 1, a small number), then a field of the model. */
export const isOnnx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x08 &&
  (bytes[1] ?? 0xff) < 0x40 &&
  [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[2] ?? 0);
