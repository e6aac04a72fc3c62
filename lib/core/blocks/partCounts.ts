import { countLayer } from "./count";
import { shapesByName, type Network, type Shape } from "./network";

/** Counts of a part of a network. */
export type PartCounts = {
  readonly part: string;
  readonly numLayers: number;
  /** Of the tensor that its last layer makes. */
  readonly shape: Shape;
  readonly parameters: number;
  readonly macs: number;
};

/** Counts of every part, in the order in which parts begin. */
export function countParts(network: Network): PartCounts[] {
  const shapes = shapesByName(network);
  const parts = new Map<string, PartCounts>();
  for (const layer of network.layers) {
    const { parameters, macs } = countLayer(layer, shapes.get(layer.inputs[0] ?? "") ?? []);
    const before = parts.get(layer.part);
    parts.set(layer.part, {
      part: layer.part,
      numLayers: (before?.numLayers ?? 0) + 1,
      shape: layer.shape,
      parameters: (before?.parameters ?? 0) + parameters,
      macs: (before?.macs ?? 0) + macs,
    });
  }
  return [...parts.values()];
}
