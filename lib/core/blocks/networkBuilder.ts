import { INPUT, type Layer, type Network, type Operation, type Shape } from "./network";
import { NetworkError, outputShape } from "./shapes";

/** A tensor of the network that is being built. */
export type Tensor = { readonly name: string; readonly shape: Shape };

/** Adds layers one by one; each takes tensors made before it, so that the list is in order by itself. */
export class NetworkBuilder {
  readonly input: Tensor;
  readonly #layers: Layer[] = [];
  readonly #names = new Set<string>([INPUT]);
  #part = "";
  #prefix = "";

  /** @param inputShape without the batch */
  constructor(
    inputShape: Shape,
    private readonly inputType: Network["inputType"] = "float",
  ) {
    this.input = { name: INPUT, shape: inputShape };
  }

  /** Layers from here on belong to this part, and their names begin with it. */
  startPart(part: string): void {
    this.#part = part;
    this.#prefix = identifier(part);
  }

  /**
   * @param role what the layer is in its part, such as `expand`; a number is put behind a name that is taken
   * @throws NetworkError where the inputs do not fit the operation, naming the part
   */
  add(role: string, operation: Operation, ...inputs: readonly Tensor[]): Tensor {
    const shape = this.#shapeOf(operation, inputs);
    const name = this.#nameOf(role);
    this.#layers.push({
      name,
      inputs: inputs.map((tensor) => tensor.name),
      operation,
      shape,
      part: this.#part,
    });
    return { name, shape };
  }

  /** What is wrong with the part that is being built. */
  problem(message: string): NetworkError {
    return new NetworkError(this.#part === "" ? message : `${this.#part}: ${message}`);
  }

  finish(name: string, output: Tensor): Network {
    return {
      name,
      inputShape: this.input.shape,
      inputType: this.inputType,
      layers: this.#layers,
      output: output.name,
    };
  }

  #shapeOf(operation: Operation, inputs: readonly Tensor[]): Shape {
    try {
      return outputShape(
        operation,
        inputs.map((tensor) => tensor.shape),
      );
    } catch (error) {
      if (error instanceof NetworkError) throw this.problem(error.message);
      throw error;
    }
  }

  #nameOf(role: string): string {
    const stem = [this.#prefix, identifier(role)].filter((word) => word !== "").join("_");
    let name = stem;
    for (let number = 2; this.#names.has(name); number++) name = `${stem}_${number}`;
    this.#names.add(name);
    return name;
  }
}

/** Letters, digits and underscores: `unit 2, layer 1` -> `unit2_layer1`; a digit in front gets a letter before it. */
const identifier = (text: string): string =>
  text
    .toLowerCase()
    .replace(/([a-z]) (\d)/g, "$1$2")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .replace(/^(?=\d)/, "n");
