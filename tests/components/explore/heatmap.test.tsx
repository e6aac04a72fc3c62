// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FeatureHeatmap } from "@/components/explore/FeatureHeatmap";
import { PositionHeatmap } from "@/components/explore/PositionHeatmap";
import type { Module } from "@/lib/core/module";
import { featureEvidence, fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";

const { operations } = shownOperations(stagedSpace, []);
const scores = positionModules(stagedSpace, operations).map(fixtureScore);
const matrix = positionMatrix(stagedSpace, operations, scores);

const renderPositions = (onPick?: (module: Module) => void, disabledReason?: () => string) =>
  render(
    <PositionHeatmap
      space={stagedSpace}
      matrix={matrix}
      scoreUnit="% (accuracy)"
      onPick={onPick}
      disabledReason={disabledReason}
    />,
  );

afterEach(cleanup);

describe("PositionHeatmap", () => {
  const name = "e6k7 at unit 1, layer 1: score 75 (74.75 to 75.25), held by 22 labelled architectures";

  it("names every cell with its place, score, interval and support", () => {
    renderPositions(vi.fn());
    expect(screen.getByRole("button", { name })).toBeDefined();
    expect(screen.getAllByRole("button", { name: / at unit / })).toHaveLength(48);
  });

  it("hands the module of a clicked cell on", () => {
    const onPick = vi.fn();
    renderPositions(onPick);
    fireEvent.click(screen.getByRole("button", { name }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ unitIndex: 0, layers: [0], nodes: [[1, 2]] });
  });

  it("moves with the arrow keys and picks with Enter", () => {
    const onPick = vi.fn();
    renderPositions(onPick);
    const start = screen.getByRole("button", { name });
    start.focus();
    fireEvent.keyDown(start, { key: "ArrowRight" });
    const next = screen.getByRole("button", { name: /^e6k7 at unit 1, layer 2/ });
    expect(document.activeElement).toBe(next);
    fireEvent.keyDown(next, { key: "Enter" });
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ unitIndex: 0, layers: [1], nodes: [[1, 2]] });
  });

  it("is one tab stop", () => {
    renderPositions(vi.fn());
    const stops = screen.getAllByRole("button", { name: / at unit / }).filter((cell) => cell.tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it("shows the numbers on focus", () => {
    renderPositions(vi.fn());
    fireEvent.focus(screen.getByRole("button", { name }));
    expect(screen.getByRole("tooltip").textContent).toContain("against the unit's mean+0.625");
  });

  it("says why a cell cannot be picked, and does not pick it", () => {
    const onPick = vi.fn();
    renderPositions(onPick, () => "unit 1 is full");
    const cell = screen.getByRole("button", { name: `${name}; unit 1 is full` });
    fireEvent.click(cell);
    fireEvent.keyDown(cell, { key: "Enter" });
    expect(onPick).not.toHaveBeenCalled();
  });

  it("states in its legend what the colours measure", () => {
    renderPositions();
    expect(screen.getByText("Score minus the unit's mean, in % (accuracy)")).toBeDefined();
    expect(screen.getByText("outlined: in no labelled architecture")).toBeDefined();
  });
});

describe("FeatureHeatmap", () => {
  it("names values with score, interval and support", () => {
    render(<FeatureHeatmap scores={featureEvidence} space={stagedSpace} />);
    const name = "kernel 5: score 0.8 (0.6 to 1), held by 0 labelled architectures";
    expect(screen.getByRole("img", { name })).toBeDefined();
  });
});
