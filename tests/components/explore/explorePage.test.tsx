// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExplorePage } from "@/components/explore/ExplorePage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type * as client from "@/lib/api/client";
import { stagedArchitecture } from "@/lib/figures/fixtures";
import { exploredWorkspace, joinedWorkspace } from "./workspaceFixture";

// Designs are asked for over HTTP; there is no server here.
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<typeof client>()),
  listAssembled: () =>
    Promise.resolve([
      {
        id: "a1",
        name: "my design",
        createdAt: "2026-01-01T00:00:00Z",
        predictorId: null,
        architecture: { ...stagedArchitecture, id: "a1" },
        predicted: null,
      },
    ]),
}));

const show = (workspace: Workspace, searchParams = "") =>
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceContext value={workspace}>
        <ExplorePage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

// Nothing is laid out here, and a list without a height draws no rows.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("ExplorePage", () => {
  it("says how to get a predictor where there is none", () => {
    show({ ...exploredWorkspace(), opened: { status: "none" } });
    expect(screen.getByRole("link", { name: "Train a predictor" }).getAttribute("href")).toBe(
      "/datasets/d1/train",
    );
  });

  it("asks nine questions, the first one answered, with two lines on how to read it", async () => {
    show(exploredWorkspace());
    expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toEqual([
      "Features",
      "Positions",
      "Pairs",
      "Spread",
      "Sequences",
      "Graph",
      "In common",
      "Operations",
      "Fit",
    ]);
    expect(screen.getByRole("heading", { name: "Which feature values matter?" })).toBeDefined();
    expect(
      within(screen.getByRole("list", { name: "How to read it" })).getAllByRole("listitem"),
    ).toHaveLength(2);
    expect(await screen.findByRole("button", { name: /^expand 6: score 1.4/ })).toBeDefined();
  });

  it("shows above every figure what it rests on", async () => {
    show(exploredWorkspace(), "?lens=sequences&unit=2&length=3");
    const trust = await screen.findByRole("note", { name: "What this figure rests on" });
    expect(trust.textContent).toContain("Ranks unseen networks well (SRCC 0.93)");
    expect(trust.textContent).toContain("Hop 2 alone, which this figure shows: SRCC 0.88");
    expect(trust.textContent).toContain("18 rows trained on, 2 rows held out");
  });

  it("lists sequences of two units that are scored together under both, wherever the address points", async () => {
    for (const unit of [2, 3]) {
      show(joinedWorkspace(), `?lens=sequences&unit=${unit}&length=3`);
      const choices = screen.getByRole("group", { name: "Unit" });
      expect(
        within(choices)
          .getAllByRole("radio")
          .map((radio) => radio.parentElement?.textContent),
      ).toEqual(["unit 1", "unit 2 and unit 3", "all, every length"]);
      expect(await screen.findByText(/^216 sequences, all that the space allows/)).toBeDefined();
      cleanup();
    }
  });

  it("pins a clicked cell and offers it to Build", async () => {
    show(exploredWorkspace(), "?lens=positions");
    fireEvent.click(await screen.findByRole("button", { name: /^e6k7 at unit 1, layer 1/ }));
    const pinned = screen.getByRole("region", { name: "Pinned module" });
    const link = await within(pinned).findByRole("link", { name: "Use in Build" });
    expect(link.getAttribute("href")).toBe("/datasets/d1/build?predictor=p-pin&put=0%3A0%3D1%2C2");
    expect(await within(pinned).findByText("74.75 to 75.25")).toBeDefined();
    expect(await within(pinned).findByText("+0.625")).toBeDefined();
    expect(within(pinned).getByText("against the mean of single operations of the unit")).toBeDefined();
  });

  it("ranks all sequences of the unit and length in the address, and filters them", async () => {
    show(exploredWorkspace(), "?lens=sequences&unit=2&length=2");
    expect(await screen.findByText(/^36 sequences, all that the space allows, best first/)).toBeDefined();
    const [best] = await screen.findAllByRole("option", { name: /score/ });
    expect(best?.getAttribute("aria-label")).toMatch(/^e6k7 e6k7: score 75.85/);
    fireEvent.change(screen.getByRole("combobox", { name: "With operation" }), { target: { value: "0,0" } });
    expect(await screen.findByText(/^11 sequences of 36 sequences/)).toBeDefined();
  });

  it("lists the architectures that hold a pinned module, best measured first", async () => {
    show(exploredWorkspace(), "?module=1:0%3D1,1");
    expect(await screen.findByText("2 measured architectures hold it, best first")).toBeDefined();
    const values = screen.getAllByRole("listitem").filter((item) => item.title.startsWith("net-"));
    expect(values.map((item) => item.title)).toEqual(["net-2", "net-1"]);
  });

  it("refuses a module of another search space in the address", async () => {
    show(exploredWorkspace(), "?module=9:0%3D1,1");
    expect(screen.getByText(/^The module in the address is none of this search space/)).toBeDefined();
  });

  it("colours one architecture at the chosen hop", async () => {
    show(exploredWorkspace(), "?lens=graph&hop=1&architecture=net-1");
    expect(await screen.findByRole("img", { name: "e6k5 at unit 2, layer 1: norm 4.8" })).toBeDefined();
    fireEvent.change(screen.getByRole("slider", { name: "Hop" }), { target: { value: "2" } });
    expect(await screen.findByRole("img", { name: "e6k5 at unit 2, layer 1: norm 8.9" })).toBeDefined();
  });

  it("says that nodes show scores, and what the predictor is made of, where its kind does", async () => {
    const workspace = exploredWorkspace();
    if (workspace.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
    const { value } = workspace.opened;
    const metrics = {
      ...value.file.metrics,
      contributions: [
        { part: "graph network", weight: 0.34, srcc: 0.9 },
        { part: "module process", weight: 0.66, srcc: 0.92 },
      ],
      baselines: [{ name: "ridge regression", numTrain: 18, srcc: 0.93 }],
    };
    const file = { ...value.file, kind: "combined", metrics };
    const opened = { status: "ready", value: { ...value, file } } as const;
    show({ ...workspace, opened }, "?lens=graph&hop=0&architecture=net-1");
    expect(await screen.findByText("Score at hop 0, % (accuracy), within this architecture")).toBeDefined();
    expect(screen.getByText("each node alone")).toBeDefined();
    expect(screen.queryByText(/norm/)).toBeNull();
    const trust = screen.getByRole("note", { name: "What this figure rests on" }).textContent;
    expect(trust).toContain("Made of: graph network 34 %, module process 66 %");
    expect(trust).toContain("A simple model is as good here: ridge regression, SRCC 0.93");
  });

  it("says where the numbers of nodes are not those of units that are scored together", async () => {
    for (const lens of ["graph&hop=1&architecture=net-1", "positions"]) {
      show(joinedWorkspace(), `?lens=${lens}`);
      expect(
        await screen.findByText(/^Sequences of unit 2 and unit 3 are scored together, as one\./),
      ).toBeDefined();
      if (lens !== "positions")
        expect(
          await screen.findByRole("img", { name: "unit 2 and unit 3 are scored together" }),
        ).toBeDefined();
      cleanup();
    }
    show(exploredWorkspace(), "?lens=graph&hop=1&architecture=net-1");
    expect(await screen.findByRole("slider", { name: "Hop" })).toBeDefined();
    expect(screen.queryByText(/scored together/)).toBeNull();
  });

  it("says what failed", async () => {
    show(exploredWorkspace({ failing: true }), "?lens=positions");
    expect((await screen.findByRole("alert")).textContent).toContain("The worker stopped.");
  });
});
