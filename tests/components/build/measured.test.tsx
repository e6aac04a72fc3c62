// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BuildPage } from "@/components/build/BuildPage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type { AssembledArchitecture, AssembledEdits, AssembledRequest } from "@/lib/api/contracts";
import { buildWorkspace } from "./workspaceFixture";

const api = vi.hoisted(() => ({ saved: [] as AssembledArchitecture[], isDown: false }));
vi.mock("@/lib/api/client", () => ({
  listAssembled: async () => [...api.saved],
  saveAssembled: async (_datasetId: string, { latencies = [], ...request }: AssembledRequest) => {
    const id = `a${api.saved.length + 1}`;
    api.saved.unshift({ ...request, latencies, id, createdAt: "2026-01-01T00:00:00Z" });
  },
  editAssembled: async (_datasetId: string, id: string, { latencies }: AssembledEdits) => {
    if (api.isDown) throw new Error("Archwright does not answer.");
    api.saved = api.saved.map((design) => (design.id === id ? { ...design, latencies } : design));
  },
}));
vi.mock("@/lib/measure/measureInWorker", () => ({
  measureInWorker: () => ({
    result: Promise.resolve({ medianMs: 1.25, lowMs: 1.2, highMs: 1.5, numTimes: 50, numWarmUps: 10 }),
    cancel: () => undefined,
  }),
}));

const DRAFT = "0,0|1,1;0,2|1,2;0,1";
const OTHER = "0,0|1,1;0,2|1,2;0,2";

const show = (workspace: Workspace, draft = DRAFT) =>
  render(
    <NuqsTestingAdapter searchParams={`?draft=${draft}&export=onnx`} hasMemory>
      <WorkspaceContext value={workspace}>
        <BuildPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const inExport = async () => within(await screen.findByRole("region", { name: "Export" }));
const measure = async () =>
  fireEvent.click(await (await inExport()).findByRole("button", { name: "Measure latency in this browser" }));
const designs = async () => within(await screen.findByRole("list", { name: "Saved designs" }));

async function save(name: string) {
  fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: name } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("button", { name: `Load ${name}` });
}

beforeEach(() => {
  api.saved = [];
  api.isDown = false;
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a latency measured in the browser", () => {
  it("is saved with a design that is saved after it, and shown with its spread and conditions", async () => {
    show(buildWorkspace());
    await measure();
    await (await inExport()).findByText(/^Kept in this browser; save the design/);
    await save("small");
    expect(api.saved[0]?.latencies).toMatchObject([
      { backend: "wasm", threads: 1, medianMs: 1.25, lowMs: 1.2, highMs: 1.5, inputShape: [3, 224, 224] },
    ]);
    expect(await (await designs()).findByText("1.25 ms (1.2 to 1.5)", { exact: false })).toBeDefined();
    expect((await designs()).getByText(/^WebAssembly, 1 thread; template mbconv, input/)).toBeDefined();
    expect((await inExport()).getByText("Stored with the saved design small.")).toBeDefined();
  });

  it("goes to a design that is saved already, and to no other", async () => {
    const workspace = buildWorkspace();
    show(workspace, OTHER);
    await inExport();
    await save("other");
    cleanup();
    show(workspace);
    await inExport();
    await save("small");
    await measure();
    await (await inExport()).findByText("Stored with the saved design small.");
    expect(api.saved.map(({ name, latencies }) => [name, latencies.length])).toEqual([
      ["small", 1],
      ["other", 0],
    ]);
  });

  it("is not lost where the store fails, not even by a reload, and is stored by the next try", async () => {
    const workspace = buildWorkspace();
    show(workspace);
    await inExport();
    await save("small");
    api.isDown = true;
    await measure();
    const note = /Archwright does not answer\. It is kept in this browser\./;
    expect(await (await inExport()).findByText(note)).toBeDefined();
    expect(api.saved[0]?.latencies).toEqual([]);

    cleanup();
    api.isDown = false;
    show(workspace);
    fireEvent.click(await (await inExport()).findByRole("button", { name: "Store it there" }));
    await (await inExport()).findByText("Stored with the saved design small.");
    expect(api.saved[0]?.latencies).toMatchObject([{ medianMs: 1.25 }]);
  });

  it("stands side by side with versions that were not measured", async () => {
    const workspace = buildWorkspace();
    show(workspace, OTHER);
    await inExport();
    fireEvent.click(screen.getByRole("button", { name: "Keep this version" }));
    cleanup();
    show(workspace);
    await measure();
    await (await inExport()).findByText(/^Kept in this browser/);
    fireEvent.click(screen.getByRole("button", { name: "Keep this version" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "version 1" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "version 2" }));
    const row = within(await screen.findByRole("region", { name: "Side by side" })).getByRole("row", {
      name: /^Latency, measured/,
    });
    const [first, second] = within(row).getAllByRole("cell");
    expect(first?.textContent).toBe("not measured");
    expect(second?.textContent).toMatch(/^1\.25 ms \(1\.2 to 1\.5\)WebAssembly, 1 thread; template mbconv/);
  });
});
