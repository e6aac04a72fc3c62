import type { Layer, Shape } from "../../blocks/network";
import { parametersOf, type Parameter } from "../../blocks/parameters";

/** A weight of a Keras layer: the values of a tensor of ours, seen in a shape, its axes in another order. */
export type KerasWeight = {
  /** As Keras calls it in its layer: kernel, depthwise_kernel, gamma. */
  readonly name: string;
  /** Full name of our tensor: `stem_conv.weight`. */
  readonly from: string;
  readonly seenAs: Shape;
  /** Which axis of `seenAs` stands at each place. */
  readonly axes: readonly number[];
  readonly trained: boolean;
  /** Where only some of the tensor's values are meant: from and to which, in row-major order. */
  readonly within?: readonly [begin: number, end: number];
};

const NORMALISATION: Readonly<Record<string, string>> = {
  weight: "gamma",
  bias: "beta",
  running_mean: "moving_mean",
  running_var: "moving_variance",
};

/** Weights of a layer in Keras's order, given the shape of its first input. */
export const kerasWeights = (layer: Layer, input: Shape): KerasWeight[] =>
  parametersOf(layer, input).map((parameter) => ({
    from: `${layer.name}.${parameter.name}`,
    trained: parameter.trained,
    ...placed(layer, parameter, input),
  }));

function placed(
  { operation }: Layer,
  { name, shape }: Parameter,
  input: Shape,
): Omit<KerasWeight, "from" | "trained"> {
  const inOrder = { seenAs: shape, axes: shape.map((_, axis) => axis) };
  switch (operation.kind) {
    case "batchNorm":
    case "layerNorm":
      return { name: NORMALISATION[name] ?? name, ...inOrder };
    case "conv": {
      if (name !== "weight") return { name, ...inOrder };
      const [outChannels = 0, , height = 0, width = 0] = shape;
      const [inChannels = 0] = input;
      // Every input channel has its own filters, which lie together.
      if (operation.groups > 1 && operation.groups === inChannels)
        return {
          name: "depthwise_kernel",
          seenAs: [inChannels, outChannels / inChannels, height, width],
          axes: [2, 3, 0, 1],
        };
      return { name: "kernel", seenAs: shape, axes: [2, 3, 1, 0] };
    }
    case "linear":
      return name === "weight" ? { name: "kernel", seenAs: shape, axes: [1, 0] } : { name, ...inOrder };
    case "embedding":
      return { name: "embeddings", ...inOrder };
    default:
      return { name, ...inOrder };
  }
}

/** Shape of a weight in Keras's order. */
export const kerasShape = ({ seenAs, axes }: Pick<KerasWeight, "seenAs" | "axes">): Shape =>
  axes.map((axis) => seenAs[axis] ?? 0);

/** Values with their axes in Keras's order. @param tensor of ours, row-major */
export function permuted(
  tensor: Float32Array,
  { seenAs, axes, within }: Pick<KerasWeight, "seenAs" | "axes" | "within">,
): Float32Array {
  const values = within === undefined ? tensor : tensor.subarray(...within);
  const strides = seenAs.map((_, axis) =>
    seenAs.slice(axis + 1).reduce((product, size) => product * size, 1),
  );
  const sizes = axes.map((axis) => seenAs[axis] ?? 0);
  const steps = axes.map((axis) => strides[axis] ?? 0);
  const result = new Float32Array(values.length);
  const place = sizes.map(() => 0);
  let from = 0;
  for (let to = 0; to < result.length; to++) {
    result[to] = values[from] ?? 0;
    // Counts like an odometer: the last axis turns first.
    for (let axis = place.length - 1; axis >= 0; axis--) {
      place[axis] = (place[axis] ?? 0) + 1;
      from += steps[axis] ?? 0;
      if ((place[axis] ?? 0) < (sizes[axis] ?? 0)) break;
      from -= (steps[axis] ?? 0) * (sizes[axis] ?? 0);
      place[axis] = 0;
    }
  }
  return result;
}
