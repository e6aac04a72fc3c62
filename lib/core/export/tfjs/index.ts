/** Writes a network as a layers model of TensorFlow.js: model.json beside weights.bin. */
import { INPUT, type Network, type Shape } from "../../blocks/network";
import { weightsProblem, type Weights } from "../../blocks/weights";
import { floatBytes, joined } from "../../onnx/writeWire";
import { kerasCalls } from "../keras/calls";
import type { KerasCall } from "../keras/emitter";
import { kerasShape, permuted } from "../keras/weights";

/** Name of the file that model.json says its weights are in. */
export const WEIGHTS_FILE = "weights.bin";

export type TfjsModel = {
  /** Text of model.json. */
  readonly model: string;
  /** Float32, in the order of the manifest. */
  readonly weights: Uint8Array;
};

/**
 * Its input has the channels last: [batch, height, width, channels].
 * @throws Error where weights are missing or of another size
 */
export function writeTfjs(network: Network, weights: Weights): TfjsModel {
  const problem = weightsProblem(network, weights);
  if (problem !== null) throw new Error(problem);
  const calls = kerasCalls(network, "tfjs");
  const stored = calls.flatMap((call) => storedOf(call, weights));
  const model = {
    format: "layers-model",
    generatedBy: "archwright",
    convertedBy: null,
    modelTopology: {
      keras_version: "tfjs-layers 4",
      backend: "tensor_flow.js",
      class_name: "Model",
      config: {
        name: "network",
        layers: [
          {
            class_name: "InputLayer",
            name: INPUT,
            config: { name: INPUT, ...inputOf(network), sparse: false },
            inbound_nodes: [],
          },
          ...calls.map(layerEntry),
        ],
        input_layers: [[INPUT, 0, 0]],
        output_layers: [[network.output, 0, 0]],
      },
    },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: stored.map(({ entry }) => entry) }],
  };
  return {
    model: `${JSON.stringify(model, null, 1)}\n`,
    weights: joined(stored.map(({ bytes }) => bytes)),
  };
}

const inputOf = ({ inputShape, inputType }: Network) => {
  const [channels = 0, height = 0, width = 0] = inputShape;
  return inputType === "token"
    ? { batch_input_shape: [null, ...inputShape], dtype: "int32" }
    : { batch_input_shape: [null, height, width, channels], dtype: "float32" };
};

/** What a call stores, by the name that TensorFlow.js looks for: a wrapper gives its own to what is inside. */
function storedOf({ name, weights: own, constants = [] }: KerasCall, weights: Weights) {
  const entry = (weight: string, shape: Shape) => ({
    name: `${name}/${weight}`,
    shape,
    dtype: "float32",
  });
  return [
    ...own.map((weight) => ({
      entry: entry(weight.name, kerasShape(weight)),
      bytes: floatBytes(permuted(weights.get(weight.from) ?? new Float32Array(), weight)),
    })),
    ...constants.map((constant) => ({
      entry: entry(constant.name, constant.shape),
      bytes: floatBytes(constant.values),
    })),
  ];
}

const layerEntry = ({ name, className, config, inputs, inner }: KerasCall) => ({
  class_name: className,
  name,
  config: {
    name,
    trainable: true,
    ...config,
    ...(inner && {
      layer: {
        class_name: inner.className,
        config: { name: inner.name, trainable: true, ...inner.config },
      },
    }),
  },
  inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
});
