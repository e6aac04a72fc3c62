/** Short words for the layers that templates are made of. Padding keeps the size of an image at stride 1. */
import type { ActivationName } from "./network";
import type { NetworkBuilder, Tensor } from "./networkBuilder";

type ConvSettings = {
  readonly kernel: number;
  readonly stride?: number;
  readonly dilation?: number;
  readonly groups?: number;
  readonly bias?: boolean;
};

export const conv = (
  net: NetworkBuilder,
  role: string,
  input: Tensor,
  outChannels: number,
  { kernel, stride = 1, dilation = 1, groups = 1, bias = false }: ConvSettings,
): Tensor =>
  net.add(
    role,
    {
      kind: "conv",
      outChannels,
      kernel,
      stride,
      padding: Math.floor((dilation * (kernel - 1)) / 2),
      dilation,
      groups,
      bias,
    },
    input,
  );

export const batchNorm = (net: NetworkBuilder, role: string, input: Tensor): Tensor =>
  net.add(role, { kind: "batchNorm" }, input);

/** An activation, or the input itself where there is none. */
export const activate = (
  net: NetworkBuilder,
  role: string,
  input: Tensor,
  name: ActivationName | "none",
): Tensor => (name === "none" ? input : net.add(role, { kind: "activation", name }, input));

/** Convolution without bias, batch normalisation, activation. */
export function convBnAct(
  net: NetworkBuilder,
  role: string,
  input: Tensor,
  outChannels: number,
  { activation, ...settings }: ConvSettings & { readonly activation: ActivationName | "none" },
): Tensor {
  const convolved = conv(net, `${role}_conv`, input, outChannels, settings);
  return activate(net, `${role}_act`, batchNorm(net, `${role}_bn`, convolved), activation);
}

export const channelsOf = ({ shape: [channels = 0] }: Tensor): number => channels;

export const featuresOf = ({ shape }: Tensor): number => shape.at(-1) ?? 0;

export const sameShape = (a: Tensor, b: Tensor): boolean => a.shape.join() === b.shape.join();

/** Mean over the image, then class scores. */
export function poolAndClassify(net: NetworkBuilder, input: Tensor, numClasses: number): Tensor {
  const pooled = net.add("flatten", { kind: "flatten" }, net.add("pool", { kind: "globalPool" }, input));
  return net.add("classifier", { kind: "linear", outFeatures: numClasses, bias: true }, pooled);
}
