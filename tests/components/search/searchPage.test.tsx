// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SearchPage } from "@/components/search/SearchPage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import { searchWorkspace } from "./workspaceFixture";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
const saved = vi.hoisted(() => ({ texts: [] as string[] }));
vi.mock("@/components/build/downloadText", () => ({
  downloadText: ({ text }: { text: string }) => saved.texts.push(text),
}));
vi.mock("@/lib/api/client", () => ({ getPredictor: async () => ({ target: "latency" }) }));

const show = (workspace: Workspace, searchParams = "") =>
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceContext value={workspace}>
        <SearchPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const kept = (name: string) => screen.findByRole("spinbutton", { name: `Modules kept of ${name}` });
const start = async () => {
  await kept("unit 1");
  fireEvent.click(screen.getByRole("button", { name: "Search" }));
};

beforeEach(() => {
  saved.texts = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => ({ addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("Search", () => {
  it("says how to get a predictor where there is none", () => {
    show({ ...searchWorkspace(), opened: { status: "none" } });
    expect(screen.getByRole("link", { name: "Train a predictor" })).toBeTruthy();
  });

  it("counts the architectures of the reduced space as the sliders move", async () => {
    show(searchWorkspace());
    await kept("unit 1");
    expect(screen.getByText("125").closest("p")?.textContent).toBe(
      "125 architectures, 1 in 21,337 of the whole space, which has 2,667,168.",
    );
    fireEvent.change(await kept("unit 3"), { target: { value: "2" } });
    await waitFor(() => expect(screen.getByText("50")).toBeTruthy());
    fireEvent.change(screen.getByRole("spinbutton", { name: "Modules kept of all of them" }), {
      target: { value: "3" },
    });
    await waitFor(() => expect(screen.getByText("27")).toBeTruthy());
  });

  it("lists what it found, best first, with a way to Build", async () => {
    show(searchWorkspace());
    await start();
    const link = await screen.findByRole("link", { name: "Send architecture 1 to Build" });
    expect(link.getAttribute("href")).toMatch(/^\/datasets\/d1\/build\?predictor=p-\w+&draft=/);
    expect(
      screen.getByText(/Of the reduced space 125 architectures were predicted, all there are/),
    ).toBeTruthy();
    const values = screen
      .getAllByRole("row")
      .slice(1)
      .map((row) => Number.parseFloat(within(row).getAllByRole("cell")[2]?.textContent ?? ""));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it("says where a constraint is wrong, and searches only once it is right", async () => {
    show(searchWorkspace());
    await kept("unit 1");
    const constraints = screen.getByRole("textbox", { name: "Constraints, one a line" });
    fireEvent.change(constraints, { target: { value: "accurcy > 1" } });
    await screen.findByText("Line 1, character 1: There is no metric accurcy. Did you mean accuracy?");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Search" }).disabled).toBe(true);
    fireEvent.change(constraints, { target: { value: "units[1].length = 1" } });
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>("button", { name: "Search" }).disabled).toBe(false),
    );
  });

  it("compares the reduced space with the whole one at the same budget, by two goals", async () => {
    show(searchWorkspace(), "?compare=true&kept=2&seek=p-search.max_p-latency.min");
    await start();
    await screen.findByText("How good is each front?");
    const rows = await waitFor(() => {
      const found = screen.getAllByRole("row").map((row) => row.textContent ?? "");
      expect(found.some((text) => text.startsWith("whole space, predicted"))).toBe(true);
      return found;
    });
    expect(rows.find((text) => text.startsWith("reduced space, predicted"))).toMatch(
      /^reduced space, predicted8/,
    );
    expect(rows.find((text) => text.startsWith("whole space, predicted"))).toMatch(
      /^whole space, predicted8/,
    );
    expect(screen.getByText("Does it beat what was measured?")).toBeTruthy();
  });

  it("exports the reduced space, and opens one again", async () => {
    show(searchWorkspace(), "?kept=2");
    await kept("unit 1");
    fireEvent.click(screen.getByRole("button", { name: "Export this space" }));
    const [text = ""] = saved.texts;
    expect(JSON.parse(text)).toMatchObject({ size: "8", sought: [{ name: "accuracy", goal: "max" }] });
    cleanup();
    show(searchWorkspace());
    await kept("unit 1");
    fireEvent.change(screen.getByLabelText("Reduced space file"), {
      target: { files: [new File([text], "mine.json")] },
    });
    await screen.findByText("From mine.json");
    expect(screen.getByText("8")).toBeTruthy();
  });

  it("can be cancelled", async () => {
    show(searchWorkspace({ endless: true }));
    await start();
    fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    await screen.findByText("Cancelled; nothing was kept of it.");
  });
});
