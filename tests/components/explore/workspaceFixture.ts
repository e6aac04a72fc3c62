import type { OpenedPredictor, Workspace } from "@/components/workspace/workspace";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import {
  featureEvidence,
  fixtureScore,
  stagedArchitecture,
  stagedNorms,
  stagedSpace,
} from "@/lib/figures/fixtures";
import type { PredictorFile } from "@/lib/predictor/predictor";
import type { Tasks } from "@/lib/worker/protocol";

const architectures: readonly EvaluatedArchitecture[] = [
  { ...stagedArchitecture, id: "net-1", row: 2, metrics: [74.2] },
  { ...stagedArchitecture, id: "net-2", row: 3, metrics: [75.1] },
  { ...stagedArchitecture, id: "net-3", row: 4, metrics: [null] },
];

const dataset: DatasetDetail = {
  id: "d1",
  name: "Fixture",
  createdAt: "2026-01-01T00:00:00Z",
  structure: "staged",
  format: "json",
  numArchitectures: 3,
  numRejected: 0,
  numPredictors: 1,
  sample: null,
  hash: "00",
  fileName: "fixture.json",
  space: stagedSpace,
  metrics: [{ name: "accuracy", label: "accuracy", unit: "%", goal: "max" }],
  report: {
    format: "json",
    structure: "staged",
    numArchitectures: 3,
    accepted: 3,
    rejected: 0,
    duplicates: 2,
    candidates: [],
    columns: [],
    merged: 0,
    failed: 0,
    noise: [],
    units: stagedSpace.units,
    features: [],
    metrics: [],
    issues: [],
  },
};

const file: PredictorFile = {
  format: "archwright-predictor",
  version: 1,
  kind: "autobuild",
  target: "accuracy",
  datasetHash: "00",
  seed: 1,
  backend: "cpu",
  settings: { kind: "autobuild", seed: 1, trainFraction: 0.9 },
  metrics: {
    srcc: 0.93,
    mae: 0.2,
    mape: 0.003,
    hopSrcc: [0.71, 0.8, 0.88],
    epochs: 10,
    seconds: 3,
    members: 1,
    numTrain: 18,
    numTest: 2,
    heldOut: { measured: [], predicted: [] },
    lossCurve: [],
  },
  space: stagedSpace,
  labelled: { architectures: [], targets: [] },
  tensors: {},
};

/** Answers by formula, in the shape of the worker's results. */
function answer(name: string, request: unknown): unknown {
  switch (name) {
    case "scoreFeatures":
      return { scores: featureEvidence };
    case "scoreModules":
      return { scores: (request as Tasks["scoreModules"]["request"]).modules.map(fixtureScore) };
    case "predict":
      return {
        intervals: (request as Tasks["predict"]["request"]).architectures.map(() => ({
          value: 74.5,
          low: 74,
          high: 75,
        })),
      };
    case "nodeNorms":
      return { norms: stagedNorms };
    case "embedOperations":
      return { embeddings: null };
    default:
      throw new Error(`The fixture does not answer ${name}.`);
  }
}

/** A dataset of three rows and an opened predictor that answers by formula, or fails at everything. */
export function exploredWorkspace({ failing = false } = {}): Workspace {
  const run = async (name: string, request: unknown) => {
    if (failing) throw new Error("The worker stopped.");
    return answer(name, request);
  };
  // Answers are kept by the predictor's id: the failing one is another predictor.
  const id = failing ? "p-failing" : "p-pin";
  const client = { run, dispose: () => undefined } as unknown as OpenedPredictor["client"];
  return {
    dataset,
    architectures: { status: "ready", value: architectures },
    predictors: { status: "ready", value: [] },
    predictorId: id,
    selectPredictor: () => undefined,
    refreshPredictors: async () => undefined,
    opened: { status: "ready", value: { id, name: "Fixture", file, numHops: 3, client } },
    trainer: () => client,
  };
}

/** The same with a predictor whose one network tells operations apart by their kernels, and hardly by their expansion. */
export function embeddingWorkspace(): Workspace {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { client, ...opened } = base.opened.value;
  const run = async (name: string, request: unknown) =>
    name === "embedOperations"
      ? { embeddings: embeddingsOf((request as Tasks["embedOperations"]["request"]).operations) }
      : client.run(name as keyof Tasks, request as never);
  const embedding = { run, dispose: () => undefined } as unknown as OpenedPredictor["client"];
  return {
    ...base,
    opened: { status: "ready", value: { ...opened, id: "p-embedding", client: embedding } },
  };
}

const embeddingsOf = (operations: readonly Node[]) => ({
  vectors: operations.map(([expand = 0, kernel = 0]) => Float64Array.of(kernel, 0.1 * expand)),
  numMembers: 1,
});

/** The same dataset cut to a last unit of one layer, which is scored as the end of the unit before it. */
export function joinedWorkspace(): Workspace {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const units = stagedSpace.units.map((unit, index) =>
    index === 1 ? { ...unit, joinsNext: true } : index === 2 ? { ...unit, lengths: [1] } : unit,
  );
  const cut = architectures.map((architecture) => ({
    ...architecture,
    units: architecture.units.with(2, architecture.units[2]?.slice(0, 1) ?? []),
  }));
  return {
    ...base,
    dataset: { ...dataset, id: "d-joined", space: { ...stagedSpace, units } },
    architectures: { status: "ready", value: cut },
    opened: { status: "ready", value: { ...base.opened.value, id: "p-joined" } },
  };
}
