import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type { PredictorSummary } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { PREDICTOR_KINDS } from "@/lib/core/predictorKinds";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { FitMetrics } from "@/lib/predictor/predictor";

export const space: SearchSpace = {
  structure: "staged",
  units: [{ name: "unit 1", lengths: [1, 2] }],
  nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
  globalFeatures: [],
  notation: "tokens",
  constants: {},
};

/** 40 rows; accuracy rises with the row, latency is missing in the first. */
export const architectures: EvaluatedArchitecture[] = Array.from({ length: 40 }, (_, index) => ({
  id: `a${index}`,
  units: [index % 2 === 0 ? [[0]] : [[1], [0]]],
  globals: [],
  row: index + 2,
  metrics: [70 + index / 10, index === 0 ? null : index],
}));

export const fitMetrics: FitMetrics = {
  srcc: 0.93,
  mae: 0.21,
  mape: 0.003,
  hopSrcc: [0.4, 0.8],
  epochs: 200,
  seconds: 65,
  members: 1,
  numTrain: 36,
  numTest: 4,
  heldOut: { measured: [70, 71, 72, 73], predicted: [70.1, 71.2, 72.4, 72.3] },
  lossCurve: [2, 1, 0.5],
};

export const summary: PredictorSummary = {
  id: "p1",
  name: "accuracy, AutoBuild (as published), seed 1",
  kind: "autobuild",
  target: "accuracy",
  createdAt: "2026-01-02T03:04:05.000Z",
  seed: 1,
  backend: "webgl",
  settings: PREDICTOR_KINDS[0].defaults,
  metrics: fitMetrics,
};

const workspace: Workspace = {
  dataset: {
    id: "d1",
    name: "Demo",
    createdAt: "2026-01-01T00:00:00.000Z",
    structure: "staged",
    format: "csv",
    numArchitectures: 40,
    numRejected: 0,
    numPredictors: 0,
    sample: null,
    hash: "ab",
    fileName: "demo.csv",
    space,
    metrics: [
      { name: "accuracy", label: "Accuracy (%)", unit: "%", goal: "max" },
      { name: "latency", label: "Latency", unit: "ms", goal: "min" },
    ],
    report: {
      format: "csv",
      structure: "staged",
      numArchitectures: 40,
      accepted: 40,
      rejected: 0,
      duplicates: 0,
      candidates: [],
      columns: [],
      merged: 0,
      failed: 0,
      noise: [],
      units: [],
      features: [],
      metrics: [],
      issues: [],
    },
  },
  architectures: { status: "ready", value: architectures },
  predictors: { status: "ready", value: [] },
  predictorId: null,
  selectPredictor: () => undefined,
  refreshPredictors: () => Promise.resolve(),
  opened: { status: "none" },
  trainer: () => {
    throw new Error("This test starts no training.");
  },
};

/** A page of a small dataset without predictors, changed as the test says. */
export function InWorkspace({
  search = "",
  children,
  ...changes
}: Partial<Workspace> & { search?: string; children: React.ReactNode }) {
  return (
    <NuqsTestingAdapter searchParams={search} hasMemory>
      <WorkspaceContext value={{ ...workspace, ...changes }}>{children}</WorkspaceContext>
    </NuqsTestingAdapter>
  );
}
