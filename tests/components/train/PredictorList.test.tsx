// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { PredictorList } from "@/components/train/PredictorList";
import { PredictorReport } from "@/components/train/PredictorReport";
import { PredictorTable } from "@/components/train/PredictorTable";
import { savePredictor } from "@/lib/api/client";
import type { TrainerClient } from "@/lib/worker/trainer-client";
import { architectures, fitMetrics, InWorkspace, space, summary } from "./workspace";

vi.mock("@/lib/api/client", () => ({
  savePredictor: vi.fn(() => Promise.resolve({ id: "p2" })),
  deletePredictor: vi.fn(),
  getPredictor: vi.fn(),
}));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const SETTINGS = new File(["}U\x06targetU\x03accs."], "m_config.pkl");
const TENSORS = new File(["PK"], "m_predictor.pt");

/** A worker that answers every task with one file, and keeps what it was asked. */
function answering(file: unknown) {
  const run = vi.fn(() => Promise.resolve({ file }));
  return { run, trainer: () => ({ run, dispose: () => undefined }) as unknown as TrainerClient };
}

const drop = (files: readonly File[]) =>
  fireEvent.drop(screen.getByLabelText("Open a predictor file").closest("div") ?? document.body, {
    dataTransfer: { files },
  });

it("a checkpoint's two files are dropped, fitted by the worker on the rows that have its target, and stored", async () => {
  const file = {
    format: "archwright-predictor",
    target: "accuracy",
    kind: "autobuild",
    seed: 7,
    space,
    labelled: { architectures: [], targets: [] },
  };
  const { run, trainer } = answering(file);
  render(<InWorkspace trainer={trainer}>{<PredictorList />}</InWorkspace>);
  drop([SETTINGS, TENSORS]);
  await waitFor(() => expect(savePredictor).toHaveBeenCalled());
  expect(run).toHaveBeenCalledWith("release", {
    checkpoint: Uint8Array.of(0x50, 0x4b),
    config: expect.any(Uint8Array),
    rows: {
      space,
      datasetHash: "ab",
      target: "accuracy",
      targets: architectures.map(({ metrics }) => metrics[0]),
      architectures: architectures.map(({ id, units, globals }) => ({ id, units, globals })),
    },
  });
});

it("tensors without settings are refused with what to do", async () => {
  const { run, trainer } = answering(null);
  render(<InWorkspace trainer={trainer}>{<PredictorList />}</InWorkspace>);
  drop([TENSORS]);
  await screen.findByText(
    "m_predictor.pt needs its settings: choose it together with the ..._config.pkl that lies beside it.",
  );
  expect(run).not.toHaveBeenCalled();
});

const NOTE = "The checkpoint's moments were refitted on 40 rows of this dataset.";
const unknown = {
  ...summary,
  metrics: {
    ...fitMetrics,
    srcc: null,
    mae: null,
    mape: null,
    hopSrcc: [],
    numTrain: 0,
    numTest: 0,
    heldOut: { measured: [], predicted: [] },
    lossCurve: [],
    notes: [NOTE],
  },
};

it("figures that nobody knows are shown as unknown, and notes as sentences", () => {
  render(
    <InWorkspace>
      <PredictorTable
        predictors={[unknown]}
        selectedId={null}
        onSelect={() => undefined}
        onDownload={() => Promise.resolve()}
        onDelete={() => Promise.resolve()}
      />
      <PredictorReport predictor={unknown} />
    </InWorkspace>,
  );
  expect(screen.getAllByRole("cell").filter(({ textContent }) => textContent === "unknown")).toHaveLength(2);
  expect(screen.getByText(NOTE)).toBeTruthy();
  expect(screen.getByText(/^How well it ranks is unknown/)).toBeTruthy();
  expect(screen.queryByText(/off by/)).toBeNull();
});

it("a checkpoint's figures say that it may have seen the rows", () => {
  const seen = { ...summary, metrics: { ...fitMetrics, numTrain: 0, numTest: 40 } };
  render(<InWorkspace>{<PredictorReport predictor={seen} />}</InWorkspace>);
  expect(screen.getByText(/which it may have been trained on/)).toBeTruthy();
});
