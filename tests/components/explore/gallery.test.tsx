// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Gallery } from "@/components/explore/Gallery";

afterEach(cleanup);

it("shows every figure, and no coordinate that is not a number", () => {
  const { container } = render(<Gallery />);
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    "Trust, from good to none",
    "Feature x value",
    "Position x operation, units",
    "Position x operation, a cell",
    "Ranked sequences",
    "Ranked subgraphs of a cell",
    "One architecture, hop by hop",
    "A cell as a graph",
    "A metric's histogram, with a range kept",
    "Metric against metric, with the Pareto front",
    "A target's distribution",
    "Curves of a training run",
    "Rank correlation by hop",
    "Predicted against measured",
    "Where a prediction would stand",
  ]);
  expect(container.innerHTML).not.toContain("NaN");
});
