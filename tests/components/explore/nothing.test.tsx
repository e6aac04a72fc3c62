// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { FeatureHeatmap } from "@/components/explore/FeatureHeatmap";
import { PositionHeatmap } from "@/components/explore/PositionHeatmap";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";

afterEach(cleanup);

it("features without a choice say so instead of drawing an empty figure", () => {
  render(<FeatureHeatmap scores={[]} space={stagedSpace} />);
  expect(screen.getByRole("status").textContent).toContain("no choice to compare");
});

it("operations without a score say so instead of drawing a default", () => {
  const { operations } = shownOperations(stagedSpace, []);
  const scores = positionModules(stagedSpace, operations).map((module) => ({
    ...fixtureScore(module),
    score: NaN,
    low: NaN,
    high: NaN,
  }));
  const matrix = positionMatrix(stagedSpace, operations, scores);
  const { container } = render(<PositionHeatmap space={stagedSpace} matrix={matrix} scoreUnit="%" />);
  expect(screen.getByRole("status").textContent).toContain("gave no score");
  expect(container.querySelector("svg")).toBeNull();
});
