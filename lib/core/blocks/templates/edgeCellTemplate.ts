import type { Architecture } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import { applyComposition } from "../applyComposition";
import { parseComposition } from "../composition";
import { activate, batchNorm, channelsOf, convBnAct, poolAndClassify } from "../layers";
import type { Network } from "../network";
import { NetworkBuilder, type Tensor } from "../networkBuilder";
import { stepsOf } from "../operations";
import { NetworkError } from "../shapes";
import { list, object, oneOf, whole, type Read } from "./fields";
import { imageFields, resolutionOf, type ImageFields } from "./imageFields";
import { composition, operationFields, operationName, type OperationFields } from "./operationFields";

/** Cells with an operation on every edge, whose results are added in the nodes: NAS-Bench-201. */
export type EdgeCellTemplate = ImageFields &
  OperationFields & {
    readonly family: "edgeCell";
    readonly stem: { readonly channels: number; readonly kernel: number; readonly stride: number };
    readonly stages: readonly { readonly channels: number; readonly cells: number }[];
    /** Between stages, as compositions; the shortcut is added where there is one. */
    readonly reduction: { readonly main: string; readonly shortcut: string };
  };

export const readEdgeCellTemplate: Read<EdgeCellTemplate> = object<EdgeCellTemplate>({
  family: oneOf(["edgeCell"]),
  ...imageFields,
  ...operationFields,
  stem: object<EdgeCellTemplate["stem"]>({ channels: whole(1), kernel: whole(1, 15), stride: whole(1, 8) }),
  stages: list(object<EdgeCellTemplate["stages"][number]>({ channels: whole(1), cells: whole(0, 100) }), 1),
  reduction: object<EdgeCellTemplate["reduction"]>({ main: composition, shortcut: composition }),
});

/** @throws NetworkError where the template does not fit the space */
export function buildEdgeCells(
  space: SearchSpace,
  architecture: Architecture,
  template: EdgeCellTemplate,
): Network {
  const side = resolutionOf(space, architecture, template);
  const net = new NetworkBuilder([template.inputChannels, side, side]);
  net.startPart("stem");
  let tensor = convBnAct(net, "", net.input, template.stem.channels, {
    ...template.stem,
    activation: "none",
  });
  for (const [stageIndex, { channels, cells }] of template.stages.entries()) {
    if (stageIndex > 0) {
      net.startPart(`reduction ${stageIndex}`);
      tensor = reduced(net, tensor, channels, template.reduction);
    }
    for (let cell = 1; cell <= cells; cell++)
      tensor = addCell(net, tensor, `stage ${stageIndex + 1}, cell ${cell}`, space, architecture, template);
  }
  net.startPart("head");
  tensor = activate(net, "relu", batchNorm(net, "bn", tensor), "relu");
  return net.finish(architecture.id, poolAndClassify(net, tensor, template.numClasses));
}

function reduced(
  net: NetworkBuilder,
  input: Tensor,
  channels: number,
  { main, shortcut }: EdgeCellTemplate["reduction"],
): Tensor {
  const along = (text: string) => {
    const outcome = parseComposition(text);
    if (!outcome.ok) throw net.problem(outcome.message);
    return applyComposition(net, outcome.steps, input, { channels, stride: 2 });
  };
  const result = along(main);
  return shortcut === "" ? result : net.add("sum", { kind: "add" }, result, along(shortcut));
}

function addCell(
  net: NetworkBuilder,
  input: Tensor,
  part: string,
  space: SearchSpace,
  architecture: Architecture,
  template: EdgeCellTemplate,
): Tensor {
  const channels = channelsOf(input);
  const arriving = new Map<number, Tensor[]>();
  const nodes = new Map<number, Tensor>([[0, input]]);
  const tensorOf = (node: number): Tensor => {
    const known = nodes.get(node);
    if (known) return known;
    const [first, ...rest] = arriving.get(node) ?? [];
    if (!first) throw new NetworkError(`${part}: nothing arrives at node ${node}.`);
    net.startPart(`${part}, node ${node}`);
    const sum = rest.length === 0 ? first : net.add("sum", { kind: "add" }, first, ...rest);
    nodes.set(node, sum);
    return sum;
  };
  const places = space.units[0]?.layerNames ?? [];
  let last = 0;
  for (const [index, node] of (architecture.units[0] ?? []).entries()) {
    const [source = NaN, target = NaN] = (places[index] ?? "").split("->").map(Number);
    if (!(target > source)) throw new NetworkError(`Layer ${index + 1} of the cell is no edge such as 0->1.`);
    const from = tensorOf(source);
    net.startPart(`${part}, edge ${source}->${target}`);
    const steps = stepsOf(template.operations, operationName(space, node));
    arriving.set(target, [
      ...(arriving.get(target) ?? []),
      applyComposition(net, steps, from, { channels, stride: 1 }),
    ]);
    last = Math.max(last, target);
  }
  return tensorOf(last);
}
