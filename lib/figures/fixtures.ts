/**
 * Small made-up datasets and scores for the gallery and for tests: fixed formulas, no chance, so that a picture that
 * changed means that a figure changed. They were measured nowhere.
 */
import type { Architecture, Node } from "../core/architecture";
import type { Module, ModuleScore } from "../core/module";
import type { SearchSpace } from "../core/searchSpace";
import type { Evidence } from "./evidence";

export const stagedSpace: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [2, 3] },
    { name: "unit 3", lengths: [2, 3] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
};

/** The six edges of a four-state cell as nodes; an edge feeds those that leave the state it enters. */
export const cellSpace: SearchSpace = {
  structure: "cell",
  units: [{ name: "cell", lengths: [6], layerNames: ["0->1", "0->2", "1->2", "0->3", "1->3", "2->3"] }],
  nodeFeatures: [{ name: "op", kind: "categorical", values: ["none", "skip", "conv1", "conv3", "pool3"] }],
  globalFeatures: [],
  edges: [
    [0, 2],
    [0, 4],
    [1, 5],
    [2, 5],
  ],
  notation: "nas-bench-201",
  constants: {},
};

export const stagedArchitecture: Architecture = {
  id: "staged-1",
  units: [
    [[0, 0]],
    [
      [1, 1],
      [0, 2],
      [1, 0],
    ],
    [
      [1, 2],
      [0, 1],
    ],
  ] as Node[][],
  globals: [],
};

export const cellArchitecture: Architecture = {
  id: "cell-1",
  units: [[[3], [1], [2], [4], [0], [3]]],
  globals: [],
};

/** Evidence by formula: better with higher codes, later layers less so; some never seen, some unsure. */
export function fixtureScore(module: Module): ModuleScore {
  const worth = module.nodes.reduce(
    (sum, node, index) => sum + codeWorth(node) / (1 + (module.layers[index] ?? 0)) - 0.15 * index,
    0,
  );
  const score = 74 + module.unitIndex * 0.5 + worth;
  const halfWidth = 0.15 + 0.1 * ((module.nodes[0]?.[0] ?? 0) % 2) + 0.1 * (module.layers.at(-1) ?? 0);
  const support = Math.max(0, 40 - 17 * (module.layers.at(-1) ?? 0) - 9 * (module.nodes[0]?.at(-1) ?? 0));
  const { unitIndex, layers, nodes } = module;
  return {
    unitIndex,
    layers,
    nodes,
    hop: nodes.length - 1,
    score,
    low: score - halfWidth,
    high: score + halfWidth,
    support,
  };
}

const codeWorth = (node: Node): number =>
  node.reduce((sum, code, index) => sum + code * (0.4 - 0.1 * index), 0);

const feature = (
  name: string,
  value: string | number,
  score: number,
  halfWidth: number,
  support: number,
) => ({
  feature: name,
  value,
  score,
  low: score - halfWidth,
  high: score + halfWidth,
  support,
});

/** Not in natural order, as a predictor may give them. */
export const featureEvidence: readonly (Evidence & {
  readonly feature: string;
  readonly value: string | number;
})[] = [
  feature("unit", 1, 0.62, 0.1, 120),
  feature("unit", 2, 0.9, 0.1, 120),
  feature("unit", 3, 0.7, 0.15, 120),
  feature("expand", 6, 1.4, 0.1, 300),
  feature("expand", 3, 0.6, 0.1, 280),
  feature("kernel", 7, 0.95, 0.05, 210),
  feature("kernel", 3, 0.8, 0.12, 200),
  feature("kernel", 5, 0.8, 0.2, 0),
];

/** Norms by node of stagedArchitecture at three hops, shape [3][6]. */
export const stagedNorms: readonly (readonly number[])[] = [
  [1.2, 2.4, 1.9, 2.1, 2.8, 1.6],
  [3.1, 4.8, 5.2, 4.1, 6.0, 5.5],
  [6.4, 8.9, 12.1, 9.7, 14.2, 13.0],
];

export const cellNorms: readonly number[] = [4.1, 1.2, 3.3, 2.0, 0.2, 5.6];

const NUM_MEASURED = 60;
const measuredBy = (formula: (index: number) => number): Float64Array =>
  Float64Array.from({ length: NUM_MEASURED }, (_, index) => formula(index));

/** ms, shape [60] */
export const fixtureLatency = measuredBy((index) => 8 + (index % 12) + 3 * Math.sin(index));

/** %, rising with latency, shape [60] */
export const fixtureAccuracy = measuredBy(
  (index) => 72 + 1.4 * Math.log(fixtureLatency[index] ?? 1) + 0.8 * Math.cos(2.3 * index),
);

/** %, off by a little, shape [60] */
export const fixturePredicted = measuredBy(
  (index) => (fixtureAccuracy[index] ?? 0) + 0.3 * Math.sin(5 * index),
);

/** Loss after each of 40 epochs. */
export const fixtureLosses: readonly number[] = Array.from(
  { length: 40 },
  (_, epoch) => 0.1 + 1.4 * Math.exp(-epoch / 9) + 0.02 * Math.cos(3 * epoch),
);
