/** One small network of every family we can build, made here so that no file is needed. */
import type { Architecture } from "@/lib/core/architecture";
import type { Network } from "@/lib/core/blocks/network";
import * as presets from "@/lib/core/blocks/templates/presets";
import { buildNetwork, type Template } from "@/lib/core/blocks/templates/template";
import type { Feature, SearchSpace } from "@/lib/core/searchSpace";

const ordinal = (name: string, ...values: number[]): Feature => ({ name, kind: "ordinal", values });
const space = (
  structure: SearchSpace["structure"],
  nodeFeatures: readonly Feature[],
  rest: Partial<SearchSpace> = {},
): SearchSpace => ({
  structure,
  units: [],
  nodeFeatures,
  globalFeatures: [],
  notation: "archset",
  constants: {},
  ...rest,
});

const blocks = space("staged", [ordinal("expand", 3, 4, 6), ordinal("kernel", 3, 5, 7)]);
const units = (...lengths: number[]): Architecture["units"] =>
  lengths.map((length, unit) =>
    Array.from({ length }, (_, layer) => [(unit + layer) % 3, (unit + 2 * layer) % 3]),
  );

const EDGES = ["0->1", "0->2", "1->2", "0->3", "1->3", "2->3"];
const edgeCell = space(
  "cell",
  [
    {
      name: "op",
      kind: "categorical",
      values: [
        "none",
        "skip_connect",
        "nor_conv_1x1",
        "nor_conv_3x3",
        "avg_pool_3x3",
        "dil_conv_5x5",
        "mine",
      ],
    },
  ],
  { units: [{ name: "cell", lengths: [6], layerNames: EDGES }] },
);
const nodeCell = space("graph", [
  {
    name: "op",
    kind: "categorical",
    values: ["input", "conv1x1-bn-relu", "conv3x3-bn-relu", "maxpool3x3", "output"],
  },
]);
const darts = space("graph", [
  {
    name: "op",
    kind: "categorical",
    values: ["skip_connect", "max_pool_3x3", "sep_conv_3x3", "sep_conv_5x5", "avg_pool_3x3"],
  },
  { name: "input", kind: "categorical", values: ["c_{k-2}", "c_{k-1}", "node 1"] },
]);
const layers = space("chain", [ordinal("n_head", 2, 4), ordinal("mlp_ratio", 2, 3)]);

type Case = {
  readonly space: SearchSpace;
  readonly architecture: Omit<Architecture, "id" | "globals">;
  readonly template: Template;
};

