import { shapesByName, sizeOf, type Layer, type Network, type Shape } from "./network";

/** A stored tensor of a layer, in PyTorch's layout: [out, in / groups, kernel, kernel], [out, in]. */
export type Parameter = {
  /** As PyTorch calls it in its layer: weight, bias, running_mean, running_var. */
  readonly name: string;
  readonly shape: Shape;
  /** Running means and variances are stored with a network, but they are not trained and do not count as parameters. */
  readonly trained: boolean;
};

/** Stored tensors of a layer, given the shape of its first input. */
export function parametersOf({ operation }: Pick<Layer, "operation">, input: Shape): Parameter[] {
  const trained = (name: string, ...shape: readonly number[]): Parameter => ({ name, shape, trained: true });
  switch (operation.kind) {
    case "conv": {
      const { outChannels, kernel, groups, bias } = operation;
      return [
        trained("weight", outChannels, (input[0] ?? 0) / groups, kernel, kernel),
        ...(bias ? [trained("bias", outChannels)] : []),
      ];
    }
    case "linear":
      return [
        trained("weight", operation.outFeatures, input.at(-1) ?? 0),
        ...(operation.bias ? [trained("bias", operation.outFeatures)] : []),
      ];
    case "batchNorm": {
      const channels = input[0] ?? 0;
      return [
        trained("weight", channels),
        trained("bias", channels),
        { name: "running_mean", shape: [channels], trained: false },
        { name: "running_var", shape: [channels], trained: false },
      ];
    }
    case "layerNorm":
      return [trained("weight", input.at(-1) ?? 0), trained("bias", input.at(-1) ?? 0)];
    case "embedding":
      return [trained("weight", operation.vocabulary, operation.features)];
    case "position":
      return [trained("weight", ...input)];
    case "classToken":
      return [trained("weight", 1, input.at(-1) ?? 0)];
    default:
      return [];
  }
}

/** A stored tensor with the name it has in the whole network: `stem_conv.weight`. */
export type StoredTensor = Parameter & {
  readonly layer: string;
  readonly fullName: string;
  readonly size: number;
};

/** All stored tensors in layer order. */
export function storedTensors(network: Network): StoredTensor[] {
  const shapes = shapesByName(network);
  return network.layers.flatMap((layer) =>
    parametersOf(layer, shapes.get(layer.inputs[0] ?? "") ?? []).map((parameter) => ({
      ...parameter,
      layer: layer.name,
      fullName: `${layer.name}.${parameter.name}`,
      size: sizeOf(parameter.shape),
    })),
  );
}
