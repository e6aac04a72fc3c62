// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isSameSpace } from "@/components/explore/compare/sameSpace";
import { ExplorePage } from "@/components/explore/ExplorePage";
import { WorkspaceContext, type OpenedPredictor, type Workspace } from "@/components/workspace/workspace";
import { getPredictor } from "@/lib/api/client";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import type { Tasks } from "@/lib/worker/protocol";
import { exploredWorkspace } from "../workspaceFixture";

vi.mock("@/lib/api/client", { spy: true });

/** A second predictor that thinks the opposite of the first, opened on request. */
function twoPredictors(): Workspace {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const { value } = base.opened;
  const run = async (name: string, request: unknown) => {
    if (name === "open" || name === "close") return {};
    const asked = request as Tasks["scoreModules"]["request"];
    if (name !== "scoreModules" || asked.beside === undefined)
      return (value.client.run as (name: string, request: unknown) => Promise<unknown>)(name, request);
    const scores = asked.modules.map((module) => {
      const score = fixtureScore(module);
      return { ...score, score: 150 - score.score, low: 150 - score.high, high: 150 - score.low };
    });
    return { scores };
  };
  vi.mocked(getPredictor).mockResolvedValue({ ...value.file, target: "latency" });
  const client = { run, dispose: () => undefined } as unknown as OpenedPredictor["client"];
  return {
    ...base,
    predictors: { status: "ready", value: [] },
    opened: { status: "ready", value: { ...value, id: "p-first", client } },
  };
}

const show = (search: string) =>
  render(
    <NuqsTestingAdapter searchParams={search} hasMemory>
      <WorkspaceContext value={twoPredictors()}>
        <ExplorePage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

afterEach(cleanup);

describe("What would another predictor say?", () => {
  it("says how far both agree and where they differ most", async () => {
    show("?lens=positions&beside=p-second");
    expect(await screen.findByText(/^They contradict each other \(SRCC -1\.00\)/)).toBeDefined();
    const differences = screen.getByRole("region", { name: "Largest differences" });
    expect(within(differences).getAllByRole("row").length).toBe(13);
  });

  it("draws the heatmap of both with their difference, which pins what is pressed", async () => {
    show("?lens=positions&beside=p-second");
    await screen.findByText(/^They contradict each other/);
    const figure = screen.getByRole("group", {
      name: "Where latency puts it higher than accuracy, or lower",
    });
    const cells = within(figure).getAllByRole("button");
    expect(cells).toHaveLength(48);
    // Scores 150 − s: what the first puts most above its unit's mean, the second puts as far below.
    const best = within(figure).getByRole("button", { name: /^e6k7 at unit 1, layer 1:/ });
    expect(best.getAttribute("aria-label")).toBe(
      "e6k7 at unit 1, layer 1: first score (90 % interval) 75 (74.75 to 75.25), second score (90 % interval) 75 (74.75 to 75.25), first and second, sd +2.39 and −2.39, second minus first −4.77 sd, beyond the intervals yes",
    );
    fireEvent.click(best);
    const pinned = screen.getByRole("region", { name: "Pinned module" });
    expect(within(pinned).getAllByText("e6k7").length).toBeGreaterThan(0);
  });

  it("draws differences in ranks where these are chosen, and of feature values", async () => {
    show("?lens=features&beside=p-second&difference=ranks");
    await screen.findByText(/importances/);
    const figure = screen.getByRole("group", { name: /^Where latency puts it higher/ });
    expect(within(figure).getAllByRole("img", { name: /^kernel [357]: / })).toHaveLength(3);
    expect(
      within(figure).getByRole("img", { name: /^kernel 7: .*second minus first 0 ranks/ }),
    ).toBeDefined();
  });

  it("re-ranks by the weight at once and says where the winner changes", async () => {
    show("?lens=positions&beside=p-second&raw=true&weight=1");
    const live = await screen.findByRole("region", { name: "Live target" });
    const best = () => within(live).getByRole("list", { name: /^Best at weight/ }).textContent;
    const first = best();
    fireEvent.change(within(live).getByRole("slider"), { target: { value: "0" } });
    await vi.waitFor(() => expect(best()).not.toBe(first));
    const changes = within(live).getByRole("list", { name: "Where the winner changes" });
    expect(changes.textContent).toContain("w = 0.500");
  });

  it("knows equal spaces by what modules mean, not by how they were written", () => {
    expect(isSameSpace(stagedSpace, { ...stagedSpace, notation: "other", constants: { a: 1 } })).toBe(true);
    expect(isSameSpace(stagedSpace, { ...stagedSpace, units: stagedSpace.units.slice(1) })).toBe(false);
  });
});
