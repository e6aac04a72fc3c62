import { nodeValue } from "../../formats/notationDetails";
import type { Architecture, Node } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import { roundChannels } from "../channels";
import { convBnAct, conv, activate } from "../layers";
import { mbconv } from "../mbconv";
import { ACTIVATIONS, type ActivationName, type Network } from "../network";
import { NetworkBuilder } from "../networkBuilder";
import { NetworkError } from "../shapes";
import { list, number, object, oneOf, whole, type Read } from "./fields";
import { imageFields, resolutionOf, type ImageFields } from "./imageFields";

/** Inverted bottlenecks in units: once-for-all MobileNetV3, ProxylessNAS and their like. */
export type MbconvTemplate = ImageFields & {
  readonly family: "mbconv";
  /** All channels but those of input and classes are multiplied by it, then rounded to multiples of `divisor`. */
  readonly width: number;
  readonly divisor: number;
  readonly stem: {
    readonly channels: number;
    readonly kernel: number;
    readonly stride: number;
    readonly activation: ActivationName;
  };
  /** Blocks between stem and first unit, which no architecture chooses. */
  readonly fixed: readonly FixedBlock[];
  /** One for every unit of the search space; `squeeze` 0 is without squeeze and excitation. */
  readonly units: readonly UnitFields[];
  /** `expand`: channels of a 1x1 convolution before the mean, `mix`: features of a layer behind it; 0 leaves one out. */
  readonly head: { readonly expand: number; readonly mix: number; readonly activation: ActivationName };
};

type UnitFields = {
  readonly channels: number;
  readonly stride: number;
  readonly activation: ActivationName;
  readonly squeeze: number;
};

type FixedBlock = UnitFields & { readonly expand: number; readonly kernel: number };

const activation = oneOf(ACTIVATIONS);
const unitFields = {
  channels: whole(1),
  stride: whole(1, 8),
  activation,
  squeeze: whole(0, 64),
} as const;

export const readMbconvTemplate: Read<MbconvTemplate> = object<MbconvTemplate>({
  family: oneOf(["mbconv"]),
  ...imageFields,
  width: number(0.05, 16),
  divisor: whole(1, 256),
  stem: object<MbconvTemplate["stem"]>({
    channels: whole(1),
    kernel: whole(1, 15),
    stride: whole(1, 8),
    activation,
  }),
  fixed: list(object<FixedBlock>({ ...unitFields, expand: number(0.1, 32), kernel: whole(1, 15) })),
  units: list(object<UnitFields>(unitFields), 1),
  head: object<MbconvTemplate["head"]>({ expand: whole(0), mix: whole(0), activation }),
});

/** @throws NetworkError where the template does not fit the space */
export function buildMbconv(
  space: SearchSpace,
  architecture: Architecture,
  template: MbconvTemplate,
): Network {
  const { stem, fixed, units, head, divisor } = template;
  if (units.length !== architecture.units.length)
    throw new NetworkError(
      `The template has ${units.length} units, the architecture ${architecture.units.length}.`,
    );
  const widened = (channels: number) => roundChannels(channels * template.width, divisor);
  const side = resolutionOf(space, architecture, template);
  const net = new NetworkBuilder([template.inputChannels, side, side]);
  net.startPart("stem");
  let tensor = convBnAct(net, "", net.input, widened(stem.channels), stem);
  for (const [index, block] of fixed.entries()) {
    net.startPart(`fixed ${index + 1}`);
    tensor = mbconv(net, tensor, { ...block, channels: widened(block.channels), divisor });
  }
  for (const [unitIndex, unit] of architecture.units.entries()) {
    const fields = units[unitIndex];
    if (!fields) continue;
    for (const [layerIndex, node] of unit.entries()) {
      net.startPart(`unit ${unitIndex + 1}, layer ${layerIndex + 1}`);
      tensor = mbconv(net, tensor, {
        ...fields,
        divisor,
        channels: widened(fields.channels),
        stride: layerIndex === 0 ? fields.stride : 1,
        expand: numberOf(space, node, "expand"),
        kernel: numberOf(space, node, "kernel"),
      });
    }
  }
  net.startPart("head");
  if (head.expand > 0)
    tensor = convBnAct(net, "expand", tensor, widened(head.expand), {
      kernel: 1,
      activation: head.activation,
    });
  tensor = net.add("pool", { kind: "globalPool" }, tensor);
  if (head.mix > 0) {
    tensor = conv(net, "mix", tensor, widened(head.mix), { kernel: 1 });
    tensor = activate(net, "mix_act", tensor, head.activation);
  }
  tensor = net.add("flatten", { kind: "flatten" }, tensor);
  return net.finish(
    architecture.id,
    net.add("classifier", { kind: "linear", outFeatures: template.numClasses, bias: true }, tensor),
  );
}

function numberOf(space: SearchSpace, node: Node, feature: string): number {
  const value = nodeValue(space, node, feature);
  if (typeof value === "number" && value > 0) return value;
  throw new NetworkError(
    `A block needs the feature ${feature} as a number above 0, and has ${value ?? "none"}.`,
  );
}
