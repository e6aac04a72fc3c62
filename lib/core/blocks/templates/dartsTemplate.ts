import { globalValue, nodeValue } from "../../formats/notationDetails";
import type { Architecture } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import { applyComposition } from "../applyComposition";
import { activate, batchNorm, conv, convBnAct, poolAndClassify } from "../layers";
import type { Network } from "../network";
import { NetworkBuilder, type Tensor } from "../networkBuilder";
import { stepsOf } from "../operations";
import { NetworkError } from "../shapes";
import { object, oneOf, whole, type Read } from "./fields";
import { imageFields, resolutionOf, type ImageFields } from "./imageFields";
import { operationFields, operationName, type OperationFields } from "./operationFields";

/**
 * DARTS: normal cells, and reduction cells after a third and two thirds of them, which halve the image and double the
 * channels. Every cell reads the two before it; each of its nodes adds two operations.
 */
export type DartsTemplate = ImageFields &
  OperationFields & {
    readonly family: "darts";
    readonly channels: number;
    readonly cells: number;
    /** The stem has this many times the channels of the first cell. */
    readonly stemMultiplier: number;
  };

export const readDartsTemplate: Read<DartsTemplate> = object<DartsTemplate>({
  family: oneOf(["darts"]),
  ...imageFields,
  ...operationFields,
  channels: whole(2),
  cells: whole(1, 100),
  stemMultiplier: whole(1, 16),
});

/** Two entries a node, and the states that are put beside each other at the end. */
type Cell = {
  readonly entries: readonly { readonly operation: string; readonly state: number }[];
  readonly outputs: readonly number[];
};

/** @throws NetworkError where the cells are not of this kind */
export function buildDarts(space: SearchSpace, architecture: Architecture, template: DartsTemplate): Network {
  const normal = cellOf(space, architecture, "normal", 0);
  const reduce = cellOf(space, architecture, "reduce", architecture.units.length - 1);
  const side = resolutionOf(space, architecture, template);
  const net = new NetworkBuilder([template.inputChannels, side, side]);
  net.startPart("stem");
  let channels = template.channels;
  const stem = convBnAct(net, "", net.input, template.stemMultiplier * channels, {
    kernel: 3,
    activation: "none",
  });
  const reductions = new Set([Math.floor(template.cells / 3), Math.floor((2 * template.cells) / 3)]);
  let [before, last] = [stem, stem];
  for (let index = 0; index < template.cells; index++) {
    const isReduction = reductions.has(index);
    if (isReduction) channels *= 2;
    const made = addCell(
      net,
      `cell ${index + 1}`,
      isReduction ? reduce : normal,
      [before, last],
      { channels, stride: isReduction ? 2 : 1 },
      template,
    );
    [before, last] = [last, made];
  }
  net.startPart("head");
  return net.finish(architecture.id, poolAndClassify(net, last, template.numClasses));
}

function addCell(
  net: NetworkBuilder,
  part: string,
  { entries, outputs }: Cell,
  [before, last]: readonly [Tensor, Tensor],
  { channels, stride }: { readonly channels: number; readonly stride: number },
  { operations }: DartsTemplate,
): Tensor {
  net.startPart(`${part}, input 1`);
  const isHalved = before.shape[1] !== last.shape[1];
  const first = isHalved ? factorizedReduce(net, before, channels) : projected(net, before, channels);
  net.startPart(`${part}, input 2`);
  const states: Tensor[] = [first, projected(net, last, channels)];
  for (let index = 0; index < entries.length; index += 2) {
    const node = index / 2 + 1;
    const arriving = entries.slice(index, index + 2).map(({ operation, state }, side) => {
      net.startPart(`${part}, node ${node}${side === 0 ? "a" : "b"}`);
      const from = states[state];
      if (!from) throw net.problem("it reads a state that does not stand before it.");
      const steps = stepsOf(operations, operation);
      const own = state < 2 ? stride : 1;
      const isSkip = steps.length === 1 && steps[0]?.kind === "skip";
      return isSkip && own > 1
        ? factorizedReduce(net, from, channels)
        : applyComposition(net, steps, from, { channels, stride: own });
    });
    net.startPart(`${part}, node ${node}`);
    const [one, two] = arriving;
    if (!one || !two) throw net.problem("a node takes two operations.");
    states.push(net.add("sum", { kind: "add" }, one, two));
  }
  net.startPart(`${part}, output`);
  const [one, ...more] = outputs.flatMap((state) => states[state] ?? []);
  if (!one) throw net.problem("no state is put out.");
  return more.length === 0 ? one : net.add("concat", { kind: "concat" }, one, ...more);
}

const projected = (net: NetworkBuilder, input: Tensor, channels: number): Tensor =>
  batchNorm(net, "bn", conv(net, "conv", activate(net, "relu", input, "relu"), channels, { kernel: 1 }));

/** Halves an image without losing pixels: half of the channels see the even pixels, half the odd ones. */
function factorizedReduce(net: NetworkBuilder, input: Tensor, channels: number): Tensor {
  const active = activate(net, "relu", input, "relu");
  const half = Math.floor(channels / 2);
  const even = conv(net, "even", active, half, { kernel: 1, stride: 2 });
  const shifted = net.add("shift", { kind: "dropFirst" }, active);
  const odd = conv(net, "odd", shifted, channels - half, { kernel: 1, stride: 2 });
  return batchNorm(net, "bn", net.add("concat", { kind: "concat" }, even, odd));
}

/** States are written as people name them: the two cells before, then the nodes from 1. */
const STATES = ["c_{k-2}", "c_{k-1}"];

/** @param otherwise the unit that it is where none is called so */
function cellOf(space: SearchSpace, architecture: Architecture, name: string, otherwise: number): Cell {
  const called = space.units.findIndex((unit) => unit.name.startsWith(name));
  const entries = (architecture.units[called < 0 ? otherwise : called] ?? []).map((node) => {
    const written = String(nodeValue(space, node, "input") ?? "");
    const input = STATES.indexOf(written);
    const state = input >= 0 ? input : Number(written.replace("node ", "")) + 1;
    if (!Number.isInteger(state)) throw new NetworkError(`${written} is no state of a cell.`);
    return { operation: operationName(space, node), state };
  });
  const concat = globalValue(space, architecture, `${name}_concat`);
  const numNodes = Math.ceil(entries.length / 2);
  return {
    entries,
    outputs:
      concat === null
        ? Array.from({ length: numNodes }, (_, node) => node + 2)
        : String(concat).split(",").map(Number),
  };
}
