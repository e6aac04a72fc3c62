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
import { lackingInTfjs } from "./lacking";
import { kerasWeights, type KerasWeight } from "./weights";

export type Dialect = "keras" | "tfjs";

export type ConfigValue = number | boolean | string | readonly ConfigValue[];

export type KerasCall = {
  readonly name: string;
  readonly className: string;
  /** Arguments in Python's spelling. */
  readonly config: Readonly<Record<string, ConfigValue>>;
  readonly inputs: readonly string[];
  readonly weights: readonly KerasWeight[];
  readonly part: string;
};

/** Layers of a network, or why a dialect cannot have them. */
export type CallsOutcome =
  | { readonly ok: true; readonly calls: readonly KerasCall[] }
  | { readonly ok: false; readonly message: string };

export function kerasCalls(network: Network, dialect: Dialect): CallsOutcome {
  const shapes = shapesByName(network);
  const calls: KerasCall[] = [];
  for (const layer of network.layers) {
    const shape = shapes.get(layer.inputs[0] ?? "") ?? [];
    const reason = dialect === "tfjs" ? lackingInTfjs(layer.operation, shape) : null;
    if (reason !== null)
      return { ok: false, message: `Layers of TensorFlow.js have ${reason} (${layer.name}).` };
    calls.push(...new Caller(layer, shape, dialect).calls());
  }
  return { ok: true, calls };
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

/** Calls of one layer; the last has its name, those before it names that begin with it. */
class Caller {
  readonly #calls: KerasCall[] = [];

  constructor(
    private readonly layer: Layer,
    /** Of its first input. */
    private readonly shape: Shape,
    private readonly dialect: Dialect,
  ) {}

  calls(): readonly KerasCall[] {
    const { operation, inputs } = this.layer;
    const shape = this.shape;
    const [input = ""] = inputs;
    switch (operation.kind) {
      case "conv":
        this.#conv(operation, input, shape[0] ?? 0);
        break;
      case "batchNorm":
        this.#last("BatchNormalization", { axis: -1, momentum: 0.9, epsilon: EPSILON }, [input]);
        break;
      case "layerNorm":
        this.#last("LayerNormalization", { axis: -1, epsilon: EPSILON }, [input]);
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
        this.#last("Flatten", {}, [input]);
        break;
      case "toTokens":
        this.#last("Reshape", { target_shape: this.layer.shape }, [input]);
        break;
      case "linear":
        this.#last("Dense", { units: operation.outFeatures, use_bias: operation.bias }, [input]);
        break;
      case "add":
        this.#last("Add", {}, inputs);
        break;
      case "multiply":
        this.#last("Multiply", {}, inputs);
        break;
      case "concat":
        this.#last("Concatenate", { axis: shape.length === 3 ? -1 : 1 }, inputs);
        break;
      case "zero":
        this.#last("Rescaling", { scale: 0, offset: 0 }, [input]);
        break;
      case "dropFirst": {
        const cropping = [
          [1, 0],
          [1, 0],
        ];
        this.#last("Cropping2D", { cropping }, [input]);
        break;
      }
      case "takeChannels":
        this.#takeChannels(input, (shape[0] ?? 0) - operation.channels);
        break;
      case "embedding":
        this.#last("Embedding", { input_dim: operation.vocabulary, output_dim: operation.features }, [input]);
        break;
      case "position":
        this.#last("Position", {}, [input]);
        break;
      case "classToken":
        this.#last("ClassToken", {}, [input]);
        break;
      case "firstToken": {
        const one = this.#before("token", "Cropping1D", { cropping: [0, (shape[0] ?? 1) - 1] }, [input]);
        this.#last("Flatten", {}, [one]);
        break;
      }
      case "attention":
        this.#last("Attention", { heads: operation.heads, causal: operation.causal }, inputs);
        break;
    }
    return this.#calls;
  }

  #before(role: string, className: string, config: KerasCall["config"], inputs: readonly string[]): string {
    const name = `${this.layer.name}_${role}`;
    this.#calls.push({ name, className, config, inputs, weights: [], part: this.layer.part });
    return name;
  }

  /** The call that makes the layer's tensor and has its weights. */
  #last(className: string, config: KerasCall["config"], inputs: readonly string[]): void {
    this.#calls.push({
      name: this.layer.name,
      className,
      config,
      inputs,
      weights: kerasWeights(this.layer, this.shape),
      part: this.layer.part,
    });
  }

  #conv(operation: Extract<Operation, { kind: "conv" }>, input: string, inChannels: number): void {
    const { kernel, stride, padding, dilation, groups, outChannels, bias } = operation;
    const isSame = stride === 1 && 2 * padding === dilation * (kernel - 1);
    // At other strides "same" pads only behind the last pixels, where PyTorch and ONNX pad on both sides.
    const padded =
      padding === 0 || isSame
        ? input
        : this.#before(
            "pad",
            "ZeroPadding2D",
            {
              padding: [
                [padding, padding],
                [padding, padding],
              ],
            },
            [input],
          );
    const config = {
      kernel_size: kernel,
      strides: stride,
      padding: isSame ? "same" : "valid",
      dilation_rate: dilation,
      use_bias: bias,
    };
    if (groups > 1 && groups === inChannels)
      this.#last("DepthwiseConv2D", { ...config, depth_multiplier: outChannels / inChannels }, [padded]);
    else
      this.#last("Conv2D", { filters: outChannels, ...config, ...(groups > 1 ? { groups } : {}) }, [padded]);
  }

  #activation(name: Extract<Operation, { kind: "activation" }>["name"], input: string): void {
    if (name === "relu6") return this.#last("ReLU", { max_value: 6 }, [input]);
    if (this.dialect === "keras") return this.#last("Activation", { activation: ACTIVATIONS[name] }, [input]);
    if (name === "swish") return this.#last("Activation", { activation: "swish" }, [input]);
    if (name !== "hswish" && name !== "hsigmoid")
      return this.#last("Activation", { activation: ACTIVATIONS[name] }, [input]);
    // The hard sigmoid of TensorFlow.js rises by 1/5, that of MobileNetV3 by 1/6.
    const slower = this.#before("slower", "Rescaling", { scale: 5 / 6, offset: 0 }, [input]);
    if (name === "hsigmoid") return this.#last("Activation", { activation: "hard_sigmoid" }, [slower]);
    const gate = this.#before("gate", "Activation", { activation: "hard_sigmoid" }, [slower]);
    return this.#last("Multiply", {}, [input, gate]);
  }

  #pool(operation: Extract<Operation, { kind: "pool" }>, input: string): void {
    const { pool, kernel, stride, padding, ceil } = operation;
    const className = pool === "avg" ? "AveragePooling2D" : "MaxPooling2D";
    if (padding === 0 || stride === 1) {
      const isSame = ceil || padding > 0;
      this.#last(className, { pool_size: kernel, strides: stride, padding: isSame ? "same" : "valid" }, [
        input,
      ]);
      return;
    }
    // At other strides "same" would set its windows one pixel off: all windows, then every so many-th.
    const all = this.#before("all", className, { pool_size: kernel, strides: 1, padding: "same" }, [input]);
    this.#last("MaxPooling2D", { pool_size: 1, strides: stride, padding: "valid" }, [all]);
  }

  #globalPool(input: string, channels: number): void {
    if (this.dialect === "keras") return this.#last("GlobalAveragePooling2D", { keepdims: true }, [input]);
    const mean = this.#before("mean", "GlobalAveragePooling2D", {}, [input]);
    return this.#last("Reshape", { target_shape: [1, 1, channels] }, [mean]);
  }

  /** Channels take the place of columns for a while: there are layers that crop columns. */
  #takeChannels(input: string, surplus: number): void {
    const turned = this.#before("turn", "Permute", { dims: [1, 3, 2] }, [input]);
    const cropped = this.#before(
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
    this.#last("Permute", { dims: [1, 3, 2] }, [cropped]);
  }
}
