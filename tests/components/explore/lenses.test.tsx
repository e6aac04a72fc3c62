// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExplorePage } from "@/components/explore/ExplorePage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type * as client from "@/lib/api/client";
import { embeddingWorkspace, exploredWorkspace } from "./workspaceFixture";

// Designs are asked for over HTTP; there is no server here.
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<typeof client>()),
  listAssembled: () => Promise.resolve([]),
}));

const show = (searchParams: string, workspace: Workspace = exploredWorkspace()) =>
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

describe("pairs", () => {
  it("show every operation with every next one, and pin a pair", async () => {
    show("?lens=pairs&unit=2&place=2");
    const cell = await screen.findByRole("button", { name: /^e6k7 then e3k3: score/ });
    expect(screen.getAllByRole("button", { name: / then / })).toHaveLength(36);
    expect((screen.getByLabelText("layer 2 → layer 3") as HTMLInputElement).checked).toBe(true);
    fireEvent.click(cell);
    expect(
      within(screen.getByRole("region", { name: "Pinned module" })).getAllByText("e6k7 e3k3").length,
    ).toBeGreaterThan(0);
    expect(screen.getByRole("group", { name: "Selected in all figures" }).textContent).toContain("e6k7 e3k3");
  });

  it("have a table with the same numbers", async () => {
    show("?lens=pairs");
    const summary = await screen.findByText("As a table");
    const details = summary.closest("details");
    if (details === null) throw new Error("The table is not folded.");
    details.open = true;
    fireEvent(details, new Event("toggle"));
    expect((await screen.findAllByRole("row")).length).toBe(37);
  });
});

describe("spread", () => {
  it("has a box an operation and unit; pressing one selects its operation everywhere", async () => {
    show("?lens=spread");
    const box = await screen.findByRole("button", { name: /^e6k7 in unit 1: median/ });
    expect(screen.getAllByRole("button", { name: /: median / })).toHaveLength(18);
    fireEvent.click(box);
    const selected = screen.getByRole("group", { name: "Selected in all figures" });
    expect(selected.textContent).toContain("operation e6k7");
    fireEvent.click(within(selected).getByRole("button", { name: "Let go of the operation" }));
    expect(screen.queryByRole("group", { name: "Selected in all figures" })).toBeNull();
  });
});

describe("sequences", () => {
  it("run from one operation to whole units", async () => {
    show("?lens=sequences&unit=2&length=1");
    const sizes = screen.getByRole("group", { name: "From one operation to whole units" });
    expect(
      within(sizes)
        .getAllByRole("radio")
        .map((radio) => radio.parentElement?.textContent),
    ).toEqual(["1 operation", "2 layers, whole unit", "3 layers, whole unit"]);
    expect(await screen.findByText(/^18 single operations, all that the space allows/)).toBeDefined();
  });

  it("of all units and lengths are ranked together", async () => {
    show("?lens=sequences&unit=0");
    // 6 + 36 of unit 1, 36 + 216 of each of the others.
    expect(await screen.findByText(/^546 modules, all that the space allows/)).toBeDefined();
  });

  it("split the pinned one into its parts and say its synergy", async () => {
    show("?lens=sequences&unit=2&length=3&module=1:0=1,2;1=0,0;2=0,1");
    const parts = await screen.findByRole("group", { name: "A module and its parts" }, { timeout: 10_000 });
    expect(within(parts).getAllByRole("button")).toHaveLength(6);
    expect(within(parts).getByRole("button", { name: /^e6k7 e3k3 e3k5: score .* synergy 0/ })).toBeDefined();
  });
});

describe("one architecture", () => {
  it("can be the best, the median or the worst measured", async () => {
    show("?lens=graph");
    fireEvent.click(await screen.findByRole("button", { name: "Worst" }));
    expect(await screen.findByRole("group", { name: /^Graph of net-1,/ })).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Best measured" }));
    expect(await screen.findByRole("group", { name: /^Graph of net-2,/ })).toBeDefined();
  });
});

it("outlines in the graph what is selected elsewhere", async () => {
  show("?lens=graph&op=1,2");
  const node = await screen.findByRole("img", { name: /^e6k7 at unit 3, layer 1/ });
  expect(node.querySelectorAll("rect")).toHaveLength(2);
  expect(screen.getByRole("img", { name: /^e3k3 at unit 1/ }).querySelectorAll("rect")).toHaveLength(1);
});

describe("what is selected in one figure", () => {
  it("is marked in the ranked list with its ranks, where it is an architecture", async () => {
    show("?lens=sequences&unit=2&length=3&architecture=net-1");
    expect(
      await screen.findByText(/^1 marked at the left belongs to what is selected: rank \d+$/),
    ).toBeDefined();
  });

  it("marks boxes, operations and values of a selected architecture", async () => {
    show("?lens=spread&architecture=net-1");
    const box = await screen.findByRole("button", { name: /^e3k3 in unit 1: median/ });
    expect(box.querySelector("rect")?.classList.contains("stroke-accent")).toBe(true);
    const other = screen.getByRole("button", { name: /^e6k7 in unit 1: median/ });
    expect(other.querySelector("rect")?.classList.contains("stroke-accent")).toBe(false);
  });

  it("is a value of a feature too, which Positions then outlines", async () => {
    show("?lens=features");
    fireEvent.click(await screen.findByRole("button", { name: /^kernel 7: score/ }));
    const selected = screen.getByRole("group", { name: "Selected in all figures" });
    expect(selected.textContent).toContain("value kernel 7");
    fireEvent.click(screen.getByRole("tab", { name: "Positions" }));
    const cell = await screen.findByRole("button", { name: /^e3k7 at unit 1, layer 1/ });
    expect(cell.querySelectorAll("rect.stroke-accent")).toHaveLength(1);
    const other = screen.getByRole("button", { name: /^e3k5 at unit 1, layer 1/ });
    expect(other.querySelectorAll("rect.stroke-accent")).toHaveLength(0);
  });

  it("marks the values of a pinned module", async () => {
    show("?lens=features&module=1:0=1,2");
    const value = await screen.findByRole("button", { name: /^kernel 7: score/ });
    expect(value.querySelectorAll("rect.stroke-accent")).toHaveLength(1);
    expect(
      screen.getByRole("button", { name: /^kernel 3: score/ }).querySelectorAll("rect.stroke-accent"),
    ).toHaveLength(0);
  });
});

