// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keyOfLists, listsText, parseLists, type KeptList } from "@/components/search/next/keptLists";
import { SearchPage } from "@/components/search/SearchPage";
import { keepUnfinished } from "@/components/train/unfinished";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type { JoinResult, PredictorSummary } from "@/lib/api/contracts";
import { architectureKey, type EvaluatedArchitecture } from "@/lib/core/architecture";
import type { PredictorFile } from "@/lib/predictor/predictor";
import type { TrainerClient } from "@/lib/worker/trainer-client";
import { searchWorkspace } from "../workspaceFixture";

const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
const api = vi.hoisted(() => ({ savePredictor: vi.fn(), joinFile: vi.fn() }));
vi.mock("@/lib/api/client", () => ({
  ...api,
  getHealth: async () => ({ maxUploadBytes: 1e6 }),
  getPredictor: async () => ({ target: "latency" }),
}));

const SETTINGS = { kind: "module-gp", seed: 3, trainFraction: 0.9, maxRows: 500 };
const interval = (value: number) => ({ value, low: value - 1, high: value + 1 });

type Train = { request: { settings: unknown; problem: { target: string; targets: Float64Array } } };

/** A worker whose trainings end when the test says so. */
function fakeTrainer(file: PredictorFile) {
  const trainings: (Train & { end: () => void })[] = [];
  const run = (name: string, request: Train["request"], { signal }: { signal?: AbortSignal } = {}) =>
    new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason as Error));
      if (name === "start") return resolve({ backend: "wasm", note: null });
      const { target } = request.problem;
      trainings.push({
        request,
        end: () => resolve({ file: { ...file, kind: "module-gp", target, seed: 3 } }),
      });
    });
  return { trainings, trainer: () => ({ run, dispose: () => undefined }) as unknown as TrainerClient };
}

/** A dataset of accuracy and latency with a predictor of each, a list of one run, and the same once it was measured. */
function fixture() {
  const base = searchWorkspace();
  if (
    base.architectures.status !== "ready" ||
    base.predictors.status !== "ready" ||
    base.opened.status !== "ready"
  )
    throw new Error("The fixture is ready.");
  const [summary] = base.predictors.value;
  const [row] = base.architectures.value;
  if (!summary || !row) throw new Error("The fixture has a predictor and rows.");
  const predictor = (id: string, target: string): PredictorSummary => ({
    ...summary,
    id,
    name: `${target} by process`,
    kind: "module-gp",
    target,
    seed: 3,
    settings: { ...SETTINGS, noiseVariance: 0.5 },
  });
  const run: EvaluatedArchitecture = {
    ...row,
    id: "run-1-001",
    units: [[[0, 1]], ...row.units.slice(1)],
    metrics: [74, 7],
  };
  const list: KeptList = {
    seed: 1,
    rule: "upper-bound",
    targets: ["accuracy", "latency"],
    predictorIds: ["p-search", "p-latency"],
    goals: ["max", "min"],
    runs: [{ key: architectureKey(run), predicted: [interval(75), interval(8)] }],
    retrained: [],
  };
  const { trainings, trainer } = fakeTrainer(base.opened.value.file);
  const selectPredictor = vi.fn();
  const before: Workspace = {
    ...base,
    dataset: {
      ...base.dataset,
      metrics: [...base.dataset.metrics, { name: "latency", label: "latency", unit: "ms", goal: "min" }],
    },
    architectures: {
      status: "ready",
      value: base.architectures.value.map((one) => ({ ...one, metrics: [...one.metrics, 5] })),
    },
    predictors: {
      status: "ready",
      value: [predictor("p-search", "accuracy"), predictor("p-latency", "latency")],
    },
    trainer,
    selectPredictor,
  };
  const after: Workspace = {
    ...before,
    dataset: { ...before.dataset },
    architectures: {
      status: "ready",
      value: [...(before.architectures.status === "ready" ? before.architectures.value : []), run],
    },
  };
  localStorage.setItem(keyOfLists(before.dataset.id), listsText([list]));
  api.savePredictor.mockImplementation(async (_id: string, { file }: { file: PredictorFile }) => ({
    ...predictor(`new-${file.target}`, file.target),
  }));
  const joined: JoinResult = {
    added: 1,
    matched: 0,
    numRejected: 0,
    newMetrics: [],
    report: before.dataset.report,
    rejected: [],
  };
  api.joinFile.mockResolvedValue(joined);
  return { before, after, trainings, selectPredictor };
}

