import { batchNorm, channelsOf, conv } from "./layers";
import type { Step } from "./composition";
import type { NetworkBuilder, Tensor } from "./networkBuilder";

/**
 * Adds the layers of an operation.
 * @param channels those the operation is to give
 * @param stride taken by its first window (convolution or pooling), unless that says one of its own
 * @throws NetworkError where the channels or the stride do not come out as asked
 */
export function applyComposition(
  net: NetworkBuilder,
  steps: readonly Step[],
  input: Tensor,
  { channels, stride }: { readonly channels: number; readonly stride: number },
): Tensor {
  let open = stride;
  const strideOf = (own: number | null): number => {
    const taken = own ?? open;
    open = 1;
    return taken;
  };
  const output = steps.reduce<Tensor>((tensor, step) => {
    switch (step.kind) {
      case "conv":
        return conv(net, "conv", tensor, Math.max(1, Math.round(channels * step.widening)), {
          ...step,
          stride: strideOf(step.stride),
        });
      case "depthwise": {
        const own = channelsOf(tensor);
        return conv(net, "depthwise", tensor, own * Math.max(1, Math.round(step.widening)), {
          ...step,
          groups: own,
          stride: strideOf(step.stride),
        });
      }
      case "avgpool":
      case "maxpool":
        return net.add(
          step.kind,
          {
            kind: "pool",
            pool: step.kind === "avgpool" ? "avg" : "max",
            kernel: step.kernel,
            stride: strideOf(step.stride),
            padding: Math.floor((step.kernel - 1) / 2),
            ceil: step.ceil,
          },
          tensor,
        );
      case "activation":
        return net.add(step.name, { kind: "activation", name: step.name }, tensor);
      case "bn":
        return batchNorm(net, "bn", tensor);
      case "zero":
        return net.add("zero", { kind: "zero" }, subsampled(net, tensor, strideOf(null)));
      case "skip":
        return subsampled(net, tensor, strideOf(null));
      case "add":
        return net.add("add", { kind: "add" }, tensor, input);
    }
  }, input);
  if (channelsOf(output) !== channels)
    throw net.problem(
      `the operation gives ${channelsOf(output)} channels where ${channels} are needed; put a conv 1x1 into its composition.`,
    );
  return output;
}

/** Every so many-th pixel; the tensor itself at stride 1. */
const subsampled = (net: NetworkBuilder, input: Tensor, stride: number): Tensor =>
  stride === 1
    ? input
    : net.add("subsample", { kind: "pool", pool: "max", kernel: 1, stride, padding: 0, ceil: false }, input);
