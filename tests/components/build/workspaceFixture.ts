import type { OpenedPredictor, Workspace } from "@/components/workspace/workspace";
import type { Architecture } from "@/lib/core/architecture";
import type { Tasks } from "@/lib/worker/protocol";
import { nodeCells } from "../../builder/graph/graphs";
import { embeddingWorkspace, exploredWorkspace, joinedWorkspace } from "../explore/workspaceFixture";

let numWorkspaces = 0;

/** 70 and the sum of all codes of its nodes, minus one a layer: 75 for the draft of the tests. */
const predictedOf = ({ units }: Architecture) => {
  const value = 70 + units.flat(2).reduce((sum, code) => sum + code, 0) - (units.flat().length - 2);
  return { value, low: value - 0.5, high: value + 0.5 };
};

/** The workspace of the Explore tests with a predictor that predicts too; a new dataset each, as drafts are kept. */
export const buildWorkspace = (): Workspace => predicting(exploredWorkspace(), "p-build");

/** The same with a predictor that has embeddings: expansions hardly differ, kernels do. */
export const embeddingBuildWorkspace = (): Workspace => predicting(embeddingWorkspace(), "p-embedding-build");

/** The same with a last unit of one layer, scored as the end of the unit before it. */
export const joinedBuildWorkspace = (): Workspace => predicting(joinedWorkspace(), "p-joined-build");

/** NAS-Bench-101 cells, whose target is predicted to be ten times the number of their edges and that of their nodes. */
export function graphBuildWorkspace(): Workspace {
  const { space, architectures, metrics } = nodeCells.dataset;
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { file, ...opened } = base.opened.value;
  return predicting(
    {
      ...base,
      dataset: { ...base.dataset, space, metrics, structure: "graph" },
      architectures: { status: "ready", value: architectures },
      opened: { status: "ready", value: { ...opened, file: { ...file, space } } },
    },
    "p-graph-build",
    ({ units, edges = [] }) => {
      const value = 10 * edges.length + units.flat().length;
      return { value, low: value - 0.5, high: value + 0.5 };
    },
  );
}

function predicting(base: Workspace, id: string, predict = predictedOf): Workspace {
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { client, ...opened } = base.opened.value;
  const run = async (name: keyof Tasks, request: unknown) =>
    name === "predict"
      ? { intervals: (request as Tasks["predict"]["request"]).architectures.map(predict) }
      : client.run(name, request as never);
  const answering = { run, dispose: () => undefined } as unknown as OpenedPredictor["client"];
  return {
    ...base,
    dataset: { ...base.dataset, id: `d${numWorkspaces++}` },
    opened: { status: "ready", value: { ...opened, id, client: answering } },
  };
}

/** A second predictor beside the one in use: latency is the number of layers. */
export function withLatency(base: Workspace): Workspace {
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { client, file, ...opened } = base.opened.value;
  const run = async (name: keyof Tasks, request: unknown) => {
    if (name === "open") return { numHops: 3 };
    const { architectures = [], beside } = request as Partial<Tasks["predict"]["request"]>;
    if (name !== "predict" || beside === undefined) return client.run(name, request as never);
    return {
      intervals: architectures.map(({ units }) => {
        const value = units.flat().length;
        return { value, low: value - 0.1, high: value + 0.1 };
      }),
    };
  };
  const { kind, settings, metrics } = file;
  const latency = { kind, settings, metrics, id: "p-latency", name: "Latency", target: "latency", seed: 1 };
  return {
    ...base,
    predictors: {
      status: "ready",
      value: [{ ...latency, createdAt: "2026-01-01T00:00:00Z", backend: "cpu" }],
    },
    opened: {
      status: "ready",
      value: { ...opened, file, client: { run, dispose: () => undefined } as unknown as typeof client },
    },
  };
}
