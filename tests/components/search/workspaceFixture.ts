import type { OpenedPredictor, Workspace } from "@/components/workspace/workspace";
import type { PredictorSummary } from "@/lib/api/contracts";
import type { Architecture } from "@/lib/core/architecture";
import { runSearch } from "@/lib/core/search/search";
import { TaskError } from "@/lib/worker/trainer-client";
import type { Tasks } from "@/lib/worker/protocol";
import { exploredWorkspace } from "../explore/workspaceFixture";

let numWorkspaces = 0;

/** Accuracy is 70 and the sum of all codes; latency the number of layers. */
const predictions = ({ units }: Architecture, beside: string | undefined) => {
  const nodes = units.flat();
  const value = beside === undefined ? 70 + nodes.flat().reduce((sum, code) => sum + code, 0) : nodes.length;
  return { value, low: value - 0.5, high: value + 0.5 };
};

/**
 * The workspace of the Explore tests with a predictor that searches, and one of latency beside it.
 * @param endless whether a search ends only by being cancelled
 */
export function searchWorkspace({ endless = false } = {}): Workspace {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { client, file, ...opened } = base.opened.value;
  const search = async ({ plan, predictors }: Tasks["search"]["request"], signal?: AbortSignal) => {
    if (endless)
      await new Promise((_, reject) =>
        signal?.addEventListener("abort", () => reject(new TaskError("cancelled", "Cancelled."))),
      );
    return runSearch(plan, async (architectures) =>
      architectures.map((architecture) => predictors.map(({ beside }) => predictions(architecture, beside))),
    );
  };
  const run = async (name: keyof Tasks, request: unknown, options?: { signal?: AbortSignal }) => {
    if (name === "open") return { numHops: 3 };
    if (name === "search") return search(request as Tasks["search"]["request"], options?.signal);
    return client.run(name, request as never);
  };
  const answering = { run, dispose: () => undefined } as unknown as OpenedPredictor["client"];
  const latency: PredictorSummary = {
    id: "p-latency",
    name: "Latency",
    kind: file.kind,
    target: "latency",
    createdAt: "2026-01-01T00:00:00Z",
    seed: 1,
    backend: "cpu",
    settings: file.settings,
    metrics: file.metrics,
  };
  return {
    ...base,
    // Answers are kept by dataset and predictor.
    dataset: { ...base.dataset, hash: `h${numWorkspaces++}` },
    predictors: { status: "ready", value: [latency] },
    opened: { status: "ready", value: { ...opened, id: "p-search", file, client: answering } },
  };
}
