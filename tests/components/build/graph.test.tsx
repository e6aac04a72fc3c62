// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BuildPage } from "@/components/build/BuildPage";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { graphBuildWorkspace } from "./workspaceFixture";

// A machine under load takes its time; the tests wait for what appears, not for a clock.
configure({ asyncUtilTimeout: 20_000 });

vi.mock("@/lib/api/client", () => ({ listAssembled: async () => [] }));

/** input → conv → pool → output, and input → pool: four edges, so that one more is legal. */
const FOUR = "1;0;3;2~~0.1,0.2,1.2,2.3";
/** input → conv → output. */
const CHAIN = "1;0;2~~0.1,1.2";

const address = { draft: "", locked: "" };
const onUrlUpdate: OnUrlUpdateFunction = ({ searchParams }) => {
  address.draft = searchParams.get("draft") ?? "";
  address.locked = searchParams.get("locked") ?? "";
};

const show = (searchParams: string) =>
  render(
    <NuqsTestingAdapter searchParams={searchParams} onUrlUpdate={onUrlUpdate} hasMemory>
      <WorkspaceContext value={graphBuildWorkspace()}>
        <BuildPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const list = async (name: string) => within(await screen.findByRole("region", { name }));
const labels = async (name: string) =>
  (await list(name)).getAllByRole("button").map((button) => button.getAttribute("aria-label"));
const edge = (name: string) => screen.findByRole("button", { name: `edge from node ${name}` });
const edges = () =>
  screen.queryAllByRole("button", { name: /^edge from/ }).map((one) => one.getAttribute("aria-label"));
const node = (number: number) =>
  within(screen.getByRole("region", { name: "The draft's graph" })).getByRole("button", {
    name: new RegExp(`^node ${number}: `),
  });

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the graph of a draft", () => {
  it("shows what every edit does to the prediction, or what the graph would lack", async () => {
    show(`?draft=${FOUR}&slot=1.1`);
    // Four edges and four nodes: 44 is predicted.
    await screen.findByRole("button", { name: /^Disconnect 1 → 3: predicted/ });
    expect(await labels("Edges")).toEqual([
      "Disconnect 1 → 2: node 2 is on no way from beginning to end",
      "Disconnect 1 → 3: predicted 34, −10",
      "Connect 1 → 4: predicted 54, +10",
    ]);
    expect(await labels("Nodes")).toEqual([
      "Add a node on 1 → 2: predicted 55, +11",
      "Add a node on 1 → 3: predicted 55, +11",
    ]);
  });

  it("says why others are not possible", async () => {
    show(`?draft=${FOUR}&slot=1.1`);
    const nodes = await list("Nodes");
    expect(
      nodes.getByText(/^Not possible, because a graph has at most 5 edges: Add a node beside 1 → 2/),
    ).toBeDefined();
    expect(
      nodes.getByText(/^Not possible, because every graph begins with its input: Remove node 1/),
    ).toBeDefined();
  });

  it("an edit is one step to undo, and the address has it", async () => {
    show(`?draft=${FOUR}&slot=1.1`);
    fireEvent.click(await screen.findByRole("button", { name: /^Connect 1 → 4/ }));
    expect(edges()).toContain("edge from node 1 to node 4");
    await waitFor(() => expect(address.draft).toBe("1;0;3;2~~0.1,0.2,0.3,1.2,2.3"));
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(edges()).not.toContain("edge from node 1 to node 4");
    fireEvent.click(screen.getByRole("button", { name: "Redo" }));
    expect(edges()).toContain("edge from node 1 to node 4");
  });

  it("Delete takes an edge away, and a click on one offers what can be done there", async () => {
    show(`?draft=${FOUR}&slot=1.1`);
    fireEvent.click(await edge("1 to node 3"));
    expect(screen.getByRole("heading", { name: "Connections at edge 1 → 3" })).toBeDefined();
    fireEvent.keyDown(await edge("1 to node 3"), { key: "Delete" });
    expect(edges()).toEqual([
      "edge from node 1 to node 2",
      "edge from node 2 to node 3",
      "edge from node 3 to node 4",
    ]);
  });

  it("C and another node connects or disconnects, or says why it cannot", async () => {
    show(`?draft=${FOUR}&slot=1.2`);
    fireEvent.keyDown(node(2), { key: "c" });
    fireEvent.click(node(4));
    expect(edges()).toContain("edge from node 2 to node 4");
    // A fifth edge is the last that is legal.
    fireEvent.click(node(1));
    fireEvent.keyDown(node(1), { key: "c" });
    fireEvent.click(node(4));
    expect(screen.getByText("1 → 4 cannot be: a graph has at most 5 edges.")).toBeDefined();
    fireEvent.keyDown(node(1), { key: "c" });
    fireEvent.click(node(3));
    expect(edges()).not.toContain("edge from node 1 to node 3");
  });

  it("a lock stays with its node when one comes before it, also when that is undone", async () => {
    show(`?draft=${CHAIN}&slot=1.1&locked=1.2`);
    fireEvent.click(await screen.findByRole("button", { name: /^Add a node on 1 → 2/ }));
    expect(node(3).getAttribute("aria-label")).toBe("node 3: conv, locked");
    expect(node(2).getAttribute("aria-label")).toBe("node 2: open");
    await waitFor(() => expect(address.locked).toBe("1.3"));
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(node(2).getAttribute("aria-label")).toBe("node 2: conv, locked");
    fireEvent.click(screen.getByRole("button", { name: "Redo" }));
    expect(node(3).getAttribute("aria-label")).toBe("node 3: conv, locked");
  });

  it("a node goes, and its neighbours are joined", async () => {
    show(`?draft=${CHAIN}&slot=1.2`);
    fireEvent.click(await screen.findByRole("button", { name: /^Remove node 2, joining its neighbours/ }));
    expect(edges()).toEqual(["edge from node 1 to node 2"]);
    await waitFor(() => expect(address.draft).toBe("1;2~~0.1"));
  });

  it("tells which operations cannot stand in a place", async () => {
    show(`?draft=${CHAIN}&slot=1.2`);
    const others = await screen.findByRole("region", { name: "Alternatives for node 2" });
    await within(others).findByRole("button", { name: /^Put conv into node 2/ });
    expect(
      within(others).getByText(
        "Not here: input (input only stands first); output (output only stands last).",
      ),
    ).toBeDefined();
  });

  it("begins with the smallest graph", async () => {
    show("");
    fireEvent.click(await screen.findByRole("button", { name: "Start with the smallest graph" }));
    expect(edges()).toEqual(["edge from node 1 to node 2"]);
    expect(node(1).getAttribute("aria-label")).toBe("node 1: input");
    expect(node(2).getAttribute("aria-label")).toBe("node 2: output");
  });

  it("more edges are legal where a person says so", async () => {
    show(`?draft=${FOUR}&slot=1.1&edges=9`);
    expect(await screen.findByText(/as stated; measured graphs have at most 5/)).toBeDefined();
    expect((await labels("Nodes")).join()).toContain("Add a node beside 1 → 2");
  });
});
