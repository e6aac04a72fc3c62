// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BuildPage } from "@/components/build/BuildPage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import { buildWorkspace, withLatency } from "./workspaceFixture";

vi.mock("@/lib/api/client", () => ({
  listAssembled: async () => [],
  getPredictor: async () => ({ target: "latency" }),
}));

const show = (workspace: Workspace, searchParams = "") =>
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceContext value={workspace}>
        <BuildPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const slot = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}: `) });
const slotText = (name: string) => slot(name).getAttribute("aria-label");
const panel = (title: string) => screen.getByRole("region", { name: title });
const complete = "?draft=0,0|1,1;0,2|1,2;0,1";

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("Build by every target", () => {
  it("predicts several targets, and says what each alternative does to the others", async () => {
    show(withLatency(buildWorkspace()), `${complete}&seek=p-latency.min&slot=2.1`);
    const standing = panel("How does it stand by every target?");
    await within(standing).findByRole("rowheader", { name: "latency" });
    await waitFor(() => expect(within(standing).getAllByRole("row")[1]?.textContent).toContain("5"));
    const alternatives = screen.getByRole("region", { name: "Alternatives for unit 2, layer 1" });
    await waitFor(() => expect(alternatives.textContent).toContain("latency"));
    expect(within(standing).getByText("Where does it lie among the measured ones?")).toBeTruthy();
  });

  it("shows a broken constraint with the unit it names, and at alternatives that would break it", async () => {
    show(buildWorkspace(), `${complete}&where=${encodeURIComponent("units[2].length = 3\naccuracy > 60")}`);
    const unit = within(panel("Architecture")).getByRole("group", { name: "unit 2" });
    await within(unit).findByText("Breaks units[2].length = 3");
    expect(screen.getByText("Broken: units[2].length = 3")).toBeTruthy();
    expect(screen.queryByText("Broken: accuracy > 60")).toBe(null);
  });

  it("says how far the draft is from what was measured", async () => {
    show(buildWorkspace(), complete);
    await screen.findByText(/The nearest measured architecture is net-1, \d+ nodes? away|It was measured as/);
  });

  it("says what the prediction is owed to, and how that is computed", async () => {
    show(buildWorkspace(), complete);
    const reasons = panel("What is the prediction owed to?");
    expect(reasons.textContent).toContain("Leave one out");
    await waitFor(() => expect(within(reasons).getAllByRole("listitem")).toHaveLength(3));
  });
});

describe("Locks", () => {
  it("keep a place while the rest is optimised, and undo takes all of it back", async () => {
    show(buildWorkspace(), complete);
    fireEvent.keyDown(slot("unit 2, layer 2"), { key: "l" });
    await waitFor(() => expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e3k7, locked"));
    const optimise = screen.getByRole("button", { name: "Keep 1 locked place, optimise the rest" });
    await waitFor(() => expect(optimise.hasAttribute("disabled")).toBe(false));
    fireEvent.click(optimise);
    await screen.findByText(/The best of \d+ completions by prediction/);
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e3k7, locked");
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k7");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k5");
  });
});

describe("Moving what is in a place", () => {
  it("goes by keyboard within the unit", () => {
    show(buildWorkspace(), complete);
    fireEvent.keyDown(slot("unit 2, layer 1"), { key: "ArrowRight", altKey: true });
    expect([slotText("unit 2, layer 1"), slotText("unit 2, layer 2")]).toEqual([
      "unit 2, layer 1: e3k7",
      "unit 2, layer 2: e6k5",
    ]);
  });

  it("goes by dragging, from place to place and from the alternatives", () => {
    show(buildWorkspace(), complete);
    const dropOn = (name: string, kind: string, text: string) => {
      const event = createEvent.drop(slot(name));
      Object.defineProperty(event, "dataTransfer", {
        value: { types: [kind], getData: (asked: string) => (asked === kind ? text : "") },
      });
      fireEvent(slot(name), event);
    };
    dropOn("unit 3, layer 1", "application/x-archwright-place", "[1,0]");
    expect([slotText("unit 2, layer 1"), slotText("unit 3, layer 1")]).toEqual([
      "unit 2, layer 1: e6k7",
      "unit 3, layer 1: e6k5",
    ]);
    dropOn("unit 3, layer 1", "application/x-archwright-node", "[0,0]");
    expect(slotText("unit 3, layer 1")).toBe("unit 3, layer 1: e3k3");
  });
});

describe("Versions", () => {
  it("are kept under names, compared side by side, and gone back to", async () => {
    show(buildWorkspace(), complete);
    const versions = panel("Versions");
    fireEvent.click(within(versions).getByRole("button", { name: "Keep this version" }));
    fireEvent.keyDown(slot("unit 2, layer 1"), { key: "ArrowRight", altKey: true });
    fireEvent.change(within(versions).getByRole("textbox", { name: "Call the version" }), {
      target: { value: "turned" },
    });
    fireEvent.click(within(versions).getByRole("button", { name: "Keep this version" }));
    for (const name of ["version 1", "turned"])
      fireEvent.click(within(versions).getByRole("checkbox", { name }));
    await within(versions).findByRole("columnheader", { name: "version 1" });
    expect(within(versions).getByText("2 places")).toBeTruthy();
    fireEvent.click(within(versions).getByRole("button", { name: "Go back to version 1" }));
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k5");
    fireEvent.click(within(versions).getByRole("button", { name: "Forget turned" }));
    expect(within(versions).queryByRole("checkbox", { name: "turned" })).toBe(null);
  });

  it("the draft itself comes back in another tab", () => {
    const workspace = buildWorkspace();
    localStorage.setItem(`archwright.draft.${workspace.dataset.id}`, "0,0|1,1;0,2|1,2;0,1");
    show(workspace);
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k5");
  });
});
