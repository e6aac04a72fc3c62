import type { Operation } from "../../blocks/network";
import type { Dialect } from "./calls";
import type { Emitter } from "./emitter";
import type { KerasWeight } from "./weights";

type Conv = Extract<Operation, { kind: "conv" }>;

/** A convolution; its padding is a layer of its own where "same" would be another. */
export function convCalls(out: Emitter, operation: Conv, dialect: Dialect): void {
  const { stride, dilation, groups } = operation;
  const [inChannels = 0] = out.shape;
  const isDepthwise = groups > 1 && groups === inChannels;
  if (dialect === "tfjs" && isDepthwise && dilation > 1) return dilatedDepthwise(out, operation);
  if (dialect === "tfjs" && groups > 1 && !isDepthwise) return grouped(out, operation);
  const input = padded(out, operation);
  const config = configOf(operation);
  const [className, filters] = isDepthwise
    ? ["DepthwiseConv2D", { depth_multiplier: operation.outChannels / inChannels }]
    : ["Conv2D", { filters: operation.outChannels }];
  const all = { ...filters, ...config, ...(groups > 1 && !isDepthwise ? { groups } : {}) };
  if (stride === 1 || dilation === 1) return out.last(className, all, [input]);
  // Neither Keras nor TensorFlow.js takes both: every place, then every so many-th.
  const every = out.before("every", className, all, [input], { weights: out.weights });
  return everySoMany(out, every, stride);
}

const isSame = ({ stride, padding, dilation, kernel }: Conv): boolean =>
  stride === 1 && 2 * padding === dilation * (kernel - 1);

function padded(out: Emitter, operation: Conv): string {
  const [input = ""] = out.layer.inputs;
  const { padding } = operation;
  // At other strides "same" pads only behind the last pixels, where PyTorch and ONNX pad on both sides.
  if (padding === 0 || isSame(operation)) return input;
  return out.before("pad", "ZeroPadding2D", { padding: [[padding, padding], [padding, padding]] }, [input]); // prettier-ignore
}

const configOf = (operation: Conv) => ({
  kernel_size: operation.kernel,
  strides: operation.dilation > 1 ? 1 : operation.stride,
  padding: isSame(operation) ? "same" : "valid",
  dilation_rate: operation.dilation,
  use_bias: operation.bias,
});

/** Every so many-th row and column, the first one first. */
function everySoMany(out: Emitter, input: string, stride: number): void {
  out.last("MaxPooling2D", { pool_size: 1, strides: stride, padding: "valid" }, [input], []);
}

/** Every group by itself, side by side: TensorFlow.js has no convolutions in groups. */
function grouped(out: Emitter, operation: Conv): void {
  const { groups, outChannels, stride, dilation } = operation;
  const [inChannels = 0] = out.shape;
  const [inEach, outEach] = [inChannels / groups, outChannels / groups];
  // Channels take the place of columns for a while: there are layers that crop columns.
  const turned = out.before("turn", "Permute", { dims: [1, 3, 2] }, [padded(out, operation)]);
  const results = Array.from({ length: groups }, (_, group) => {
    const role = (word: string): string => `group${group + 1}_${word}`;
    const cropping = [[0, 0], [group * inEach, inChannels - (group + 1) * inEach]]; // prettier-ignore
    const cropped = out.before(role("crop"), "Cropping2D", { cropping }, [turned]);
    const own = out.before(role("channels"), "Permute", { dims: [1, 3, 2] }, [cropped]);
    return out.before(role("conv"), "Conv2D", { filters: outEach, ...configOf(operation) }, [own], {
      weights: out.weights.map((weight) => partOf(weight, group, groups)),
    });
  });
  if (stride === 1 || dilation === 1) return out.last("Concatenate", { axis: -1 }, results, []);
  return everySoMany(out, out.before("every", "Concatenate", { axis: -1 }, results), stride);
}

/** The part of a tensor whose first axis, the channels that come out, is divided among groups. */
function partOf(weight: KerasWeight, group: number, groups: number): KerasWeight {
  const [all = 0, ...rest] = weight.seenAs;
  const seenAs = [all / groups, ...rest];
  const size = seenAs.reduce((product, axis) => product * axis, 1);
  return { ...weight, seenAs, within: [group * size, (group + 1) * size] };
}

/**
 * TensorFlow.js passes over the dilation of its depthwise convolution. Rows and columns that a dilated kernel meets
 * together are so many apart: they are gathered to images of their own, all convolved with the same kernel without
 * dilation, and put back between each other.
 */
function dilatedDepthwise(out: Emitter, operation: Conv): void {
  const { kernel, stride, padding, dilation, outChannels, bias } = operation;
  const [channels = 0, height = 0, width = 0] = out.shape;
  const [tall, wide] = [height + 2 * padding, width + 2 * padding];
  const [more, beside] = [missing(tall, dilation), missing(wide, dilation)];
  const [rows, columns] = [(tall + more) / dilation, (wide + beside) / dilation];
  const [input = ""] = out.layer.inputs;
  const pad = out.before("pad", "ZeroPadding2D", { padding: [[padding, padding + more], [padding, padding + beside]] }, [input]); // prettier-ignore
  const reshape = (role: string, tensor: string, ...target: readonly number[]): string =>
    out.before(role, "Reshape", { target_shape: target }, [tensor]);
  const split = reshape("split", pad, rows, dilation, columns, dilation, channels);
  const gathered = out.before("gather", "Permute", { dims: [2, 4, 1, 3, 5] }, [split]);
  const images = reshape("images", gathered, dilation * dilation, rows, columns, channels);
  const convolved = out.before("each", "TimeDistributed", {}, [images], {
    weights: out.weights,
    inner: {
      name: `${out.layer.name}_filter`,
      className: "DepthwiseConv2D",
      config: {
        kernel_size: kernel,
        strides: 1,
        padding: "valid",
        depth_multiplier: outChannels / channels,
        use_bias: bias,
      },
    },
  });
  const [left, across] = [rows - kernel + 1, columns - kernel + 1];
  const apart = reshape("apart", convolved, dilation, dilation, left, across, outChannels);
  const between = out.before("between", "Permute", { dims: [3, 1, 4, 2, 5] }, [apart]);
  const whole = reshape("whole", between, left * dilation, across * dilation, outChannels);
  const cropping = [[0, more], [0, beside]]; // prettier-ignore
  if (stride === 1) return out.last("Cropping2D", { cropping }, [whole], []);
  return everySoMany(out, out.before("every", "Cropping2D", { cropping }, [whole]), stride);
}

/** How many more make it a multiple. */
const missing = (size: number, of: number): number => (of - (size % of)) % of;
