/** The features of a node of an operation graph (ALGORITHM section 12), under names that people can read. */
import type { OperationNode } from "../onnx";
import type { RawNode } from "./reader";

const AXES = ["channels", "height", "width"];
const SPATIAL = ["height", "width", "depth"];

/** Shapes without their batch axis, kernel, groups, dilation and bias; what does not apply is left out. */
export function operationFeatures(node: OperationNode): RawNode {
  const isConvolution = node.hasBias !== null;
  return {
    op: node.op,
    ...shape("in", node.inputs[0]),
    ...shape("in2", node.inputs[1]),
    ...shape("out", node.outputs[0]),
    ...shape("out2", node.outputs[1]),
    ...named("kernel", SPATIAL, node.kernel ?? []),
    ...(isConvolution ? { groups: node.group ?? 1, bias: node.hasBias === true ? "yes" : "no" } : {}),
    ...(isConvolution ? named("dilation", SPATIAL, node.dilations ?? (node.kernel ?? []).map(() => 1)) : {}),
  };
}

/** Names of all features, in their order. */
export const OPERATION_FEATURES: readonly string[] = [
  "op",
  ...["in", "in2", "out", "out2"].flatMap((place) => AXES.map((axis) => `${place}_${axis}`)),
  ...SPATIAL.map((axis) => `kernel_${axis}`),
  "groups",
  "bias",
  ...SPATIAL.map((axis) => `dilation_${axis}`),
];

const shape = (place: string, sizes: readonly number[] | null | undefined): Record<string, number> =>
  named(place, AXES, (sizes ?? []).slice(1));

const named = (prefix: string, names: readonly string[], values: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values[index];
      return value === undefined ? [] : [[`${prefix}_${name}`, value]];
    }),
  );
