/** Nodes and constants of an ONNX graph, collected layer by layer. */

export type Attribute =
  { readonly int: number } | { readonly ints: readonly number[] } | { readonly float: number };

export type OnnxNodeToWrite = {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
};

/** A constant of the graph that is no weight: a shape, a bound, a factor. No axes: a single number. */
export type Constant = {
  readonly name: string;
  readonly type: "float" | "int64";
  readonly shape: readonly number[];
  readonly values: readonly number[];
};

export type LayerNodes = {
  readonly constants: readonly Constant[];
  readonly nodes: readonly OnnxNodeToWrite[];
};

/** Writes nodes of one layer: names of tensors in between begin with the layer's. */
export class LayerWriter {
  readonly constants: Constant[] = [];
  readonly nodes: OnnxNodeToWrite[] = [];

  constructor(private readonly layer: string) {}

  constant(role: string, { type, shape, values }: Omit<Constant, "name">): string {
    const name = `${this.layer}.${role}`;
    this.constants.push({ name, type, shape, values });
    return name;
  }

  float(role: string, value: number): string {
    return this.constant(role, { type: "float", shape: [], values: [value] });
  }

  integers(role: string, values: readonly number[]): string {
    return this.constant(role, { type: "int64", shape: [values.length], values });
  }

  /** @param role "" where the node makes the layer's own tensor */
  node(
    op: string,
    inputs: readonly string[],
    role = "",
    attributes: OnnxNodeToWrite["attributes"] = {},
  ): string {
    const output = role === "" ? this.layer : `${this.layer}.${role}`;
    this.nodes.push({ op, inputs, output, attributes });
    return output;
  }
}
