// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BuildPage } from "@/components/build/BuildPage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import { importFile } from "@/lib/core/formats";
import type { AssembledArchitecture, AssembledRequest } from "@/lib/api/contracts";
import { buildWorkspace, embeddingBuildWorkspace, joinedBuildWorkspace } from "./workspaceFixture";

const api = vi.hoisted(() => ({ saved: [] as AssembledArchitecture[] }));
vi.mock("@/lib/api/client", () => ({
  listAssembled: async () => [...api.saved],
  saveAssembled: async (_datasetId: string, request: AssembledRequest) => {
    const { latencies = [] } = request;
    const design = {
      ...request,
      latencies,
      id: `a${api.saved.length + 1}`,
      createdAt: "2026-01-01T00:00:00Z",
    };
    api.saved.unshift(design);
    return design;
  },
  deleteAssembled: async (_datasetId: string, id: string) => {
    api.saved = api.saved.filter((design) => design.id !== id);
  },
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
const cell = (name: string) => screen.findByRole("button", { name: new RegExp(`^${name}: score`) });
const complete = "0,0|1,1;0,2|1,2;0,1";

beforeEach(() => {
  api.saved = [];
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("Build", () => {
  it("says how to get a predictor where there is none", () => {
    show({ ...buildWorkspace(), opened: { status: "none" } });
    expect(screen.getByRole("link", { name: "Train a predictor" }).getAttribute("href")).toBe(
      "/datasets/d0/train",
    );
  });

  it("a click on a heatmap cell fills its slot, and undo takes it back", async () => {
    show(buildWorkspace());
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: open");
    fireEvent.click(await cell("e6k7 at unit 2, layer 2"));
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e6k7");
    expect(slot("unit 2, layer 2").getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: open");
    fireEvent.keyDown(window, { key: "Z", ctrlKey: true, shiftKey: true });
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e6k7");
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: open");
    fireEvent.keyDown(window, { key: "y", ctrlKey: true });
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e6k7");
  });

  it("a click on a ranked sequence fills the whole selected unit", async () => {
    show(buildWorkspace(), "?slot=2.1&length=2");
    const [best] = await screen.findAllByRole("option", { name: /^e6k7 e6k7: score/ });
    fireEvent.click(best as HTMLElement);
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k7");
    expect(slotText("unit 2, layer 2")).toBe("unit 2, layer 2: e6k7");
    expect(slotText("unit 2, layer 3")).toBe("unit 2, layer 3: not used");
  });

  it("a click on a sequence of two units fills both, and undo opens both at once", async () => {
    show(joinedBuildWorkspace(), "?slot=3.1&length=3");
    const [best] = await screen.findAllByRole("option", { name: /^e6k7 e6k7 e6k7: score/ });
    fireEvent.click(best as HTMLElement);
    const places = ["unit 2, layer 1", "unit 2, layer 2", "unit 3, layer 1"];
    expect(places.map(slotText)).toEqual(places.map((name) => `${name}: e6k7`));
    expect(slotText("unit 2, layer 3")).toBe("unit 2, layer 3: not used");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(places.map(slotText)).toEqual(places.map((name) => `${name}: open`));
  });

  it("says what is missing, and fills the rest with the best", async () => {
    show(buildWorkspace());
    expect(screen.getAllByText("unit 2 needs at least 2 layers").length).toBeGreaterThan(0);
    const fill = screen.getByRole("button", { name: "Fill the rest with the best" });
    await waitFor(() => expect(fill.hasAttribute("disabled")).toBe(false));
    fireEvent.click(fill);
    expect(screen.getByText("Complete and legal.")).toBeDefined();
    expect(fill.getAttribute("title")).toBe("Nothing is open");
  });

  it("predicts the draft with its interval and says where it would stand", async () => {
    show(buildWorkspace(), `?draft=${complete}`);
    expect(await screen.findByText("90 % interval 74.5 to 75.5")).toBeDefined();
    expect(screen.getByText("Would rank 2nd of 2 measured.")).toBeDefined();
  });

  it("shows alternatives for the selected slot with their effect, best first, and puts one in", async () => {
    show(buildWorkspace(), `?draft=${complete}&slot=1.1`);
    const section = await screen.findByRole("region", { name: "Alternatives for unit 1, layer 1" });
    const [best] = await within(section).findAllByRole("button", { name: /^Put / });
    expect(best?.getAttribute("aria-label")).toBe("Put e6k7 into unit 1, layer 1: predicted 78, +3");
    fireEvent.click(best as HTMLElement);
    expect(slotText("unit 1, layer 1")).toBe("unit 1, layer 1: e6k7");
  });

  it.each([
    ["features", buildWorkspace, "e3k5", "+1"],
    ["embeddings", embeddingBuildWorkspace, "e6k3", "+1"],
  ] as const)("swaps with the nearest by %s, and orders by them", async (by, workspace, nearest, change) => {
    show(workspace(), `?draft=${complete}&slot=1.1`);
    const section = await screen.findByRole("region", { name: "Alternatives for unit 1, layer 1" });
    const swap = await within(section).findByRole("button", { name: /^Swap with the nearest/ });
    expect(swap.textContent).toBe(`Swap with the nearest by ${by}: ${nearest} (${change})`);
    expect(section.textContent).toContain(`Nearest and alike go by ${by === "features" ? "" : "the "}${by}`);
    fireEvent.click(within(section).getByRole("radio", { name: "most alike first" }));
    const [inPlace, next] = within(section).getAllByRole("button", { name: /^Put / });
    expect(inPlace?.getAttribute("aria-label")).toMatch(/^Put e3k3 .*in place$/);
    expect(next?.getAttribute("aria-label")).toContain(`Put ${nearest} into`);
    fireEvent.click(swap);
    expect(slotText("unit 1, layer 1")).toBe(`unit 1, layer 1: ${nearest}`);
  });

  it("marks where the draft differs from the best measured", async () => {
    show(buildWorkspace(), `?draft=${complete}`);
    expect(await screen.findByText("1 place differs from net-2; marked with ≠.")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Start from the best measured" }));
    expect(screen.getByText("The same as net-2.")).toBeDefined();
    expect(await screen.findByText("Measured already: accuracy 75.1 (net-2), 74.2 (net-1).")).toBeDefined();
  });

  it("takes the module of the address once", async () => {
    show(buildWorkspace(), "?put=1:0%3D1,1");
    expect(slotText("unit 2, layer 1")).toBe("unit 2, layer 1: e6k5");
  });

  it("says why a module or draft of the address is not used", () => {
    show(buildWorkspace(), "?put=1:7%3D1,1");
    expect(screen.getByText("The module in the address is none of this search space.")).toBeDefined();
    cleanup();
    show(buildWorkspace(), "?draft=9,9|x");
    expect(screen.getByText("The draft in the address is none of this search space.")).toBeDefined();
  });

  it("saves a complete draft under a name, loads it and deletes it", async () => {
    show(buildWorkspace(), `?draft=${complete}`);
    expect(await screen.findByText(/Nothing saved yet/)).toBeDefined();
    await screen.findByText("90 % interval 74.5 to 75.5");
    fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "wide start" } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    const load = await screen.findByRole("button", { name: "Load wide start" });
    expect(api.saved[0]).toMatchObject({
      name: "wide start",
      predicted: { value: 75, low: 74.5, high: 75.5 },
      architecture: {
        units: [
          [[0, 0]],
          [
            [1, 1],
            [0, 2],
          ],
          [
            [1, 2],
            [0, 1],
          ],
        ],
      },
    });
    fireEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(slotText("unit 1, layer 1")).toBe("unit 1, layer 1: open");
    fireEvent.click(load);
    expect(slotText("unit 1, layer 1")).toBe("unit 1, layer 1: e3k3");
    fireEvent.click(screen.getByRole("button", { name: "Delete wide start" }));
    fireEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    expect(await screen.findByText(/Nothing saved yet/)).toBeDefined();
  });

  it("shows the JSON before it is taken", async () => {
    show(buildWorkspace(), `?draft=${complete}`);
    const preview = await screen.findByLabelText("Preview of the JSON file");
    expect(JSON.parse(preview.textContent ?? "")).toMatchObject({
      format: "archset",
      version: 2,
      provenance: {
        datasetHash: "00",
        predictorId: "p-build",
        seed: 1,
        target: "accuracy",
        predicted: { value: 75, low: 74.5, high: 75.5 },
      },
      architectures: [{ units: [[{ expand: 3, kernel: 3 }], expect.anything(), expect.anything()] }],
    });
    expect(screen.getByRole("button", { name: "Download JSON" })).toBeDefined();
  });

  it("what is exported can be imported again", async () => {
    show(buildWorkspace(), `?draft=${complete}`);
    const preview = await screen.findByLabelText("Preview of the JSON file");
    const bytes = new TextEncoder().encode(preview.textContent ?? "");
    const outcome = importFile({ name: "architecture.json", bytes });
    expect(outcome.ok && outcome.dataset.architectures.map(({ units }) => units)).toEqual([
      [
        [[0, 0]],
        [
          [1, 1],
          [0, 2],
        ],
        [
          [1, 2],
          [0, 1],
        ],
      ],
    ]);
  });
});
