/** Writes a network as an ONNX model that holds its weights: the same bytes for the same network and weights. */
import { INPUT, shapesByName, type Network, type Shape } from "../../blocks/network";
import { storedTensors, type StoredTensor } from "../../blocks/parameters";
import { weightsProblem, type Weights } from "../../blocks/weights";
import {
  floatBytes,
  floatField,
  integerBytes,
  integerField,
  joined,
  messageField,
  packedField,
  textField,
  type Pieces,
} from "../../onnx/writeWire";
import type { Attribute, Constant, OnnxNodeToWrite } from "./layerWriter";
import { isTransposed, layerNodes } from "./nodes";

/** LayerNormalization came with opset 17, which ONNX Runtime reads since 1.12; its models are of IR version 8. */
export const OPSET = 17;
const IR_VERSION = 8;

/** Name of the tensor that comes out. */
export const OUTPUT = "output";

const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_TYPES = { float: 1, int: 2, tensor: 4, ints: 7 } as const;

/**
 * The model's bytes. Its input is `input` with a batch of any size, its output `output`.
 * @throws Error where weights are missing or of another size
 */
export function writeOnnx(network: Network, weights: Weights): Uint8Array {
  const problem = weightsProblem(network, weights);
  if (problem !== null) throw new Error(problem);
  const shapes = shapesByName(network);
  const layers = new Map(network.layers.map((layer) => [layer.name, layer]));
  const initializers = storedTensors(network).map((tensor) => {
    const layer = layers.get(tensor.layer);
    const values = weights.get(tensor.fullName) ?? new Float32Array();
    return layer && isTransposed(layer, tensor.name)
      ? initializer({ ...tensor, shape: tensor.shape.toReversed() }, transposed(values, tensor.shape))
      : initializer(tensor, values);
  });
  const nodes = network.layers.flatMap((layer) => {
    const { constants, nodes: own } = layerNodes(
      layer,
      layer.inputs.map((name) => shapes.get(name) ?? []),
    );
    return [...constants.map(constantNode), ...own.map(operationNode)];
  });
  const last = operationNode({ op: "Identity", inputs: [network.output], output: OUTPUT, attributes: {} });
  const graph = [
    ...nodes.flat(),
    ...last,
    ...textField(2, network.name === "" ? "network" : network.name),
    ...initializers.flat(),
    ...value(11, INPUT, network.inputType === "token" ? INT64 : FLOAT, network.inputShape),
    ...value(12, OUTPUT, FLOAT, shapes.get(network.output) ?? []),
  ];
  return joined([
    ...integerField(1, IR_VERSION),
    ...textField(2, "archwright"),
    ...messageField(7, graph),
    ...messageField(8, [...textField(1, ""), ...integerField(2, OPSET)]),
  ]);
}

const operationNode = ({ op, inputs, output, attributes }: OnnxNodeToWrite): Pieces =>
  messageField(1, [
    ...inputs.flatMap((name) => textField(1, name)),
    ...textField(2, output),
    ...textField(3, output),
    ...textField(4, op),
    ...Object.entries(attributes).flatMap(([name, attribute]) =>
      messageField(5, [...textField(1, name), ...attributeFields(attribute)]),
    ),
  ]);

function attributeFields(attribute: Attribute): Pieces {
  if ("int" in attribute)
    return [...integerField(3, attribute.int), ...integerField(20, ATTRIBUTE_TYPES.int)];
  if ("float" in attribute)
    return [...floatField(2, attribute.float), ...integerField(20, ATTRIBUTE_TYPES.float)];
  return [...packedField(8, attribute.ints), ...integerField(20, ATTRIBUTE_TYPES.ints)];
}

/** Constants are nodes, so that the initialisers are the stored tensors and nothing else. */
const constantNode = ({ name, type, shape, values }: Constant): Pieces =>
  messageField(1, [
    ...textField(2, name),
    ...textField(3, name),
    ...textField(4, "Constant"),
    ...messageField(5, [
      ...textField(1, "value"),
      ...messageField(
        5,
        tensorFields(name, shape, type === "float" ? FLOAT : INT64, [
          type === "float" ? floatBytes(values) : integerBytes(values),
        ]),
      ),
      ...integerField(20, ATTRIBUTE_TYPES.tensor),
    ]),
  ]);

const initializer = ({ fullName, shape }: StoredTensor, values: Float32Array): Pieces =>
  messageField(5, tensorFields(fullName, shape, FLOAT, [floatBytes(values)]));

const tensorFields = (name: string, shape: readonly number[], type: number, bytes: Pieces): Pieces => [
  ...(shape.length > 0 ? packedField(1, shape) : []),
  ...integerField(2, type),
  ...textField(8, name),
  ...messageField(9, bytes),
];

/** A tensor of the graph's edge: its type, a batch of any size, then its axes. */
const value = (field: number, name: string, type: number, shape: Shape): Pieces =>
  messageField(field, [
    ...textField(1, name),
    ...messageField(
      2,
      messageField(1, [
        ...integerField(1, type),
        ...messageField(2, [
          ...messageField(1, textField(2, "batch")),
          ...shape.flatMap((axis) => messageField(1, integerField(1, axis))),
        ]),
      ]),
    ),
  ]);

function transposed(values: Float32Array, [rows = 0, columns = 0]: Shape): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = values[row * columns + column] ?? 0;
  return result;
}
