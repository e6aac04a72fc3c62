import type { Layer, Shape } from "../../blocks/network";
import { kerasWeights, type KerasWeight } from "./weights";

export type ConfigValue = number | boolean | string | readonly ConfigValue[];
export type KerasConfig = Readonly<Record<string, ConfigValue>>;

/** Numbers that are no weights of ours and are never trained: where a layer can only add what it stores. */
export type Constant = {
  readonly name: string;
  readonly shape: Shape;
  readonly values: Float32Array;
};

export type KerasCall = {
  readonly name: string;
  readonly className: string;
  /** Arguments in Python's spelling. */
  readonly config: KerasConfig;
  readonly inputs: readonly string[];
  readonly weights: readonly KerasWeight[];
  readonly part: string;
  /** The layer that a wrapper applies; it has the weights. */
  readonly inner?: { readonly name: string; readonly className: string; readonly config: KerasConfig };
  readonly constants?: readonly Constant[];
};

/** Writes the calls of one layer: the last has its name, those before it names that begin with it. */
export class Emitter {
  readonly calls: KerasCall[] = [];
  readonly #own: readonly KerasWeight[];

  constructor(
    readonly layer: Layer,
    /** Of its first input. */
    readonly shape: Shape,
    /** Names of the constants that layers before have made, and that this one may add to. */
    private readonly shared: Set<string>,
  ) {
    this.#own = kerasWeights(layer, shape);
  }

  /** Weights of the layer, in the order of its tensors. */
  get weights(): readonly KerasWeight[] {
    return this.#own;
  }

  before(
    role: string,
    className: string,
    config: KerasConfig,
    inputs: readonly string[],
    more: Partial<Pick<KerasCall, "weights" | "inner">> = {},
  ): string {
    const name = `${this.layer.name}_${role}`;
    this.calls.push({ name, className, config, inputs, weights: [], part: this.layer.part, ...more });
    return name;
  }

  /** The call that makes the layer's tensor, and has its weights unless others have them. */
  last(
    className: string,
    config: KerasConfig,
    inputs: readonly string[],
    weights: readonly KerasWeight[] = this.#own,
  ): void {
    this.calls.push({ name: this.layer.name, className, config, inputs, weights, part: this.layer.part });
  }

  /**
   * A tensor [values.length] that is the same for every input: what nothing is made of, plus a stored bias. Made once
   * for the whole network.
   * @param tokens a tensor [tokens, features], which is multiplied by zero
   */
  constant(
    name: string,
    values: Float32Array,
    tokens: { readonly name: string; readonly shape: Shape },
  ): string {
    const [, features = 0] = tokens.shape;
    const flat = this.#once("constant_mean", "GlobalAveragePooling1D", {}, tokens.name);
    const zero = this.#once("constant_zero", "Dense", { units: 1, use_bias: false, trainable: false }, flat, [
      { name: "kernel", shape: [features, 1], values: new Float32Array(features) },
    ]);
    const units = values.length;
    return this.#once(`constant_${name}`, "Dense", { units, use_bias: true, trainable: false }, zero, [
      { name: "kernel", shape: [1, units], values: new Float32Array(units) },
      { name: "bias", shape: [units], values },
    ]);
  }

  #once(
    name: string,
    className: string,
    config: KerasConfig,
    input: string,
    constants: readonly Constant[] = [],
  ): string {
    if (this.shared.has(name)) return name;
    this.shared.add(name);
    this.calls.push({
      name,
      className,
      config,
      inputs: [input],
      weights: [],
      part: this.layer.part,
      constants,
    });
    return name;
  }
}
