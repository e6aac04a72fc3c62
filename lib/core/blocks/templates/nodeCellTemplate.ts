import type { Architecture } from "../../architecture";
import { edgesOf, type SearchSpace } from "../../searchSpace";
import { applyComposition } from "../applyComposition";
import { channelsOf, convBnAct, poolAndClassify } from "../layers";
import type { Network } from "../network";
import { NetworkBuilder, type Tensor } from "../networkBuilder";
import { stepsOf } from "../operations";
import { NetworkError } from "../shapes";
import { cellGraph, type CellGraph } from "./cellGraph";
import { object, oneOf, whole, type Read } from "./fields";
import { imageFields, resolutionOf, type ImageFields } from "./imageFields";
import { operationFields, operationName, type OperationFields } from "./operationFields";

/** Cells with an operation in every node: NAS-Bench-101. Between stacks the image is halved and channels doubled. */
export type NodeCellTemplate = ImageFields &
  OperationFields & {
    readonly family: "nodeCell";
    readonly stemChannels: number;
    readonly stacks: number;
    readonly cells: number;
  };

export const readNodeCellTemplate: Read<NodeCellTemplate> = object<NodeCellTemplate>({
  family: oneOf(["nodeCell"]),
  ...imageFields,
  ...operationFields,
  stemChannels: whole(1),
  stacks: whole(1, 10),
  cells: whole(1, 100),
});

/** @throws NetworkError where the cell has no way from input to output */
export function buildNodeCells(
  space: SearchSpace,
  architecture: Architecture,
  template: NodeCellTemplate,
): Network {
  const nodes = architecture.units.flat().map((node) => operationName(space, node));
  const graph = cellGraph(nodes.length, edgesOf(space, architecture));
  if (graph === null) throw new NetworkError("The cell has no way from its input to its output.");
  const side = resolutionOf(space, architecture, template);
  const net = new NetworkBuilder([template.inputChannels, side, side]);
  net.startPart("stem");
  let channels = template.stemChannels;
  let tensor = convBnAct(net, "", net.input, channels, { kernel: 3, activation: "relu" });
  for (let stack = 1; stack <= template.stacks; stack++) {
    if (stack > 1) {
      net.startPart(`downsample ${stack - 1}`);
      tensor = net.add(
        "pool",
        { kind: "pool", pool: "max", kernel: 2, stride: 2, padding: 0, ceil: false },
        tensor,
      );
      channels *= 2;
    }
    for (let cell = 1; cell <= template.cells; cell++)
      tensor = addCell(net, tensor, channels, `stack ${stack}, cell ${cell}`, nodes, graph, template);
  }
  net.startPart("head");
  return net.finish(architecture.id, poolAndClassify(net, tensor, template.numClasses));
}

/** Whether the operations of a cell begin with its input and end with its output. */
export const hasEnds = (values: readonly (string | number)[]): boolean =>
  values.includes("input") && values.includes("output");

function addCell(
  net: NetworkBuilder,
  input: Tensor,
  outChannels: number,
  part: string,
  operations: readonly string[],
  graph: CellGraph,
  { operations: book }: NodeCellTemplate,
): Tensor {
  const channels = nodeChannels(graph, channelsOf(input), outChannels);
  const { input: first, output: last } = graph;
  const tensors = new Map<number, Tensor>();
  const projected = (node: number, wanted: number) => {
    net.startPart(node === last ? `${part}, output` : `${part}, node ${node}`);
    return convBnAct(net, "project", input, wanted, { kernel: 1, activation: "relu" });
  };
  for (const node of graph.inner) {
    const wanted = channels.get(node) ?? outChannels;
    const arriving = graph.sources(node).map((source) => {
      if (source === first) return projected(node, wanted);
      net.startPart(`${part}, node ${node}`);
      const tensor = tensors.get(source);
      if (!tensor) throw net.problem(`node ${source} does not stand before node ${node}.`);
      return channelsOf(tensor) === wanted
        ? tensor
        : net.add("take", { kind: "takeChannels", channels: wanted }, tensor);
    });
    net.startPart(`${part}, node ${node}`);
    const steps = stepsOf(book, operations[node] ?? "");
    tensors.set(node, applyComposition(net, steps, added(net, arriving), { channels: wanted, stride: 1 }));
  }
  const sources = graph.sources(last);
  const inner = sources.flatMap((source) => tensors.get(source) ?? []);
  const direct = sources.includes(first) ? [projected(last, outChannels)] : [];
  net.startPart(`${part}, output`);
  const [one, ...more] = inner;
  const beside = one && more.length > 0 ? net.add("concat", { kind: "concat" }, one, ...more) : one;
  return added(net, [...(beside ? [beside] : []), ...direct]);
}

function added(net: NetworkBuilder, tensors: readonly Tensor[]): Tensor {
  const [first, ...rest] = tensors;
  if (!first) throw net.problem("nothing arrives here.");
  return rest.length === 0 ? first : net.add("sum", { kind: "add" }, first, ...rest);
}

/**
 * Channels of the inner nodes as NAS-Bench-101 divides them: those that reach the output share its channels, the first
 * ones taking what is left over; any other node has as many as the most of those it feeds.
 */
function nodeChannels(graph: CellGraph, inChannels: number, outChannels: number): Map<number, number> {
  const sharing = graph.inner.filter((node) => graph.targets(node).includes(graph.output));
  const share = Math.floor(outChannels / Math.max(1, sharing.length));
  const over = outChannels % Math.max(1, sharing.length);
  const channels = new Map([
    [graph.input, inChannels],
    ...sharing.map((node, index) => [node, share + (index < over ? 1 : 0)] as const),
  ]);
  for (const node of graph.inner.toReversed())
    if (!channels.has(node))
      channels.set(node, Math.max(...graph.targets(node).map((target) => channels.get(target) ?? 0)));
  return channels;
}
