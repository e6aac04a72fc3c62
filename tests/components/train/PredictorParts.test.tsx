// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { TrainPage } from "@/components/train/TrainPage";
import { COMBINED, PREDICTOR_KINDS } from "@/lib/core/predictorKinds";
import { fitMetrics, InWorkspace, summary } from "./workspace";

afterEach(cleanup);

const made = {
  ...fitMetrics,
  srcc: 0.98,
  numTest: 40,
  coverage: 0.75,
  contributions: [
    { part: "graph network", weight: 0.02, srcc: 0.6 },
    { part: "module process", weight: 0.98, srcc: 0.97 },
  ],
  baselines: [{ name: "ridge regression", numTrain: 36, srcc: 0.98 }],
};

const show = (changes: Partial<typeof summary> = {}) =>
  render(
    <InWorkspace
      predictors={{
        status: "ready",
        value: [{ ...summary, kind: "combined", seed: 7, target: "-latency", metrics: made, ...changes }],
      }}
      predictorId="p1"
    >
      <TrainPage />
    </InWorkspace>,
  );

describe("what a predictor is made of", () => {
  it("stands in the report: weights, intervals and simple models", () => {
    show();
    const parts = screen.getByRole("region", { name: "What it is made of" });
    expect(parts.textContent).toContain("The graph network carries 2 % of every prediction");
    expect(parts.textContent).toContain("its embeddings still carry the importances");
    expect(parts.textContent).toContain("Trust the module process.");
    expect(screen.getByText(/^75 % of the held-out .* intervals are too narrow here/)).toBeTruthy();
    const simple = screen.getByRole("region", { name: "Simple models on the same rows" });
    expect(within(simple).getByText(/^A simple model is as good here: ridge regression/)).toBeTruthy();
    expect(screen.getByText("Rank correlation (SRCC) of added-up scores by hop")).toBeTruthy();
  });

  it("says on how many rows simple models rest where that is fewer", () => {
    show({
      metrics: {
        ...made,
        numTrain: 1_800,
        baselines: [{ name: "ridge regression", numTrain: 400, srcc: 0.9 }],
      },
    });
    const simple = screen.getByRole("region", { name: "Simple models on some of the rows" });
    const rows = within(simple).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "ModelFitted toSRCC, held out",
      "ridge regression400 rows0.90",
      "this predictor1,800 rows0.98",
    ]);
    expect(simple.textContent).toContain(
      "The simple model was fitted to 400 rows only, this predictor to 1,800.",
    );
  });

  it("is left out where a kind does not tell it", () => {
    show({ kind: "autobuild", metrics: fitMetrics });
    expect(screen.queryByRole("region", { name: "What it is made of" })).toBeNull();
    expect(screen.queryByRole("region", { name: "Simple models on the same rows" })).toBeNull();
    expect(screen.getByText("Rank correlation (SRCC) of embedding norms by hop")).toBeTruthy();
  });

  it("offers the module process alone, with the same target and seed", () => {
    show();
    fireEvent.click(screen.getByRole("link", { name: /^Train the module process alone/ }));
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Predictor kind" }).value).toBe(
      "module-gp",
    );
    expect(screen.getByLabelText<HTMLInputElement>(/^Seed/).value).toBe("7");
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Target expression" }).value).toBe(
      "-latency",
    );
  });

  it("offers the best simple model as a kind of its own, for its importances", () => {
    show();
    fireEvent.click(screen.getByRole("link", { name: "Train ridge regression to see its importances" }));
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Predictor kind" }).value).toBe("ridge");
    expect(screen.getByLabelText<HTMLInputElement>(/^Seed/).value).toBe("7");
  });

  it("leads to a simple model's importances beside these where one is trained on the same target", () => {
    const trained = { ...summary, kind: "combined", target: "-latency", metrics: made };
    render(
      <InWorkspace
        predictors={{
          status: "ready",
          value: [
            trained,
            { ...trained, id: "p2", kind: "ridge", metrics: fitMetrics },
            { ...trained, id: "p3", kind: "module-gp", target: "accuracy", metrics: fitMetrics },
          ],
        }}
        predictorId="p1"
      >
        <TrainPage />
      </InWorkspace>,
    );
    const beside = screen.getByRole("link", { name: "See the importances of ridge regression beside these" });
    expect(beside.getAttribute("href")).toMatch(/\/explore\?predictor=p1&beside=p2$/);
    expect(screen.getByRole("link", { name: /^Train the module process alone/ })).toBeTruthy();
  });
});

describe("the kinds", () => {
  it("are listed, default first, and each brings its own fields", () => {
    render(<TrainPage />, { wrapper: InWorkspace });
    const kinds = screen.getByRole<HTMLSelectElement>("combobox", { name: "Predictor kind" });
    expect([...kinds.options].map(({ text }) => text)).toEqual([
      "AutoBuild, calibrated",
      "AutoBuild (as published)",
      "Module process alone",
      "Ridge regression",
      "Random forest",
    ]);
    fireEvent.change(screen.getByLabelText(/^Epochs/), { target: { value: "99" } });
    for (const info of PREDICTOR_KINDS.toReversed()) {
      fireEvent.change(kinds, { target: { value: info.kind } });
      expect(screen.getByText(info.description)).toBeTruthy();
      expect(screen.queryByText("(1 changed)")).toBeNull();
    }
    expect(screen.getByLabelText<HTMLInputElement>(/^Epochs/).value).toBe(String(COMBINED.defaults.epochs));
    fireEvent.change(kinds, { target: { value: "module-gp" } });
    expect(screen.queryByLabelText(/^Epochs/)).toBeNull();
  });
});