/** Small images and vocabularies: what is checked is how parts fit together, not how large they are. */
const CASES: Readonly<Record<string, Case>> = {
  "once-for-all MobileNetV3": {
    space: blocks,
    architecture: { units: units(2, 3, 2, 4, 3) },
    template: { ...presets.OFA_MOBILENET_V3, resolution: 65, width: 0.5, numClasses: 11 },
  },
  ProxylessNAS: {
    space: blocks,
    architecture: { units: units(2, 2, 3, 2, 2, 1) },
    template: { ...presets.OFA_PROXYLESS, resolution: 48, width: 0.4, numClasses: 7 },
  },
  "sample staged": {
    space: blocks,
    architecture: { units: units(2, 4, 3, 2) },
    template: presets.STAGED_SAMPLE,
  },
  "NAS-Bench-201": {
    space: edgeCell,
    architecture: { units: [[[3], [4], [1], [0], [2], [3]]] },
    template: { ...presets.NAS_BENCH_201, stages: [16, 32, 64].map((channels) => ({ channels, cells: 2 })) },
  },
  "NAS-Bench-201 of five cells": {
    space: edgeCell,
    architecture: { units: [[[1], [2], [4], [3], [0], [1]]] },
    template: presets.NAS_BENCH_201,
  },
  "sample cell": {
    space: edgeCell,
    architecture: { units: [[[2], [0], [4], [3], [1], [4]]] },
    template: presets.CELL_SAMPLE,
  },
  "operations defined by hand": {
    space: edgeCell,
    architecture: { units: [[[2], [6], [3], [1], [6], [4]]] },
    template: {
      ...presets.CELL_SAMPLE,
      operations: {
        mine: "conv 1x1 *2 > bn > swish > conv 3x3 *2 > gelu > maxpool 5x5 > conv 1x1 > tanh > add input",
      },
    },
  },
  "dilated depthwise convolutions": {
    space: edgeCell,
    architecture: { units: [[[5], [1], [3], [1], [5], [4]]] },
    template: presets.CELL_SAMPLE,
  },
  "convolutions in groups": {
    space: edgeCell,
    architecture: { units: [[[6], [6], [3], [1], [6], [4]]] },
    template: { ...presets.CELL_SAMPLE, operations: { mine: "conv 3x3 groups 2 > sigmoid" } },
  },
  "NAS-Bench-101": {
    space: nodeCell,
    architecture: {
      units: [[[0], [2], [1], [3], [2], [4]]],
      // Node 3 feeds two others; three nodes reach the output, whose channels do not divide by three.
      edges: [
        [0, 1],
        [0, 2],
        [1, 2],
        [1, 3],
        [3, 4],
        [2, 5],
        [3, 5],
        [4, 5],
        [0, 5],
      ],
    },
    template: { ...presets.NAS_BENCH_101, stemChannels: 16, cells: 2 },
  },
  DARTS: {
    space: darts,
    architecture: {
      units: [
        [
          [2, 0],
          [0, 1],
          [3, 0],
          [1, 2],
        ],
        [
          [1, 0],
          [0, 1],
          [4, 1],
          [0, 2],
        ],
      ],
    },
    template: { ...presets.DARTS, resolution: 16, channels: 6, cells: 4 },
  },
  GPT: {
    space: layers,
    architecture: {
      units: [
        [
          [0, 1],
          [1, 0],
        ],
      ],
    },
    template: {
      ...presets.LANGUAGE_TRANSFORMER,
      input: { kind: "tokens", vocabulary: 23, context: 9 },
      features: 24,
      headSize: 8,
      position: true,
    },
  },
  "vision transformer": {
    space: layers,
    architecture: {
      units: [
        [
          [1, 1],
          [0, 0],
        ],
      ],
    },
    template: {
      ...presets.VISION_TRANSFORMER,
      input: {
        kind: "images",
        resolution: 32,
        inputChannels: 3,
        patch: 8,
        classToken: true,
        numClasses: 5,
      },
      features: 24,
      headSize: 0,
      names: { features: "embed_dim", heads: "n_head", mlpRatio: "mlp_ratio", bias: "bias" },
    },
  },
};

/** Names of families and a network of each. */
export const families: readonly (readonly [name: string, network: Network])[] = Object.entries(CASES).map(
  ([name, { space: of, architecture, template }]) => {
    const outcome = buildNetwork(of, { id: name, globals: [], ...architecture }, template);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`);
    return [name, outcome.network];
  },
);

/** What the scripts of tests/python print. */
export type PythonAnswer = {
  readonly parameters: number;
  readonly shape: readonly number[];
  readonly output: readonly number[];
  readonly onnx: readonly number[] | null;
};

/** @throws Error where a script printed something else */
export function answerOf(printed: unknown): PythonAnswer {
  const numbers = (value: unknown): number[] | null =>
    Array.isArray(value) && value.every((one) => typeof one === "number") ? value : null;
  if (typeof printed !== "object" || printed === null) throw new Error("The script printed no object.");
  const { parameters, shape, output, onnx } = { onnx: null, parameters: 0, shape: 0, output: 0, ...printed };
  const [axes, values] = [numbers(shape), numbers(output)];
  if (typeof parameters !== "number" || axes === null || values === null)
    throw new Error("The script printed another object.");
  return { parameters, shape: axes, output: values, onnx: numbers(onnx) };
}
