/** What an ONNX model computes, as a graph of operations with shapes and attributes. */
import type { Edge } from "../architecture";
import { outputShapes, type Shape } from "./inferShapes";
import { MOST_AXES } from "./shapeRule";
import { readModel, type Dimensions, type OnnxModel, type OnnxNode, type OnnxTensor } from "./model";
import { OnnxError } from "./wire";

export type OperationNode = {
  readonly name: string;
  /** `Conv`, `Relu`; input_dummy and output_dummy are the model's ends. */
  readonly op: string;
  /** Shapes of what flows in, weights left out; null where it is not known. The first axis is the batch. */
  readonly inputs: readonly (Shape | null)[];
  readonly outputs: readonly (Shape | null)[];
  readonly kernel: readonly number[] | null;
  readonly group: number | null;
  readonly dilations: readonly number[] | null;
  /** Null for operations that have no bias. */
  readonly hasBias: boolean | null;
};

export type OperationGraph = {
  readonly name: string;
  /** Each after all that it reads from. */
  readonly nodes: readonly OperationNode[];
  readonly edges: readonly Edge[];
};

/** The names that AutoBuild's list of operations has for the ends of a graph. */
const INPUT = "input_dummy";
const OUTPUT = "output_dummy";

/** @throws OnnxError where the bytes are no ONNX model */
export const readOperationGraph = (bytes: Uint8Array): OperationGraph => operationGraph(readModel(bytes));

/**
 * A graph's ends and nodes, its edges from each tensor's maker to its readers. What depends on no input of the model
 * (constants, copies of weights) is a weight and no node.
 * @throws OnnxError
 */
export function operationGraph(model: OnnxModel): OperationGraph {
  const shapes = storedShapes(model);
  const weights = new Map(model.initializers);
  const makers = new Map<string, number>();
  const nodes: OperationNode[] = [];
  const edges = new Map<string, Edge>();
  const add = (node: OperationNode, reads: readonly string[], makes: readonly string[]): void => {
    const target = nodes.push(node) - 1;
    for (const tensor of reads) {
      const source = makers.get(tensor);
      if (source !== undefined) edges.set(`${source}>${target}`, [source, target]);
    }
    for (const tensor of makes) {
      if (makers.has(tensor)) throw new OnnxError(`two nodes make the tensor ${tensor}`);
      if (tensor !== "") makers.set(tensor, target);
    }
  };
  for (const { name } of model.inputs)
    if (!weights.has(name)) add(end(INPUT, name, [], [shapes.get(name) ?? null]), [], [name]);
  const made = new Set(model.nodes.flatMap(({ outputs }) => outputs));
  for (const node of model.nodes) {
    const late = node.inputs.find((name) => made.has(name) && !makers.has(name) && !weights.has(name));
    if (late !== undefined) throw new OnnxError(`the tensor ${late} is read before it is made`);
    const operation = operationNode(node, weights, shapes);
    if (node.inputs.every((name) => name === "" || weights.has(name))) noteWeights(node, weights, shapes);
    else add(operation, node.inputs, node.outputs);
  }
  for (const { name } of model.outputs) add(end(OUTPUT, name, [shapes.get(name) ?? null], []), [name], []);
  return { name: model.name, nodes, edges: [...edges.values()] };
}

/** The outputs of a node that reads only weights; a constant keeps its values, and so does a copy. */
function noteWeights(
  node: OnnxNode,
  weights: Map<string, OnnxTensor>,
  shapes: ReadonlyMap<string, Shape>,
): void {
  const source = node.op === "Identity" ? weights.get(node.inputs[0] ?? "") : undefined;
  const tensor = source ?? node.attributes.get("value")?.tensor;
  const listed = node.attributes.get("value_ints")?.ints ?? null;
  for (const name of node.outputs)
    weights.set(name, {
      name,
      shape: shapes.get(name) ?? [],
      integers: tensor?.integers ?? (node.op === "Constant" ? listed : null),
    });
}

const end = (
  op: string,
  name: string,
  inputs: OperationNode["inputs"],
  outputs: OperationNode["outputs"],
): OperationNode => ({
  name,
  op,
  inputs,
  outputs,
  kernel: null,
  group: null,
  dilations: null,
  hasBias: null,
});

/** A batch of any size counts as one; any other open axis leaves the shape unknown. */
function fixed(dimensions: Dimensions | null): Shape | null {
  if (dimensions === null || dimensions.length > MOST_AXES) return null;
  const sizes = dimensions.map((size, axis) => (axis === 0 && (size === null || size <= 0) ? 1 : size));
  return sizes.every((size): size is number => size !== null && size >= 0) ? sizes : null;
}

function storedShapes({ inputs, outputs, values, initializers }: OnnxModel): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const { name, shape } of [...values, ...outputs, ...inputs]) {
    const known = fixed(shape);
    if (known !== null) shapes.set(name, known);
  }
  for (const { name, shape } of initializers.values()) shapes.set(name, shape);
  return shapes;
}

/** Notes the shapes of its outputs for the nodes that come after. */
function operationNode(
  node: OnnxNode,
  weights: ReadonlyMap<string, OnnxTensor>,
  shapes: Map<string, Shape>,
): OperationNode {
  const inputShapes = node.inputs.map((name) => shapes.get(name) ?? null);
  const inferred = outputShapes(node, {
    inputs: inputShapes,
    constant: (index) => weights.get(node.inputs[index] ?? "")?.integers ?? null,
  });
  node.outputs.forEach((name, index) => {
    const shape = shapes.get(name) ?? inferred[index] ?? null;
    if (shape !== null) shapes.set(name, shape);
  });
  const isConvolution = node.op === "Conv" || node.op === "ConvTranspose";
  const kernel = node.attributes.get("kernel_shape")?.ints ?? [];
  const filter = weights.get(node.inputs[1] ?? "")?.shape.slice(2) ?? [];
  const dilations = node.attributes.get("dilations")?.ints ?? [];
  return {
    name: node.name,
    op: node.op,
    inputs: inputShapes.filter(
      (_, index) => !weights.has(node.inputs[index] ?? "") && node.inputs[index] !== "",
    ),
    outputs: node.outputs.map((name) => shapes.get(name) ?? null),
    kernel: kernel.length > 0 ? kernel : isConvolution && filter.length > 0 ? filter : null,
    group: isConvolution ? (node.attributes.get("group")?.int ?? 1) : null,
    dilations: dilations.length > 0 ? dilations : null,
    hasBias: isConvolution ? (node.inputs[2] ?? "") !== "" : null,
  };
}
