/** The parts of an ONNX model that say what it computes: operations, shapes, attributes. Weights are passed over. */
import { floatOf, integers, messageOf, OnnxError, signed, textOf, wireFields, type WireField } from "./wire";

/** Axes of a tensor; null for one whose size is not fixed. */
export type Dimensions = readonly (number | null)[];

export type OnnxAttribute = {
  readonly ints: readonly number[];
  readonly int: number | null;
  readonly float: number | null;
  readonly text: string;
  readonly tensor: OnnxTensor | null;
};

/** A stored tensor: its shape, and its values where they are few whole numbers (they say shapes and axes). */
export type OnnxTensor = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly integers: readonly number[] | null;
};

export type OnnxNode = {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
};

export type OnnxValue = { readonly name: string; readonly shape: Dimensions | null };

export type OnnxModel = {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly values: readonly OnnxValue[];
};

const MOST_NODES = 20_000;
const GRAPH = 7;

/**
 * @throws OnnxError where the bytes are no ONNX model, or one of more nodes than are read
 */
export function readModel(bytes: Uint8Array): OnnxModel {
  for (const field of wireFields(bytes)) if (field.number === GRAPH) return readGraph(messageOf(field));
  throw new OnnxError("it has no graph");
}

function readGraph(bytes: Uint8Array): OnnxModel {
  const nodes: OnnxNode[] = [];
  const initializers = new Map<string, OnnxTensor>();
  const values: Record<"inputs" | "outputs" | "values", OnnxValue[]> = {
    inputs: [],
    outputs: [],
    values: [],
  };
  let name = "";
  for (const field of wireFields(bytes)) {
    if (field.number === 1) {
      if (nodes.length === MOST_NODES) throw new OnnxError(`it has more than ${MOST_NODES} nodes`);
      nodes.push(readNode(messageOf(field)));
    } else if (field.number === 2) name = textOf(field);
    else if (field.number === 5) {
      const tensor = readTensor(messageOf(field));
      initializers.set(tensor.name, tensor);
    } else if (field.number === 11) values.inputs.push(readValue(messageOf(field)));
    else if (field.number === 12) values.outputs.push(readValue(messageOf(field)));
    else if (field.number === 13) values.values.push(readValue(messageOf(field)));
  }
  if (nodes.length === 0) throw new OnnxError("its graph has no nodes");
  return { name, nodes, initializers, ...values };
}

function readNode(bytes: Uint8Array): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  let [name, op] = ["", ""];
  for (const field of wireFields(bytes)) {
    if (field.number === 1) inputs.push(textOf(field));
    else if (field.number === 2) outputs.push(textOf(field));
    else if (field.number === 3) name = textOf(field);
    else if (field.number === 4) op = textOf(field);
    else if (field.number === 5) readAttribute(messageOf(field), attributes);
  }
  if (op === "") throw new OnnxError("a node names no operation");
  return { name, op, inputs, outputs, attributes };
}

function readAttribute(bytes: Uint8Array, into: Map<string, OnnxAttribute>): void {
  const ints: number[] = [];
  let [name, text] = ["", ""];
  let int: number | null = null;
  let float: number | null = null;
  let tensor: OnnxTensor | null = null;
  for (const field of wireFields(bytes)) {
    if (field.number === 1) name = textOf(field);
    else if (field.number === 2) float = floatOf(field);
    else if (field.number === 3 && field.kind === "varint") int = signed(field.value);
    else if (field.number === 4) text = textOf(field);
    else if (field.number === 5) tensor = readTensor(messageOf(field));
    else if (field.number === 8) ints.push(...integers(field).slice(0, MOST_INTEGERS));
  }
  into.set(name, { ints, int, float, text, tensor });
}

/** Values of a stored tensor that are kept: shapes, axes, paddings. */
const MOST_INTEGERS = 64;
const INT64 = 7;
const INT32 = 6;

function readTensor(bytes: Uint8Array): OnnxTensor {
  const shape: number[] = [];
  let name = "";
  let type = 0;
  const data: WireField[] = [];
  for (const field of wireFields(bytes)) {
    if (field.number === 1) shape.push(...integers(field).slice(0, MOST_INTEGERS));
    else if (field.number === 2 && field.kind === "varint") type = signed(field.value);
    else if (field.number === 8) name = textOf(field);
    else if (field.number === 5 || field.number === 7 || field.number === 9) data.push(field);
  }
  const size = shape.reduce((product, axis) => product * axis, 1);
  const few = size <= MOST_INTEGERS && (type === INT64 || type === INT32);
  return { name, shape, integers: few ? wholeNumbers(data, type) : null };
}

function wholeNumbers(data: readonly WireField[], type: number): number[] {
  return data.flatMap((field) => {
    if (field.number !== 9) return integers(field);
    const { byteOffset, byteLength, buffer } = messageOf(field);
    const view = new DataView(buffer, byteOffset, byteLength);
    const width = type === INT64 ? 8 : 4;
    return Array.from({ length: Math.floor(byteLength / width) }, (_, index) =>
      type === INT64 ? Number(view.getBigInt64(index * width, true)) : view.getInt32(index * width, true),
    );
  });
}

function readValue(bytes: Uint8Array): OnnxValue {
  let name = "";
  let shape: Dimensions | null = null;
  for (const field of wireFields(bytes)) {
    if (field.number === 1) name = textOf(field);
    else if (field.number === 2) shape = readType(messageOf(field));
  }
  return { name, shape };
}

const inside = (bytes: Uint8Array, number: number): Uint8Array | null => {
  for (const field of wireFields(bytes)) if (field.number === number) return messageOf(field);
  return null;
};

/** TypeProto.tensor_type.shape; a tensor without a shape has any. */
function readType(bytes: Uint8Array): Dimensions | null {
  const tensor = inside(bytes, 1);
  const shape = tensor === null ? null : inside(tensor, 2);
  if (shape === null) return null;
  const axes: (number | null)[] = [];
  for (const field of wireFields(shape)) if (field.number === 1) axes.push(readAxis(messageOf(field)));
  return axes;
}

function readAxis(bytes: Uint8Array): number | null {
  for (const field of wireFields(bytes))
    if (field.number === 1 && field.kind === "varint") return signed(field.value);
  return null;
}
