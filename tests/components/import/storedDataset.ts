import type { Workspace } from "@/components/workspace/workspace";
import type { DatasetDetail, PredictorSummary } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";

const space = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5] },
  ],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [128, 224] }],
  notation: "block-tokens",
  constants: { stride: 2 },
} as const;

const metrics = [{ name: "accuracy", label: "Accuracy", unit: "%", goal: "max" }] as const;

const dataset: DatasetDetail = {
  id: "00000000000000aa",
  name: "Edge nets",
  createdAt: "2026-11-24T06:41:37.504Z",
  structure: "staged",
  format: "block-tokens",
  numArchitectures: 3,
  numRejected: 0,
  numPredictors: 0,
  sample: null,
  hash: "ab",
  fileName: "edge.csv",
  space,
  metrics,
  report: {
    format: "block-tokens",
    structure: "staged",
    candidates: [],
    columns: [],
    numArchitectures: 3,
    accepted: 3,
    merged: 0,
    rejected: 0,
    duplicates: 0,
    failed: 0,
    noise: [],
    units: space.units,
    features: [],
    metrics: metrics.map((metric) => ({ ...metric, min: 70, max: 72, missing: 0, suspicion: null })),
    issues: [],
  },
};

export const architectures: readonly EvaluatedArchitecture[] = [
  { id: "net-a", row: 2, units: [[[0, 0]], [[1, 1]]], globals: [128], metrics: [70] },
  {
    id: "net-b",
    row: 3,
    units: [
      [
        [0, 1],
        [0, 0],
      ],
      [[0, 0]],
    ],
    globals: [224],
    metrics: [72],
  },
  { id: "net-c", row: 5, units: [[[1, 1]], [[0, 0]]], globals: [224], metrics: [71] },
];

const unused = (): never => {
  throw new Error("Pages of the import need no worker.");
};

/** Three stored rows, with as many predictors as named. */
export const storedWorkspace = (predictors: readonly PredictorSummary[] = []): Workspace => ({
  dataset,
  architectures: { status: "ready", value: architectures },
  predictors: { status: "ready", value: predictors },
  predictorId: null,
  selectPredictor: unused,
  refreshPredictors: unused,
  opened: { status: "none" },
  trainer: unused,
});
