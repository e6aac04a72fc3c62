// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TrainPage } from "@/components/train/TrainPage";
import type { TrainerClient } from "@/lib/worker/trainer-client";
import { architectures, InWorkspace, summary } from "./workspace";

vi.mock("@/lib/api/client", () => ({
  savePredictor: vi.fn(() => Promise.resolve({ id: "p2" })),
  deletePredictor: vi.fn(),
  getPredictor: vi.fn(),
}));

afterEach(cleanup);

const trainButton = () => screen.getByRole<HTMLButtonElement>("button", { name: "Train" });
const expression = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Target expression" });

describe("choosing a target", () => {
  it("offers the negation of a metric where less is better", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    fireEvent.click(screen.getByRole("button", { name: /^-latency/ }));
    expect(expression().value).toBe("-latency");
    expect(screen.getByRole("status", { name: "Usable rows" }).textContent).toBe(
      "39 usable rows, 1 row without a metric it names",
    );
  });

  it("leaves failed evaluations out, and says how many and why", () => {
    const failures = new Map([
      [4, "OOM"],
      [5, "OOM"],
      [6, "timeout"],
    ]);
    const value = architectures.map((row, index) => {
      const status = failures.get(index);
      return status === undefined ? row : { ...row, status };
    });
    render(<InWorkspace architectures={{ status: "ready", value }}>{<TrainPage />}</InWorkspace>);
    expect(screen.getByRole("status", { name: "Usable rows" }).textContent).toBe(
      "37 usable rows3 rows left out, the evaluation failed (OOM: 2, timeout: 1)",
    );
  });

  it("points at the wrong character and keeps Train shut", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    fireEvent.change(expression(), { target: { value: "accuracy / latenzy" } });
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("There is no metric latenzy. Did you mean latency? (character 12)");
    expect(alert.querySelector("pre")?.textContent).toBe("accuracy / latenzy\n           ^");
    expect(trainButton().disabled).toBe(true);
  });

  it("names the rows whose division fails", () => {
    render(<InWorkspace search="?target=1/(latency-3)">{<TrainPage />}</InWorkspace>);
    expect(screen.getByText("1 row left out, division by zero: a3")).toBeTruthy();
  });

  it("refuses a constant target with the reason", () => {
    render(<InWorkspace search="?target=accuracy*0">{<TrainPage />}</InWorkspace>);
    expect(screen.getAllByText("Every row has the same target, 0: there is nothing to rank.")).toHaveLength(
      2,
    );
    expect(trainButton().disabled).toBe(true);
  });

  it("refuses too few rows with the reason", () => {
    const few = { status: "ready", value: architectures.slice(0, 9) } as const;
    render(<InWorkspace architectures={few}>{<TrainPage />}</InWorkspace>);
    expect(screen.getAllByText("Only 9 rows have this target; at least 30 are needed.")).toHaveLength(2);
  });

  it("completes a metric's name from the keyboard", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    fireEvent.change(expression(), { target: { value: "accuracy / la" } });
    expect(screen.getByRole("option", { name: /latency/ })).toBeTruthy();
    fireEvent.keyDown(expression(), { key: "Enter" });
    expect(expression().value).toBe("accuracy / latency");
    expect(screen.queryByRole("option", { name: /^latency/ })).toBeNull();
  });
});

describe("settings", () => {
  it("outside of their legal range keep Train shut and say why", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    fireEvent.change(screen.getByLabelText(/^Epochs/), { target: { value: "0" } });
    expect(screen.getAllByText("Epochs goes from 1 to 5000.").length).toBeGreaterThan(0);
    expect(trainButton().disabled).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Back to the defaults" }));
    expect(screen.getByLabelText<HTMLInputElement>(/^Epochs/).value).toBe("10");
    expect(trainButton().disabled).toBe(false);
  });

  it("may be typed in powers of ten", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    const rate = screen.getByLabelText<HTMLInputElement>(/^Learning rate/);
    fireEvent.change(rate, { target: { value: "3e-" } });
    expect(rate.value).toBe("3e-");
    expect(trainButton().disabled).toBe(true);
    fireEvent.change(rate, { target: { value: "3e-4" } });
    expect(trainButton().disabled).toBe(false);
  });
});

