/**
 * A network as layers of Keras, with channels last: what the Keras source and the model of TensorFlow.js are written
 * from. The two differ in few layers; `dialect` says for which of them it is.
 */
import {
  EPSILON,
  shapesByName,
  type Layer,
  type Network,
  type Operation,
  type Shape,
} from "../../blocks/network";
import { convCalls } from "./convCalls";
import { Emitter, type KerasCall } from "./emitter";
import { attentionCalls, classTokenCalls, firstTokenCalls, positionCalls } from "./tfjsTokens";

export type Dialect = "keras" | "tfjs";

/** Layers of a network, each behind those it takes. */
export function kerasCalls(network: Network, dialect: Dialect): readonly KerasCall[] {
  const shapes = shapesByName(network);
  const constants = new Set<string>();
  return network.layers.flatMap((layer) =>
    new Caller(layer, shapes.get(layer.inputs[0] ?? "") ?? [], dialect, constants).calls(),
  );
}

const ACTIVATIONS = {
  relu: "relu",
  hswish: "hard_silu",
  hsigmoid: "hard_sigmoid",
  sigmoid: "sigmoid",
  swish: "silu",
  gelu: "gelu",
  tanh: "tanh",
} as const;

/** Calls of one layer. */
class Caller {
  readonly #out: Emitter;

  constructor(
    private readonly layer: Layer,
    /** Of its first input. */
    private readonly shape: Shape,
    private readonly dialect: Dialect,
    constants: Set<string>,
  ) {
    this.#out = new Emitter(layer, shape, constants);
  }

  calls(): readonly KerasCall[] {
    const { operation, inputs } = this.layer;
    const shape = this.shape;
    const [input = ""] = inputs;
    switch (operation.kind) {
      case "conv":
        convCalls(this.#out, operation, this.dialect);
        break;
      case "batchNorm":
        this.#out.last("BatchNormalization", { axis: -1, momentum: 0.9, epsilon: EPSILON }, [input]);
        break;
      case "layerNorm":
        this.#out.last("LayerNormalization", { axis: -1, epsilon: EPSILON }, [input]);
        break;
      case "activation":
        this.#activation(operation.name, input);
        break;
      case "pool":
        this.#pool(operation, input);
        break;
      case "globalPool":
        this.#globalPool(input, shape[0] ?? 0);
        break;
      case "flatten":
        this.#out.last("Flatten", {}, [input]);
        break;
      case "toTokens":
        this.#out.last("Reshape", { target_shape: this.layer.shape }, [input]);
        break;
      case "linear":
        this.#out.last("Dense", { units: operation.outFeatures, use_bias: operation.bias }, [input]);
        break;
      case "add":
        this.#out.last("Add", {}, inputs);
        break;
      case "multiply":
        this.#out.last("Multiply", {}, inputs);
        break;
      case "concat":
        this.#out.last("Concatenate", { axis: shape.length === 3 ? -1 : 1 }, inputs);
        break;
      case "zero":
        this.#out.last("Rescaling", { scale: 0, offset: 0 }, [input]);
        break;
      case "dropFirst": {
        const cropping = [
          [1, 0],
          [1, 0],
        ];
        this.#out.last("Cropping2D", { cropping }, [input]);
        break;
      }
      case "takeChannels":
        this.#takeChannels(input, (shape[0] ?? 0) - operation.channels);
        break;
      case "embedding":
        this.#out.last("Embedding", { input_dim: operation.vocabulary, output_dim: operation.features }, [
          input,
        ]);
        break;
      case "position":
        if (this.dialect === "tfjs") positionCalls(this.#out);
        else this.#out.last("Position", {}, [input]);
        break;
      case "classToken":
        if (this.dialect === "tfjs") classTokenCalls(this.#out);
        else this.#out.last("ClassToken", {}, [input]);
        break;
      case "firstToken": {
        if (this.dialect === "tfjs") {
          firstTokenCalls(this.#out);
          break;
        }
        const one = this.#out.before("token", "Cropping1D", { cropping: [0, (shape[0] ?? 1) - 1] }, [input]);
        this.#out.last("Flatten", {}, [one]);
        break;
      }
      case "attention":
        if (this.dialect === "tfjs") attentionCalls(this.#out, operation);
        else this.#out.last("Attention", { heads: operation.heads, causal: operation.causal }, inputs);
        break;
    }
    return this.#out.calls;
  }

  #activation(name: Extract<Operation, { kind: "activation" }>["name"], input: string): void {
    if (name === "relu6") return this.#out.last("ReLU", { max_value: 6 }, [input]);
    if (this.dialect === "keras")
      return this.#out.last("Activation", { activation: ACTIVATIONS[name] }, [input]);
    if (name === "swish") return this.#out.last("Activation", { activation: "swish" }, [input]);
    if (name !== "hswish" && name !== "hsigmoid")
      return this.#out.last("Activation", { activation: ACTIVATIONS[name] }, [input]);
    // The hard sigmoid of TensorFlow.js rises by 1/5, that of MobileNetV3 by 1/6.
    const slower = this.#out.before("slower", "Rescaling", { scale: 5 / 6, offset: 0 }, [input]);
    if (name === "hsigmoid") return this.#out.last("Activation", { activation: "hard_sigmoid" }, [slower]);
    const gate = this.#out.before("gate", "Activation", { activation: "hard_sigmoid" }, [slower]);
    return this.#out.last("Multiply", {}, [input, gate]);
  }

  #pool(operation: Extract<Operation, { kind: "pool" }>, input: string): void {
    const { pool, kernel, stride, padding, ceil } = operation;
    const className = pool === "avg" ? "AveragePooling2D" : "MaxPooling2D";
    if (padding === 0 || stride === 1) {
      const isSame = ceil || padding > 0;
      this.#out.last(className, { pool_size: kernel, strides: stride, padding: isSame ? "same" : "valid" }, [
        input,
      ]);
      return;
    }
    // At other strides "same" would set its windows one pixel off: all windows, then every so many-th.
    const all = this.#out.before("all", className, { pool_size: kernel, strides: 1, padding: "same" }, [
      input,
    ]);
    this.#out.last("MaxPooling2D", { pool_size: 1, strides: stride, padding: "valid" }, [all]);
  }

  #globalPool(input: string, channels: number): void {
    if (this.dialect === "keras")
      return this.#out.last("GlobalAveragePooling2D", { keepdims: true }, [input]);
    const mean = this.#out.before("mean", "GlobalAveragePooling2D", {}, [input]);
    return this.#out.last("Reshape", { target_shape: [1, 1, channels] }, [mean]);
  }

  /** Channels take the place of columns for a while: there are layers that crop columns. */
  #takeChannels(input: string, surplus: number): void {
    const turned = this.#out.before("turn", "Permute", { dims: [1, 3, 2] }, [input]);
    const cropped = this.#out.before(
      "crop",
      "Cropping2D",
      {
        cropping: [
          [0, 0],
          [0, surplus],
        ],
      },
      [turned],
    );
    this.#out.last("Permute", { dims: [1, 3, 2] }, [cropped]);
  }
}
