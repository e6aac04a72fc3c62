import { shapesByName, sizeOf, type Layer, type Network, type Shape } from "./network";
import { parametersOf } from "./parameters";

export type Counts = {
  /** Trained numbers: weights, biases, scales and shifts. */
  readonly parameters: number;
  /** Running means and variances of batch normalisation: stored, not trained. */
  readonly statistics: number;
  /**
   * Multiply-accumulates for one input: those of convolutions, linear layers and the products of attention.
   * Normalisation, activation, pooling and additions count as nothing, as in the tables of once-for-all networks.
   */
  readonly macs: number;
};

/** Counts of one layer. */
export function countLayer(layer: Layer, input: Shape): Counts {
  const stored = parametersOf(layer, input);
  const sum = (trained: boolean) =>
    stored
      .filter((parameter) => parameter.trained === trained)
      .reduce((total, { shape }) => total + sizeOf(shape), 0);
  return { parameters: sum(true), statistics: sum(false), macs: macsOf(layer, input) };
}

function macsOf({ operation, shape }: Layer, input: Shape): number {
  switch (operation.kind) {
    case "conv":
      return sizeOf(shape) * ((input[0] ?? 0) / operation.groups) * operation.kernel ** 2;
    case "linear":
      return sizeOf(shape) * (input.at(-1) ?? 0);
    case "attention":
      // Queries by keys, then weights by values; a causal mask does not save work in the usual code.
      return 2 * (input[0] ?? 0) * sizeOf(input);
    default:
      return 0;
  }
}

/** Counts of a whole network. */
export function countNetwork(network: Network): Counts {
  const shapes = shapesByName(network);
  return network.layers.reduce<Counts>(
    (total, layer) => {
      const counts = countLayer(layer, shapes.get(layer.inputs[0] ?? "") ?? []);
      return {
        parameters: total.parameters + counts.parameters,
        statistics: total.statistics + counts.statistics,
        macs: total.macs + counts.macs,
      };
    },
    { parameters: 0, statistics: 0, macs: 0 },
  );
}
