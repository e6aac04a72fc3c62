/**
 * A network as a list of layers, each of which makes one tensor: what an architecture becomes when a template says
 * its stem, channels, strides and head. Everything that is exported is written from it, and counted on it.
 */

/**
 * Axes of a tensor without the batch: [channels, height, width] of images, [tokens, channels] of sequences,
 * [features] of vectors, [tokens] of token numbers.
 */
export type Shape = readonly number[];

export const ACTIVATIONS = [
  "relu",
  "relu6",
  "hswish",
  "hsigmoid",
  "sigmoid",
  "swish",
  "gelu",
  "tanh",
] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

/** What a layer does to its inputs. Sizes that follow from the inputs are not repeated here. */
export type Operation =
  | {
      readonly kind: "conv";
      readonly outChannels: number;
      readonly kernel: number;
      readonly stride: number;
      readonly padding: number;
      readonly dilation: number;
      readonly groups: number;
      readonly bias: boolean;
    }
  | { readonly kind: "batchNorm" }
  | { readonly kind: "activation"; readonly name: ActivationName }
  /**
   * Pixels outside of the image do not count in an average. `ceil` takes a last window that lies partly outside, where
   * else the pixels left over are dropped; only for windows of 2 pixels without padding.
   */
  | {
      readonly kind: "pool";
      readonly pool: "avg" | "max";
      readonly kernel: number;
      readonly stride: number;
      readonly padding: number;
      readonly ceil: boolean;
    }
  /** Mean over height and width, which stay as axes of 1. */
  | { readonly kind: "globalPool" }
  /** [channels, 1, 1] -> [channels]. */
  | { readonly kind: "flatten" }
  /** [channels, height, width] -> [height * width, channels]. */
  | { readonly kind: "toTokens" }
  /** Along the last axis. */
  | { readonly kind: "linear"; readonly outFeatures: number; readonly bias: boolean }
  | { readonly kind: "layerNorm" }
  | { readonly kind: "add" }
  /** The second input may be [channels, 1, 1]: a gate on whole channels. */
  | { readonly kind: "multiply" }
  /** Along the channels of images, and along the tokens of sequences. */
  | { readonly kind: "concat" }
  /** Zeros of the input's shape. */
  | { readonly kind: "zero" }
  /** An image without its first row and column. */
  | { readonly kind: "dropFirst" }
  /** The first channels of an image. */
  | { readonly kind: "takeChannels"; readonly channels: number }
  /** Token numbers to vectors. */
  | { readonly kind: "embedding"; readonly vocabulary: number; readonly features: number }
  /** Adds a learned vector to every token. */
  | { readonly kind: "position" }
  /** Puts one learned token in front. */
  | { readonly kind: "classToken" }
  | { readonly kind: "firstToken" }
  /** Scaled dot products of queries, keys and values, all [tokens, features], in equal parts for every head. */
  | { readonly kind: "attention"; readonly heads: number; readonly causal: boolean };

export type Layer = {
  /** An identifier in every language we write: letters, digits and underscores, letter first; unique in its network. */
  readonly name: string;
  /** Names of the layers whose tensors it takes, or INPUT. */
  readonly inputs: readonly string[];
  readonly operation: Operation;
  /** Of the tensor it makes. */
  readonly shape: Shape;
  /** The part of the network it belongs to, for people: `unit 2, layer 1`. */
  readonly part: string;
};

/** Name of the tensor that goes in. */
export const INPUT = "input";

export type Network = {
  readonly name: string;
  readonly inputShape: Shape;
  /** Token numbers are whole; everything else is a float. */
  readonly inputType: "float" | "token";
  /** Every layer stands behind those it takes. */
  readonly layers: readonly Layer[];
  /** The layer whose tensor comes out. */
  readonly output: string;
};

/** Shape of the tensor of that name. @throws Error for a name the network does not have */
export function shapeOf(network: Pick<Network, "inputShape" | "layers">, name: string): Shape {
  if (name === INPUT) return network.inputShape;
  const layer = network.layers.find((candidate) => candidate.name === name);
  if (!layer) throw new Error(`The network has no tensor ${name}.`);
  return layer.shape;
}

/** Shapes of all tensors by name. */
export const shapesByName = ({ inputShape, layers }: Network): ReadonlyMap<string, Shape> =>
  new Map([[INPUT, inputShape] as const, ...layers.map(({ name, shape }) => [name, shape] as const)]);

export const sizeOf = (shape: Shape): number => shape.reduce((product, axis) => product * axis, 1);

/** Added to variances before their root, in every normalisation. */
export const EPSILON = 1e-5;
