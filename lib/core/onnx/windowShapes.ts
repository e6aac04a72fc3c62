/** Shapes after windows that move over the spatial axes: convolutions and pools. */
import type { OnnxNode } from "./model";
import { int, ints, one, type Rule, type Shape } from "./shapeRule";

/** Sizes after a window has moved over the spatial axes. */
function windowed(node: OnnxNode, spatial: Shape, kernel: readonly number[]): number[] {
  const strides = ints(node, "strides") ?? kernel.map(() => 1);
  const dilations = ints(node, "dilations") ?? kernel.map(() => 1);
  const pads = ints(node, "pads") ?? [];
  const auto = node.attributes.get("auto_pad")?.text ?? "NOTSET";
  const round = int(node, "ceil_mode", 0) === 1 ? Math.ceil : Math.floor;
  return spatial.map((size, axis) => {
    const stride = strides[axis] ?? 1;
    if (auto.startsWith("SAME")) return Math.ceil(size / stride);
    const padding = auto === "VALID" ? 0 : (pads[axis] ?? 0) + (pads[axis + kernel.length] ?? 0);
    const reach = (dilations[axis] ?? 1) * ((kernel[axis] ?? 1) - 1) + 1;
    return round((size + padding - reach) / stride) + 1;
  });
}

export const convolution: Rule = (node, { inputs: [input = null, weights = null] }) => {
  if (input === null || weights === null) return one(null);
  const [batch = 1, , ...spatial] = input;
  const kernel = ints(node, "kernel_shape") ?? weights.slice(2);
  return one([batch, weights[0] ?? 0, ...windowed(node, spatial, kernel)]);
};

export const transposed: Rule = (node, { inputs: [input = null, weights = null] }) => {
  if (input === null || weights === null) return one(null);
  const [batch = 1, , ...spatial] = input;
  const kernel = ints(node, "kernel_shape") ?? weights.slice(2);
  const [strides, dilations] = [ints(node, "strides"), ints(node, "dilations")];
  const [pads, more, fixed] = [ints(node, "pads"), ints(node, "output_padding"), ints(node, "output_shape")];
  const sizes = spatial.map((size, axis) => {
    const padding = (pads?.[axis] ?? 0) + (pads?.[axis + kernel.length] ?? 0);
    const reach = (dilations?.[axis] ?? 1) * ((kernel[axis] ?? 1) - 1) + 1;
    return (strides?.[axis] ?? 1) * (size - 1) + (more?.[axis] ?? 0) + reach - padding;
  });
  return one([batch, (weights[1] ?? 0) * int(node, "group", 1), ...(fixed ?? sizes)]);
};

export const pool: Rule = (node, { inputs: [input = null] }) => {
  const kernel = ints(node, "kernel_shape");
  if (input === null || kernel === null) return one(null);
  const [batch = 1, channels = 0, ...spatial] = input;
  return one([batch, channels, ...windowed(node, spatial, kernel)]);
};

export const globalPool: Rule = (_, { inputs: [input = null] }) =>
  one(input === null ? null : input.map((size, axis) => (axis < 2 ? size : 1)));
