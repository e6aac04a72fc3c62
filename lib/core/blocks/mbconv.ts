import { roundChannels } from "./channels";
import { activate, channelsOf, conv, convBnAct, sameShape } from "./layers";
import type { ActivationName } from "./network";
import type { NetworkBuilder, Tensor } from "./networkBuilder";

/** One inverted bottleneck of MobileNetV2 and V3. */
export type MbconvBlock = {
  readonly channels: number;
  readonly expand: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: ActivationName;
  /** Channels are divided by this between squeeze and excitation; 0 leaves both out. */
  readonly squeeze: number;
  /** Inner channels are rounded to multiples of it. */
  readonly divisor: number;
};

/**
 * Expand 1x1, depthwise k x k, squeeze and excitation, project 1x1; the input is added where shapes are the same.
 * Expand 1 leaves the first convolution out.
 */
export function mbconv(net: NetworkBuilder, input: Tensor, block: MbconvBlock): Tensor {
  const { activation, kernel, stride, divisor } = block;
  const inner = roundChannels(Math.round(channelsOf(input) * block.expand), divisor);
  const expanded =
    block.expand === 1 ? input : convBnAct(net, "expand", input, inner, { kernel: 1, activation });
  const filtered = convBnAct(net, "depthwise", expanded, channelsOf(expanded), {
    kernel,
    stride,
    groups: channelsOf(expanded),
    activation,
  });
  const gated = block.squeeze === 0 ? filtered : squeezeExcite(net, filtered, block.squeeze, divisor);
  const projected = convBnAct(net, "project", gated, block.channels, { kernel: 1, activation: "none" });
  return sameShape(projected, input) ? net.add("skip", { kind: "add" }, projected, input) : projected;
}

/** Mean of every channel, two layers with bias, a gate from 0 to 1 on every channel (MobileNetV3's hard sigmoid). */
function squeezeExcite(net: NetworkBuilder, input: Tensor, squeeze: number, divisor: number): Tensor {
  const channels = channelsOf(input);
  const mean = net.add("se_pool", { kind: "globalPool" }, input);
  const inner = roundChannels(Math.floor(channels / squeeze), divisor);
  const squeezed = conv(net, "se_reduce", mean, inner, { kernel: 1, bias: true });
  const excited = conv(net, "se_expand", activate(net, "se_relu", squeezed, "relu"), channels, {
    kernel: 1,
    bias: true,
  });
  return net.add("se_scale", { kind: "multiply" }, input, activate(net, "se_gate", excited, "hsigmoid"));
}