describe("training", () => {
  const progress = {
    epoch: 50,
    numEpochs: 200,
    loss: 0.75,
    heldOutLoss: 0.5,
    hopSrcc: [0.1, 0.7],
    srcc: 0.8,
    rowsPerSecond: 1234,
    secondsLeft: 95,
  };

  /** A worker under the test's control: what it was asked, and the ends of its tasks. */
  function fakeTrainer(start: { backend: string; note: string | null }) {
    const tasks = new Map<
      string,
      { request: unknown; options: FakeOptions; resolve: (result: unknown) => void }
    >();
    type FakeOptions = { signal?: AbortSignal; onProgress?: (progress: unknown) => void };
    const run = (name: string, request: unknown, options: FakeOptions = {}) =>
      name === "start"
        ? Promise.resolve(start)
        : new Promise((resolve, reject) => {
            tasks.set(name, { request, options, resolve });
            options.signal?.addEventListener("abort", () => reject(new Error("cancelled")));
          });
    return { tasks, trainer: () => ({ run, dispose: () => undefined }) as unknown as TrainerClient };
  }

  async function startTraining(start = { backend: "webgl", note: null as string | null }) {
    const { tasks, trainer } = fakeTrainer(start);
    const selectPredictor = vi.fn();
    render(
      <InWorkspace trainer={trainer} selectPredictor={selectPredictor}>
        <TrainPage />
      </InWorkspace>,
    );
    fireEvent.click(trainButton());
    await vi.waitFor(() => expect(tasks.has("train")).toBe(true));
    return { task: tasks.get("train"), selectPredictor };
  }

  it("gets the usable rows, the target and the settings", async () => {
    const { task } = await startTraining();
    expect(task?.request).toMatchObject({
      problem: { target: "accuracy", datasetHash: "ab" },
      settings: { kind: "combined", epochs: 10, seed: 1 },
    });
  });

  it("shows the backend, how far it is and how long it takes", async () => {
    const { task } = await startTraining();
    expect(screen.getByText("Backend: webgl")).toBeTruthy();
    task?.options.onProgress?.(progress);
    await screen.findByText("50 of 200");
    expect(screen.getByText("known after two epochs")).toBeTruthy();
    expect(screen.getByText("1234 rows/s")).toBeTruthy();
    expect(screen.getByText("Validation SRCC").nextSibling?.textContent).toBe("0.80");
    expect(screen.queryByText("Held-out SRCC")).toBeNull();
    expect(screen.getByRole("progressbar", { name: "Training progress" }).getAttribute("aria-valuenow")).toBe(
      "25",
    );
    expect(
      screen.getByRole("img", { name: /validation architectures by epoch: prediction 0.80, hop 0 0.10/ }),
    ).toBeTruthy();
  });

  it("tells the time left from epochs that it saw, and none once the last is done", async () => {
    const { task } = await startTraining();
    const clock = vi.spyOn(performance, "now");
    const tell = (epoch: number, ms: number) => {
      clock.mockReturnValue(ms);
      task?.options.onProgress?.({ ...progress, epoch });
    };
    tell(1, 90_000);
    tell(2, 90_480);
    await screen.findByText("about 1 min 35 s");
    tell(200, 190_000);
    await screen.findByText("measuring the result");
    clock.mockRestore();
  });

  it("says why it does not run on the graphics processor", async () => {
    await startTraining({ backend: "wasm", note: "WebGL is not available here." });
    expect(screen.getByText("Backend: wasm")).toBeTruthy();
    expect(screen.getByText("WebGL is not available here.")).toBeTruthy();
  });

  it("can be cancelled, and says that nothing was stored", async () => {
    const { task } = await startTraining();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await screen.findByText("Training was cancelled. Nothing was stored.");
    expect(task?.options.signal?.aborted).toBe(true);
    expect(trainButton().disabled).toBe(false);
  });

  it("warns before the page is left, and only while it runs", async () => {
    await startTraining();
    const leave = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(leave()).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await screen.findByText("Training was cancelled. Nothing was stored.");
    expect(leave()).toBe(true);
  });

  it("stores the predictor and puts it to use", async () => {
    const { task, selectPredictor } = await startTraining();
    task?.resolve({
      file: {
        target: "accuracy",
        kind: "autobuild",
        seed: 1,
        labelled: { architectures: [{ id: "a3" }] },
      },
    });
    await screen.findByText("Trained and stored; it is the chosen predictor now.");
    expect(selectPredictor).toHaveBeenCalledWith("p2");
    const { savePredictor } = await import("@/lib/api/client");
    expect(savePredictor).toHaveBeenCalledWith("d1", {
      name: "accuracy, AutoBuild (as published), seed 1",
      file: expect.objectContaining({ labelledMetrics: { metrics: expect.anything(), values: [[70.3, 3]] } }),
    });
  });
});

describe("a stored predictor", () => {
  const stored = { predictors: { status: "ready", value: [summary] }, predictorId: "p1" } as const;

  it("says in plain words how good it is, with unit, seed and backend", () => {
    render(<InWorkspace {...stored}>{<TrainPage />}</InWorkspace>);
    const report = screen.getByRole("region", { name: /How good is accuracy/ });
    expect(within(report).getByText("Ranks unseen networks well")).toBeTruthy();
    expect(report.textContent).toContain(
      "Orders two unseen networks correctly 83 times in 100. Held-out SRCC 0.93 on 4 architectures",
    );
    expect(report.textContent).toContain("off by 0.21 % on average (MAE), 0.3 % of the measured value");
    expect(report.textContent).toContain("Seed 1, webgl, 1 min 5 s");
    expect(within(report).getByText(/Only 4 architectures were held out/)).toBeTruthy();
    expect(within(report).getByRole("img", { name: /of 4 held-out architectures/ })).toBeTruthy();
    expect(within(report).getByRole("link", { name: "See what matters" }).getAttribute("href")).toBe(
      "/datasets/d1/explore?predictor=p1",
    );
  });

  it("is deleted only after a second click", async () => {
    const { deletePredictor } = await import("@/lib/api/client");
    render(<InWorkspace {...stored}>{<TrainPage />}</InWorkspace>);
    fireEvent.click(screen.getByRole("button", { name: /^Delete accuracy/ }));
    expect(deletePredictor).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    expect(deletePredictor).toHaveBeenCalledWith("d1", "p1");
  });
});
