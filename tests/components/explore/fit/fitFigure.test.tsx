// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FitFigure } from "@/components/explore/fit/FitFigure";
import { FitNotes, hopWords } from "@/components/explore/fit/FitNotes";
import { fitSet } from "@/lib/figures/fitSets";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { exploredWorkspace } from "../workspaceFixture";

afterEach(cleanup);

const SETS = [
  fitSet("Held-out rows (test)", "Predicted before it had seen them.", [
    { id: "net-a", measured: 74, predicted: 75.5 },
    { id: "net-b", measured: 71, predicted: 70 },
    { id: null, measured: 76, predicted: 76.25 },
  ]),
];

const show = (selected: string | null, onPick: (id: string) => void, linked: string[] = []) =>
  render(<FitFigure sets={SETS} unit="%" selected={selected} linked={new Set(linked)} onPick={onPick} />);

describe("predicted against measured by keyboard", () => {
  it("walks through the points, says where it is, and selects with Enter", () => {
    const onPick = vi.fn();
    const { container } = show(null, onPick);
    const plot = screen.getByRole("application", { name: /^Held-out rows \(test\): predicted against/ });
    const told = () => container.querySelector("[aria-live=polite]")?.textContent;
    fireEvent.keyDown(plot, { key: "ArrowRight" });
    expect(told()).toBe("net-b: measured 71, predicted 70, −1; 1 of 3 by measured value");
    fireEvent.keyDown(plot, { key: "Enter" });
    expect(onPick).toHaveBeenLastCalledWith("net-b");
    // Up, to predictions that are higher: +0.25 comes after −1.
    fireEvent.keyDown(plot, { key: "ArrowUp" });
    expect(told()).toMatch(/^Not named in the predictor: measured 76/);
    fireEvent.keyDown(plot, { key: "Enter" });
    expect(onPick).toHaveBeenCalledTimes(1);
    // It stays while the focus goes: a press on what is below would miss if everything moved up.
    fireEvent.blur(plot);
    expect(told()).toMatch(/^Not named in the predictor/);
    fireEvent.keyDown(plot, { key: "Escape" });
    expect(told()).toBe("");
  });

  it("begins at the selected point, and says that it is", () => {
    const { container } = show("net-b", () => undefined);
    const plot = screen.getByRole("application");
    fireEvent.keyDown(plot, { key: "ArrowRight" });
    fireEvent.keyDown(plot, { key: "ArrowLeft" });
    expect(container.querySelector("[aria-live=polite]")?.textContent).toBe(
      "net-b: measured 71, predicted 70, −1; 1 of 3 by measured value, selected",
    );
  });

  it("marks the architectures that hold what is selected elsewhere", () => {
    const { container } = show(null, () => undefined, ["net-a", "net-z"]);
    expect(container.querySelectorAll("circle[data-linked]")).toHaveLength(1);
  });
});

describe("what is not drawn", () => {
  const fileOf = (kind: string, metrics: Partial<PredictorFile["metrics"]> = {}): PredictorFile => {
    const { opened } = exploredWorkspace();
    if (opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
    const { file } = opened.value;
    return { ...file, kind, metrics: { ...file.metrics, ...metrics } };
  };

  it("is told with its reason for every kind", () => {
    const said = (file: PredictorFile) => {
      const { container, unmount } = render(<FitNotes file={file} />);
      const text = container.textContent;
      unmount();
      return text;
    };
    expect(said(fileOf("autobuild"))).toMatch(/^Validation rows: there are none\. As published/);
    expect(said(fileOf("module-gp"))).toMatch(/^Validation rows: there are none\..*leave-one-out/);
    expect(said(fileOf("combined"))).toMatch(/train it again/);
    expect(said(fileOf("combined", { validation: { measured: [1], predicted: [1] } }))).toBe("");
    expect(said(fileOf("autobuild", { numTrain: 0 }))).toMatch(/released checkpoint/);
  });

  it("names simple models with what they were fitted to", () => {
    const baselines = [{ name: "ridge regression", numTrain: 400, srcc: 0.8 }];
    render(<FitNotes file={fileOf("combined", { baselines, numTrain: 1_800 })} />);
    expect(
      screen.getByText(/ridge regression, held-out SRCC 0\.80\) are\s+fitted once, to 400 of\s+1,800/),
    ).toBeDefined();
  });

  it("tells a kind without hops from a predictor without held-out rows", () => {
    expect(hopWords(fileOf("module-gp"))).toMatch(/passes no messages/);
    expect(hopWords(fileOf("autobuild", { hopSrcc: [], numTest: 0 }))).toMatch(/no row was held out/);
  });
});
