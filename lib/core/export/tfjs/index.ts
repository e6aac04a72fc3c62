/** Writes a network as a layers model of TensorFlow.js: model.json beside weights.bin. */
import { INPUT, type Network } from "../../blocks/network";
import { weightsProblem, type Weights } from "../../blocks/weights";
import { floatBytes, joined } from "../../onnx/writeWire";
import { kerasCalls, type KerasCall } from "../keras/calls";
import { kerasShape, permuted } from "../keras/weights";

/** Name of the file that model.json says its weights are in. */
export const WEIGHTS_FILE = "weights.bin";

export type TfjsModel = {
  /** Text of model.json. */
  readonly model: string;
  /** Float32, in the order of the manifest. */
  readonly weights: Uint8Array;
};

export type TfjsOutcome =
  | ({ readonly ok: true } & TfjsModel)
  /** TensorFlow.js has no layer for something in the network. */
  | { readonly ok: false; readonly message: string };

/**
 * Its input has the channels last: [batch, height, width, channels].
 * @throws Error where weights are missing or of another size
 */
export function writeTfjs(network: Network, weights: Weights): TfjsOutcome {
  const problem = weightsProblem(network, weights);
  if (problem !== null) throw new Error(problem);
  const outcome = kerasCalls(network, "tfjs");
  if (!outcome.ok) return outcome;
  const { calls } = outcome;
  const [channels = 0, height = 0, width = 0] = network.inputShape;
  const stored = calls.flatMap((call) =>
    call.weights.map((weight) => ({
      entry: { name: `${call.name}/${weight.name}`, shape: kerasShape(weight), dtype: "float32" },
      bytes: floatBytes(permuted(weights.get(weight.from) ?? new Float32Array(), weight)),
    })),
  );
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
            config: {
              name: INPUT,
              batch_input_shape: [null, height, width, channels],
              dtype: "float32",
              sparse: false,
            },
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
    ok: true,
    model: `${JSON.stringify(model, null, 1)}\n`,
    weights: joined(stored.map(({ bytes }) => bytes)),
  };
}

const layerEntry = ({ name, className, config, inputs }: KerasCall) => ({
  class_name: className,
  name,
  config: { name, trainable: true, ...config },
  inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
});
