// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EditPage } from "@/components/import/edit/EditPage";
import { misfits } from "@/components/import/edit/misfits";
import { WorkspaceContext } from "@/components/workspace/workspace";
import type * as Client from "@/lib/api/client";
import { ApiError, editDataset } from "@/lib/api/client";
import type { PredictorSummary } from "@/lib/api/contracts";
import { architectures, storedWorkspace } from "./storedDataset";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<typeof Client>()),
  editDataset: vi.fn(),
}));
const edit = vi.mocked(editDataset);

const predictor: PredictorSummary = {
  id: "p",
  name: "accuracy",
  kind: "autobuild",
  target: "accuracy",
  createdAt: "2026-11-24T06:41:37.504Z",
  seed: 1,
  backend: "wasm",
  settings: { kind: "autobuild", seed: 1, trainFraction: 0.9 },
  metrics: {
    srcc: 0.9,
    mae: 1,
    mape: 1,
    hopSrcc: [],
    epochs: 1,
    seconds: 1,
    members: 1,
    numTrain: 2,
    numTest: 1,
    heldOut: { measured: [], predicted: [] },
    lossCurve: [],
  },
};

const renderPage = (workspace = storedWorkspace()) =>
  render(
    <WorkspaceContext value={workspace}>
      <EditPage />
    </WorkspaceContext>,
  );
const toggle = (of: string, value: string) =>
  fireEvent.click(
    within(screen.getByRole("group", { name: `Legal values: ${of}` })).getByRole("button", { name: value }),
  );

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe("EditPage", () => {
  it("has nothing to apply until something is changed", () => {
    renderPage();
    expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
  });

  it("stores name, units and goals together, and opens the data anew", async () => {
    renderPage();
    fireEvent.change(screen.getByRole("textbox", { name: "Name of the dataset" }), {
      target: { value: " Phones " },
    });
    fireEvent.change(screen.getByRole("combobox", { name: "Goal of Accuracy" }), { target: { value: "" } });
    fireEvent.change(screen.getByRole("combobox", { name: "Unit of Accuracy" }), {
      target: { value: "fraction" },
    });
    fireEvent.click(screen.getByRole("button", { name: "Apply" }));
    await vi.waitFor(() => expect(router.push).toHaveBeenCalledWith("/datasets/00000000000000aa/data"));
    expect(router.refresh).toHaveBeenCalledOnce();
    expect(edit).toHaveBeenCalledWith("00000000000000aa", {
      name: "Phones",
      metrics: { accuracy: { goal: null, unit: "fraction" } },
    });
  });

  it("counts and lists the rows that stop fitting before anything is stored", () => {
    renderPage();
    toggle("kernel", "5");
    expect(screen.getByText("3 rows do not fit the search space as you changed it")).toBeDefined();
    expect(screen.getByText("No row would fit; allow at least one value more.")).toBeDefined();
    expect(screen.getByRole("button", { name: "Apply" }).hasAttribute("disabled")).toBe(true);
    toggle("kernel", "5");
    toggle("layers of unit 1", "2");
    expect(screen.getByText("1 row does not fit the search space as you changed it")).toBeDefined();
    expect(screen.getByText(/units\[0\]: has 2 layers; 1 are legal/)).toBeDefined();
    expect(screen.getByText("Changed, not stored yet. 2 rows fit.")).toBeDefined();
  });

  it("forgets all changes when asked", () => {
    renderPage();
    toggle("layers of unit 1", "2");
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
    expect(screen.queryByText(/not fit the search space/)).toBeNull();
  });

  it("says why edits were refused and keeps them", async () => {
    edit.mockRejectedValueOnce(new ApiError("conflict", "A saved design rests on the search space."));
    renderPage();
    toggle("layers of unit 1", "2");
    fireEvent.click(screen.getByRole("button", { name: "Apply" }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "A saved design rests on the search space.",
    );
    expect(screen.getByText("1 row does not fit the search space as you changed it")).toBeDefined();
  });

  it("says what the search space is needed for instead of offering edits that would be refused", () => {
    renderPage(storedWorkspace([predictor]));
    expect(screen.getByText(/1 predictor rests on it/)).toBeDefined();
    expect(screen.queryByRole("group", { name: "Legal values: kernel" })).toBeNull();
  });
});

describe("misfits", () => {
  const { space } = storedWorkspace().dataset;

  it("names the first value of each row that does not fit", () =>
    expect(misfits(space, { features: { expand: { values: [3] } } }, architectures)).toEqual({
      rows: [
        { row: 2, field: "units[1][0].expand", message: "6 is not one of 3" },
        { row: 5, field: "units[0][0].expand", message: "6 is not one of 3" },
      ],
      problems: [],
    }));

  it("leaves out rows beyond an edited range", () =>
    expect(
      misfits(space, { features: { resolution: { values: [160, 224] } } }, architectures).rows.map(
        ({ row, field }) => [row, field],
      ),
    ).toEqual([[2, "resolution"]]));

  it("finds none where only legal values are added", () =>
    expect(
      misfits(space, { features: { kernel: { values: [3, 5, 7] } }, lengths: { 1: [1, 2] } }, architectures),
    ).toEqual({ rows: [], problems: [] }));

  it("says which edit cannot be made", () =>
    expect(
      misfits(space, { features: { kernel: { values: ["three"] } } }, architectures).problems.map(
        ({ field }) => field,
      ),
    ).toEqual(["kernel"]));
});
