/** Writes a network as the source of a Keras 3 model, with channels last. */
import { countNetwork } from "../../blocks/count";
import { INPUT, shapeOf, type Network, type Shape } from "../../blocks/network";
import { groupByPart } from "../groupByPart";
import { plainText } from "../plainText";
import { tensorNames } from "../tensorNames";
import { kerasCalls } from "./calls";
import type { ConfigValue, KerasCall } from "./emitter";
import { OWN_LAYERS } from "./ownLayers";

/** The source; `build()` makes the model, its layers are named as ours are. */
export function writeKeras(network: Network): string {
  const calls = kerasCalls(network, "keras");
  const names = new Map([[INPUT, INPUT], ...tensorNames(calls, network.output)]);
  const { parameters, macs } = countNetwork(network);
  const own = Object.keys(OWN_LAYERS).filter((name) => calls.some(({ className }) => className === name));
  const output = channelsLast(shapeOf(network, network.output));
  const input = channelsLast(network.inputShape);
  const type = network.inputType === "token" ? `, dtype="int32"` : "";
  return [
    `"""${plainText(network.name)}: written by Archwright for Keras 3.`,
    ``,
    `${parameters} trainable parameters, ${macs} multiply-accumulates for one input.`,
    `Input: [${["batch", ...input].join(", ")}]; output: [${["batch", ...output].join(", ")}].`,
    `"""`,
    `import math`,
    ``,
    `import keras`,
    `from keras import layers`,
    ``,
    ``,
    ...own.flatMap((name) => [OWN_LAYERS[name] ?? "", ``]),
    `def build():`,
    `    ${INPUT} = keras.Input((${input.join(", ")},)${type})`,
    ...groupByPart(calls, ({ part }) => part).flatMap(([part, members]) => [
      `    # ${part}`,
      ...members.map((call) => `    ${names.get(call.name)} = ${expression(call, names)}`),
    ]),
    `    return keras.Model(${INPUT}, ${names.get(network.output)}, name="network")`,
    ``,
    ``,
    `if __name__ == "__main__":`,
    `    model = build()`,
    `    print(sum(math.prod(w.shape) for w in model.trainable_weights), "parameters")`,
    `    print(model.output_shape)`,
    ``,
  ].join("\n");
}

const channelsLast = (shape: Shape): Shape =>
  shape.length === 3 ? [shape[1] ?? 0, shape[2] ?? 0, shape[0] ?? 0] : shape;

function expression(
  { name, className, config, inputs }: KerasCall,
  names: ReadonlyMap<string, string>,
): string {
  const settings = [
    ...Object.entries(config).map(([key, value]) => `${key}=${python(value)}`),
    `name="${name}"`,
  ].join(", ");
  const room = Object.hasOwn(OWN_LAYERS, className) ? "" : "layers.";
  const taken = inputs.map((input) => names.get(input) ?? input).join(", ");
  return `${room}${className}(${settings})(${inputs.length > 1 ? `[${taken}]` : taken})`;
}

function python(value: ConfigValue): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `"${value}"`;
  return `(${value.map(python).join(", ")}${value.length === 1 ? "," : ""})`;
}
