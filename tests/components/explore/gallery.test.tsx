// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DIFFERENCE } from "@/components/explore/compare/differenceWords";
import { Gallery } from "@/components/explore/Gallery";
import { GALLERY } from "@/components/explore/gallery/galleryFigures";
import { LENSES } from "@/components/explore/questions";
import { outline } from "./outline";

// Nothing is laid out here, and a list without a height draws no rows.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the gallery", () => {
  it("shows a figure for every question of Explore, with two lines on how to read it", () => {
    const answered = new Set(GALLERY.map(({ asked }) => asked.question));
    expect(answered).toEqual(new Set([...LENSES.map(({ question }) => question), DIFFERENCE.question]));
    render(<Gallery />);
    for (const { question } of LENSES) {
      const [panel] = screen.getAllByRole("region", { name: new RegExp(`^${question.replace("?", "\\?")}`) });
      if (panel === undefined) throw new Error(`No figure answers ${question}`);
      const reading = within(panel).getByRole("list", { name: "How to read it" });
      expect(within(reading).getAllByRole("listitem")).toHaveLength(2);
    }
  });

  it("shows the figures of the other pages, and no coordinate that is not a number", () => {
    const { container } = render(<Gallery />);
    const titles = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
    expect(titles).toContain("A metric's histogram, with a range kept");
    expect(titles).toContain("Metric against metric, with the Pareto front");
    expect(titles).toContain("Curves of a training run");
    expect(titles).toContain("Where a prediction would stand");
    expect(container.innerHTML).not.toContain("NaN");
  });
});

describe("each figure looks as it did", () => {
  it.each(GALLERY)("$name", async ({ name, Figure }) => {
    const { container } = render(<Figure />);
    await expect(outline(container)).toMatchFileSnapshot(`./snapshots/${name}.txt`);
  });
});
