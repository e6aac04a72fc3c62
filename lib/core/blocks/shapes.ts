import type { Operation, Shape } from "./network";

/** What cannot be built as it was asked for: a stride on a skip, channels that do not divide, shapes that do not add. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
}

/**
 * Shape of what an operation makes of tensors of these shapes.
 * @throws NetworkError where they do not fit together
 */
export function outputShape(operation: Operation, inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  switch (operation.kind) {
    case "conv": {
      const [channels, height, width] = image(operation.kind, first);
      const { groups, outChannels, kernel, stride, padding, dilation } = operation;
      if (channels % groups !== 0 || outChannels % groups !== 0)
        throw new NetworkError(
          `A convolution from ${channels} to ${outChannels} channels does not split into ${groups} groups.`,
        );
      const side = (size: number) => windows(size, dilation * (kernel - 1) + 1, stride, padding);
      return [outChannels, side(height), side(width)];
    }
    case "pool": {
      const [channels, height, width] = image(operation.kind, first);
      const { kernel, stride, padding, ceil } = operation;
      const side = (size: number) => windows(ceil ? size + (size % stride) : size, kernel, stride, padding);
      return [channels, side(height), side(width)];
    }
    case "globalPool":
      return [image(operation.kind, first)[0], 1, 1];
    case "flatten": {
      const [channels, height, width] = image(operation.kind, first);
      if (height !== 1 || width !== 1)
        throw new NetworkError(`Only one pixel a channel is flattened, not ${height} x ${width}.`);
      return [channels];
    }
    case "toTokens": {
      const [channels, height, width] = image(operation.kind, first);
      return [height * width, channels];
    }
    case "dropFirst": {
      const [channels, height, width] = image(operation.kind, first);
      return [channels, windows(height, 2, 1, 0), windows(width, 2, 1, 0)];
    }
    case "takeChannels": {
      const [channels, height, width] = image(operation.kind, first);
      if (operation.channels > channels)
        throw new NetworkError(`${operation.channels} channels cannot be taken of ${channels}.`);
      return [operation.channels, height, width];
    }
    case "linear":
      return [...first.slice(0, -1), operation.outFeatures];
    case "concat":
      return concatenated(inputs);
    case "multiply":
    case "add":
      return elementwise(operation.kind, inputs);
    case "embedding":
      return [...first, operation.features];
    case "classToken": {
      const [tokens, features] = sequence(operation.kind, first);
      return [tokens + 1, features];
    }
    case "firstToken":
      return [sequence(operation.kind, first)[1]];
    case "attention": {
      const [tokens, features] = sequence(operation.kind, first);
      if (features % operation.heads !== 0)
        throw new NetworkError(`${features} features do not split into ${operation.heads} heads.`);
      return [tokens, features];
    }
    case "batchNorm":
    case "layerNorm":
    case "activation":
    case "zero":
    case "position":
      return first;
  }
}

/** How many windows fit along an axis. */
function windows(size: number, window: number, stride: number, padding: number): number {
  const count = Math.floor((size + 2 * padding - window) / stride) + 1;
  if (count < 1) throw new NetworkError(`A window of ${window} pixels does not fit into ${size} pixels.`);
  return count;
}

function image(kind: string, shape: Shape): readonly [number, number, number] {
  const [channels, height, width] = shape;
  if (shape.length !== 3 || channels === undefined || height === undefined || width === undefined)
    throw new NetworkError(`${kind} takes an image, not a tensor of ${shape.join(" x ")}.`);
  return [channels, height, width];
}

function sequence(kind: string, shape: Shape): readonly [number, number] {
  const [tokens, features] = shape;
  if (shape.length !== 2 || tokens === undefined || features === undefined)
    throw new NetworkError(`${kind} takes a sequence, not a tensor of ${shape.join(" x ")}.`);
  return [tokens, features];
}

function concatenated(inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  const rest = first.slice(1).join();
  if (inputs.some((shape) => shape.slice(1).join() !== rest))
    throw new NetworkError(
      `Tensors of ${inputs.map((shape) => shape.join(" x ")).join(" and ")} do not stand beside each other.`,
    );
  return [inputs.reduce((sum, [axis = 0]) => sum + axis, 0), ...first.slice(1)];
}

function elementwise(kind: "add" | "multiply", inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  const fits = (shape: Shape) =>
    shape.join() === first.join() || (kind === "multiply" && shape.join() === `${first[0]},1,1`);
  if (!inputs.every(fits))
    throw new NetworkError(
      `Tensors of ${inputs.map((shape) => shape.join(" x ")).join(" and ")} do not ${kind}.`,
    );
  return first;
}
