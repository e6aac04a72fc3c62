import { expect, it } from "vitest";
import type { OperationNode } from "@/lib/core/onnx";
import { RICH_OPERATIONS, richNodeFeatures } from "@/lib/core/richNode";
import { reference } from "./reference";

type Golden = {
  readonly ops: readonly string[];
  readonly nodes: readonly {
    readonly case: string;
    readonly op_type: string;
    readonly input_shapes: readonly number[][];
    readonly output_shapes: readonly number[][];
    readonly kernel: readonly number[] | null;
    readonly group: number | null;
    readonly dilations: readonly number[] | null;
    readonly has_bias: boolean | null;
    readonly features: readonly number[];
  }[];
};

const golden = reference<Golden>("golden/rich_node_features.json");

it.skipIf(golden === null)("the 90 operations stand in the published order", () =>
  expect(RICH_OPERATIONS).toEqual(golden?.ops),
);

it.each(golden?.nodes ?? [])("$case has the published 22 numbers", (of) => {
  const node: OperationNode = {
    name: of.case,
    op: of.op_type,
    inputs: of.input_shapes,
    outputs: of.output_shapes,
    kernel: of.kernel,
    group: of.group,
    dilations: of.dilations,
    hasBias: of.has_bias,
  };
  expect(richNodeFeatures(node)).toEqual(of.features);
});