describe("what is in common", () => {
  it("asks for a rectangle, then counts what is inside beside all", async () => {
    show("?lens=common");
    expect(screen.getByText(/choose the best or the worst, or type a range/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Best 20 %" }));
    expect(await screen.findByText(/^1 architecture chosen of 2 measured ones/)).toBeDefined();
    expect(
      screen.getAllByRole("button", { name: /of the chosen 1 of 1 \(100 %\), of all 2 of 2 \(100 %\)/ }),
    ).toHaveLength(8);
  });

  it("takes a typed range, and says so where nothing lies in it", async () => {
    show("?lens=common");
    const least = screen.getByRole("spinbutton", { name: /^Smallest accuracy/ });
    fireEvent.change(least, { target: { value: "75" } });
    fireEvent.blur(least);
    expect(await screen.findByText(/^1 architecture chosen of 2 measured ones/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Clear" }));
    const again = screen.getByRole("spinbutton", { name: /^Smallest accuracy/ });
    fireEvent.change(again, { target: { value: "900" } });
    fireEvent.blur(again);
    expect(await screen.findByText(/^No architecture lies in this rectangle/)).toBeDefined();
  });

  it("says why nothing is drawn where nothing was measured", () => {
    const workspace = exploredWorkspace();
    const rows = workspace.architectures;
    if (rows.status !== "ready") throw new Error("The fixture has rows.");
    const unmeasured = rows.value.map((row) => ({ ...row, metrics: [null] }));
    show("?lens=common", { ...workspace, architectures: { status: "ready", value: unmeasured } });
    expect(screen.getByText(/^No architecture of this dataset has a measured metric/)).toBeDefined();
  });
});

describe("operations", () => {
  it("lie by their embeddings where there are some: 0.1 for the expansion, 1 a step of the kernel", async () => {
    show("?lens=map", embeddingWorkspace());
    expect(await screen.findByText(/^Drawn from the embeddings \(hop 0\).*one network alone/)).toBeDefined();
    const point = screen.getByRole("button", { name: /^e6k7: / });
    expect(point.getAttribute("aria-label")).toBe("e6k7: from e3k7 0.1; from e6k5 1; from e3k5 1.005");
    expect(screen.getByText(/^The measured rows are too few/)).toBeDefined();
    const nearest = screen.getByRole("table", { name: "Nearest to each other" });
    expect(
      within(nearest)
        .getAllByRole("rowheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["e3k3 · e6k3", "e3k5 · e6k5", "e3k7 · e6k7"]);
    point.focus();
    fireEvent.keyDown(point, { key: "Enter" });
    expect(point.getAttribute("aria-pressed")).toBe("true");
  });

  it("lie by their scores where the predictor has no embeddings, which is said", async () => {
    show("?lens=map");
    expect(await screen.findByText(/^This predictor has no embeddings of operations/)).toBeDefined();
    expect(
      screen.getByText(/^A line joins the \d+ pairs of 15 pairs that its intervals cannot tell apart/),
    ).toBeDefined();
    expect(screen.getByRole("table", { name: "Cannot be told apart" })).toBeDefined();
  });

  it("are points to press, with what is nearest", async () => {
    show("?lens=map");
    const point = await screen.findByRole("button", { name: /^e6k7: from / });
    fireEvent.click(point);
    expect(point.getAttribute("aria-pressed")).toBe("true");
  });
});

describe("fit", () => {
  it("says where a predictor holds no rows, and shows hops", async () => {
    show("?lens=fit");
    expect(await screen.findByText(/^This predictor holds none of the rows/)).toBeDefined();
    expect(screen.getByText("0.71")).toBeDefined();
  });
});

describe("the guided tour", () => {
  it("moves through the figures, and can be left at any step", async () => {
    show("?lens=positions");
    fireEvent.click(screen.getByRole("button", { name: "Guided tour" }));
    const tour = screen.getByRole("region", { name: "Guided tour" });
    expect(within(tour).getByRole("heading").textContent).toMatch(/^1 of 9/);
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Fit");
    fireEvent.click(within(tour).getByRole("button", { name: "Next" }));
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Features");
    expect(document.activeElement?.textContent).toMatch(/^2 of 9/);
    fireEvent.click(within(tour).getByRole("button", { name: "Leave the tour" }));
    expect(screen.queryByRole("region", { name: "Guided tour" })).toBeNull();
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Features");
  });

  it("begins where the address says", () => {
    show("?tour=9&lens=map");
    expect(screen.getByRole("heading", { name: /^9 of 9/ })).toBeDefined();
    expect(screen.queryByRole("button", { name: "Next" })).toBeNull();
  });
});
