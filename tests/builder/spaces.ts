import type { SearchSpace } from "@/lib/core/searchSpace";

/** Two units of two or three layers, expand 3 or 6, kernel 3, 5 or 7, and a resolution. */
export const stagedSpace: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [2, 3] },
    { name: "unit 2", lengths: [2, 3] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [{ name: "resolution", kind: "ordinal", values: [160, 192] }],
  notation: "archset",
  constants: {},
};

/** As ProxylessNAS ends: sequences of the second unit go on through the third, which has one layer. */
export const joinedSpace: SearchSpace = {
  ...stagedSpace,
  units: [
    { name: "unit 1", lengths: [2, 3] },
    { name: "unit 2", lengths: [2, 3], joinsNext: true },
    { name: "unit 3", lengths: [1] },
  ],
  globalFeatures: [],
};

/** Three named places with one of two operations each. */
export const cellSpace: SearchSpace = {
  structure: "cell",
  units: [{ name: "cell", lengths: [3], layerNames: ["0->1", "0->2", "1->2"] }],
  nodeFeatures: [{ name: "op", kind: "categorical", values: ["none", "conv"] }],
  globalFeatures: [],
  edges: [[0, 2]],
  notation: "archset",
  constants: {},
};