const page = (workspace: Workspace, searchParams = "") => (
  <NuqsTestingAdapter searchParams={searchParams} hasMemory>
    <WorkspaceContext value={workspace}>
      <SearchPage />
    </WorkspaceContext>
  </NuqsTestingAdapter>
);
const keptLists = ({ dataset }: Workspace) => parseLists(localStorage.getItem(keyOfLists(dataset.id)));
const trainAgain = () => screen.findByRole("button", { name: "Train again with what came out" });

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({ addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

describe("a list that was measured", () => {
  it("joins on the page, and its predictors are trained again by themselves, the first goal's put to use", async () => {
    const { before, after, trainings, selectPredictor } = fixture();
    const { rerender } = render(page(before));
    fireEvent.change(await screen.findByLabelText("Add the filled-in list"), {
      target: { files: [new File(["id"], "to-measure-1.csv")] },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Add and train again" }));
    await vi.waitFor(() => expect(router.refresh).toHaveBeenCalledTimes(1));
    expect(trainings).toHaveLength(0);

    rerender(page({ ...after, architectures: { status: "loading" } }));
    expect(trainings).toHaveLength(0);
    rerender(page(after));
    await vi.waitFor(() => expect(trainings).toHaveLength(1));
    expect(screen.getByRole("region", { name: "Training again" }).textContent).toContain(
      "Training latency by process again with 1 new measurement: the same kind, target, settings and seed.",
    );
    expect(trainings[0]?.request.settings).toEqual(SETTINGS);
    expect([...(trainings[0]?.request.problem.targets ?? [])]).toEqual([5, 5, 5, 7]);

    trainings[0]?.end();
    await vi.waitFor(() => expect(trainings).toHaveLength(2));
    expect(selectPredictor).not.toHaveBeenCalled();
    expect(trainings[1]?.request.problem.target).toBe("accuracy");
    trainings[1]?.end();
    await screen.findByText("Trained again with what came out; the new predictor is in use.");
    expect(selectPredictor.mock.calls).toEqual([["new-accuracy"]]);
    expect(keptLists(before)[0]?.retrained).toEqual([
      { from: "p-latency", to: "new-latency", numMeasured: 1 },
      { from: "p-search", to: "new-accuracy", numMeasured: 1 },
    ]);
    expect(screen.queryByRole("button", { name: "Train again with what came out" })).toBeNull();
  });

  it("shows every target of what came out", async () => {
    const { after } = fixture();
    render(page(after));
    const list = within(await screen.findByRole("region", { name: "List 1, 1 architecture" }));
    expect(
      list.getByRole("img", { name: "Predicted against measured accuracy of 1 architecture" }),
    ).toBeDefined();
    expect(
      list.getByRole("img", { name: "Predicted against measured latency of 1 architecture" }),
    ).toBeDefined();
    const cells = list.getAllByRole("cell").map(({ textContent }) => textContent);
    expect(cells.slice(1)).toEqual(["75 74 to 76", "74", "−1", "8 7 to 9", "7", "−1"]);
  });

  it("waits for a press where it joined elsewhere, and can be cancelled without loss", async () => {
    const { after, trainings } = fixture();
    render(page(after));
    fireEvent.click(await trainAgain());
    await vi.waitFor(() => expect(trainings).toHaveLength(1));
    const progress = within(screen.getByRole("region", { name: "Training again" }));
    fireEvent.click(progress.getByRole("button", { name: "Cancel" }));
    await screen.findByText("Training was cancelled. Nothing was stored.");
    expect(await trainAgain()).toBeDefined();
    expect(trainings).toHaveLength(1);
    expect(api.savePredictor).not.toHaveBeenCalled();
    expect(keptLists(after)[0]?.retrained).toEqual([]);
  });

  it("is gone on with after a reload, what was cut off first", async () => {
    const { after, trainings } = fixture();
    const unfinished = { target: "accuracy", settings: SETTINGS, epoch: 1, numEpochs: 3 };
    keepUnfinished(localStorage, after.dataset.hash, unfinished);
    render(page(after));
    fireEvent.click(await screen.findByRole("button", { name: "Resume training" }));
    await vi.waitFor(() => expect(trainings).toHaveLength(1));
    expect(trainings[0]?.request).toMatchObject({ settings: SETTINGS, problem: { target: "accuracy" } });
  });

  it("leaves a training of another page to that page", async () => {
    const { after } = fixture();
    const other = { target: "accuracy", settings: { ...SETTINGS, seed: 9 }, epoch: 1, numEpochs: 3 };
    keepUnfinished(localStorage, after.dataset.hash, other);
    render(page(after));
    expect(await trainAgain()).toBeDefined();
    expect(screen.queryByRole("button", { name: "Resume training" })).toBeNull();
  });
});
