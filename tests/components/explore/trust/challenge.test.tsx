// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, describe, expect, it } from "vitest";
import { ExplorePage } from "@/components/explore/ExplorePage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import { exploredWorkspace } from "../workspaceFixture";

/** Rows that differ in unit 1, layer 1 (e6k7 or e3k3) and in unit 2, each with its accuracy. */
function pairedWorkspace(
  rows: readonly (readonly [first: Node, unit2: Node, accuracy: number | null])[],
): Workspace {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const architectures = rows.map(([first, unit2, accuracy], index): EvaluatedArchitecture => ({
    id: `net-${index}`,
    row: index + 2,
    globals: [],
    units: [[first], [unit2, unit2], [unit2, unit2]],
    metrics: [accuracy],
  }));
  return {
    ...base,
    architectures: { status: "ready", value: architectures },
    opened: { status: "ready", value: { ...base.opened.value, id: `p-${rows.length}-${rows[0]?.[2]}` } },
  };
}

const show = (workspace: Workspace) =>
  render(
    <NuqsTestingAdapter searchParams="?lens=positions&module=0:0%3D1,2" hasMemory>
      <WorkspaceContext value={workspace}>
        <ExplorePage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const good: Node = [1, 2];
const plain: Node = [0, 0];

afterEach(cleanup);

describe("Challenge this", () => {
  it("shows what matched rows measure beside the claim, with counter-examples and a claim card", async () => {
    show(
      pairedWorkspace([
        [good, [0, 0], 75],
        [plain, [0, 0], 74],
        [good, [0, 1], 76],
        [plain, [0, 1], 74],
        [good, [1, 1], 73],
        [plain, [1, 1], 74],
        [plain, [1, 2], null],
      ]),
    );
    fireEvent.click(await screen.findByRole("button", { name: "Challenge this" }));
    const outcome = await screen.findByRole("region", { name: "Challenge" });
    expect(
      await within(outcome).findByText(/^3 sets of measured rows with the same in every other place/),
    ).toBeDefined();
    // Differences 1, 2 and -1: mean 0.667, interval 2.92 x 1.528 / sqrt(3) to both sides. e6k7 scores 1 above e3k3.
    const figure = within(outcome).getByRole("img", { name: /^Predictor claims \+1; Rows measure/ });
    expect(figure.getAttribute("aria-label")).toContain("Rows measure +0.6667 (−1.909 to +3.242)");
    expect(outcome.textContent).toContain("1 of 3 pairs goes the other way");
    expect(outcome.textContent).toContain("−1 with the module (above) against without");
    const card = await screen.findByRole("region", { name: "Claim card" });
    expect(card.textContent).toContain("held by 3 measured architectures");
  });

  it("says why there is nothing to compare with", async () => {
    show(
      pairedWorkspace([
        [good, [0, 0], 75.5],
        [good, [0, 1], 74],
      ]),
    );
    fireEvent.click(await screen.findByRole("button", { name: "Challenge this" }));
    expect(await screen.findByText(/^Every measured row that has this place holds the module/)).toBeDefined();
  });
});

describe("How far can these figures be trusted?", () => {
  it("names faults of the data in words, and offers the null check only where there are rows to shuffle", async () => {
    show(
      pairedWorkspace([
        [good, [0, 0], 75.25],
        [good, [0, 0], 74],
      ]),
    );
    const panel = await screen.findByRole("region", { name: "How far can these figures be trusted?" });
    expect(panel.textContent).toContain("Only 2 rows have the target.");
    expect(panel.textContent).toContain("1 of 2 measured rows repeats the architecture");
    expect(panel.textContent).toContain("does not measure accuracy in enough rows to shuffle");
  });
});
