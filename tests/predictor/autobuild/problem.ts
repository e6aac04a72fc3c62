import type { Architecture } from "@/lib/core/architecture";
import { seededRandom } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Problem } from "@/lib/predictor/predictor";

/** Two units of one to three layers with two features, and a resolution for the whole. */
export const stagedSpace: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2, 3] },
    { name: "unit 2", lengths: [2, 3] },
  ],
  nodeFeatures: [
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
    { name: "operation", kind: "categorical", values: ["conv", "skip"] },
  ],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [160, 224] }],
  notation: "test",
  constants: {},
};

/** Seeded architectures whose target is the sum of their kernels, so that there is something to learn. */
export function stagedProblem(numArchitectures: number, seed = 7): Problem {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const architectures: Architecture[] = Array.from({ length: numArchitectures }, (_, index) => ({
    id: `a${index}`,
    units: [1 + below(3), 2 + below(2)].map((length) => Array.from({ length }, () => [below(3), below(2)])),
    globals: [160 + 64 * random()],
  }));
  return {
    space: stagedSpace,
    architectures,
    targets: Float64Array.from(architectures, ({ units }) =>
      units.flat().reduce((sum, [kernel = 0]) => sum + kernel, 70),
    ),
    target: "accuracy",
    datasetHash: "0",
  };
}

/** A cell of three places whose edges meet in the last, and a graph whose architectures bring the same edges. */
export const cellSpace: SearchSpace = {
  structure: "cell",
  units: [{ name: "cell", lengths: [4] }],
  nodeFeatures: [{ name: "operation", kind: "categorical", values: ["none", "conv", "pool"] }],
  globalFeatures: [],
  edges: [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
  ],
  notation: "test",
  constants: {},
};

export const smallSettings = {
  kind: "autobuild",
  seed: 3,
  trainFraction: 0.8,
  epochs: 3,
  batchSize: 16,
  learningRate: 1e-2,
  hiddenWidth: 8,
  numLayers: 2,
} as const;
