// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetFile } from "@/components/import/chosenFile";
import { ImportPage } from "@/components/import/ImportPage";
import type * as Client from "@/lib/api/client";
import { ApiError, getHealth, uploadDataset } from "@/lib/api/client";
import type { UploadResult } from "@/lib/api/contracts";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<typeof Client>()),
  getHealth: vi.fn(),
  uploadDataset: vi.fn(),
}));
const upload = vi.mocked(uploadDataset);

const space = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [2, 3, 4] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
} as const;

/** Four rows read, three taken, one of them twice; row 5 has a text where a number belongs. */
const recognised: UploadResult = {
  id: null,
  report: {
    format: "block-tokens",
    structure: "staged",
    numArchitectures: 4,
    accepted: 3,
    rejected: 1,
    duplicates: 1,
    candidates: [],
    columns: [],
    merged: 0,
    failed: 0,
    noise: [],
    units: space.units,
    features: [{ name: "kernel", kind: "ordinal", scope: "node", values: [3, 5] }],
    metrics: [
      {
        name: "accuracy",
        label: "accuracy",
        unit: "%",
        goal: "max",
        min: 70,
        max: 75,
        missing: 2,
        suspicion: null,
      },
    ],
    issues: [
      { row: 0, field: "resolution", message: "is 224 everywhere; nothing can be learned from it." },
      { row: 5, field: "accuracy", message: '"fast" is not a number' },
    ],
  },
  preview: {
    space,
    metrics: [{ name: "accuracy", label: "accuracy", unit: "%", goal: "max" }],
    architectures: [{ id: "net-1", row: 2, units: [[[0], [1]], [[1]]], globals: [], metrics: [70] }],
  },
  rejected: [{ row: 5, field: "accuracy", message: '"fast" is not a number', text: "k3 k5,k5,fast" }],
};

const file = new File(["u1,u2,accuracy"], "mine.csv");
const drop = (...files: File[]) =>
  fireEvent.drop(screen.getByText(/or drop it here/), { dataTransfer: { files } });

beforeEach(() => {
  vi.mocked(getHealth).mockResolvedValue({ status: "ok", version: "1", maxUploadBytes: 1000 });
  upload.mockResolvedValue(recognised);
  // Nothing is laid out here, and a list without a height draws no rows.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  forgetFile();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe("ImportPage", () => {
  it("shows what was recognised before anything is stored", async () => {
    render(<ImportPage />);
    drop(file);
    const panel = await screen.findByRole("region", { name: "1. Recognised" });
    expect(panel.textContent).toContain("Formatblock tokens");
    expect(panel.textContent).toContain("unit 1: 2 to 4 layers");
    expect(panel.textContent).toContain("kernel: 3, 5 (ordinal, of each node)");
    expect(within(panel).getByRole("row", { name: "accuracy % more is better 70 75 2" })).toBeDefined();
    expect(upload.mock.calls.map(([, options]) => options?.dryRun)).toEqual([true]);
  });

  it("accounts for every row, with the reason of each rejected one", async () => {
    render(<ImportPage />);
    drop(file);
    const panel = await screen.findByRole("region", { name: "2. Check" });
    expect(panel.textContent).toContain("4 rows read = 3 accepted + 1 rejected; measured more than once: 1");
    expect(panel.textContent).toContain("resolution is 224 everywhere");
    expect(within(panel).getByRole("img", { name: "k3 k5 | k5" })).toBeDefined();
    const list = within(panel).getByRole("list", { name: "Rejected rows" });
    expect(list.textContent).toBe('Row 5 accuracy: "fast" is not a numberk3 k5,k5,fast');
  });

  it("stores under the name given and goes to the data", async () => {
    render(<ImportPage />);
    drop(file);
    const name = await screen.findByRole("textbox", { name: "Name of the dataset" });
    expect((name as HTMLInputElement).value).toBe("mine");
    fireEvent.change(name, { target: { value: " Edge nets " } });
    upload.mockResolvedValueOnce({ ...recognised, id: "0123456789abcdef" });
    fireEvent.click(screen.getByRole("button", { name: "Store dataset" }));
    await vi.waitFor(() => expect(push).toHaveBeenCalledWith("/datasets/0123456789abcdef/data"));
    expect(upload.mock.calls[1]?.[1]).toMatchObject({ name: "Edge nets" });
  });

  it("cannot store without a name", async () => {
    render(<ImportPage />);
    drop(file);
    fireEvent.change(await screen.findByRole("textbox"), { target: { value: "  " } });
    expect(screen.getByRole("button", { name: "Store dataset" }).hasAttribute("disabled")).toBe(true);
    expect(screen.getByText("A dataset needs a name.")).toBeDefined();
  });

  it("keeps what was recognised when storing fails", async () => {
    upload
      .mockRejectedValueOnce(new ApiError("unreachable", "Archwright does not answer."))
      .mockResolvedValueOnce(recognised)
      .mockRejectedValueOnce(new ApiError("internal", "The disk is full."));
    render(<ImportPage />);
    drop(file);
    fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
    fireEvent.click(await screen.findByRole("button", { name: "Store dataset" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full.");
    expect(screen.getByRole("region", { name: "1. Recognised" })).toBeDefined();
  });

  it("says what is wrong with a file that no reader knows, and keeps it chosen", async () => {
    upload.mockRejectedValueOnce(new ApiError("unknown_format", "The file is a PNG image."));
    render(<ImportPage />);
    drop(file);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The file was not recognised");
    expect(alert.textContent).toContain("The file is a PNG image.");
    expect(screen.getByText("mine.csv")).toBeDefined();
    expect(screen.getByRole("button", { name: "Choose another file" })).toBeDefined();
  });

  it("lists the reason of every row where none can be used", async () => {
    const details = { issues: recognised.report.issues, rejected: recognised.rejected };
    upload.mockRejectedValueOnce(new ApiError("nothing_usable", "None of its 1 rows can be used.", details));
    render(<ImportPage />);
    drop(file);
    expect((await screen.findByRole("alert")).textContent).toContain("No row can be used");
    expect(screen.getByRole("list", { name: "Rejected rows" }).textContent).toContain("Row 5 accuracy");
  });

  it("refuses a file beyond the limit without sending it", async () => {
    render(<ImportPage />);
    drop(new File(["x".repeat(1001)], "huge.csv"));
    expect((await screen.findByRole("alert")).textContent).toContain("The file is too large");
    expect(upload).not.toHaveBeenCalled();
  });

  it("says which of several dropped files it left out", async () => {
    render(<ImportPage />);
    drop(file, new File(["x"], "second.csv"), new File(["x"], "third.csv"));
    expect(await screen.findByText(/Left out: second.csv, third.csv/)).toBeDefined();
  });

  it("stops reading when asked, and reads again", async () => {
    upload.mockImplementationOnce((_, options) => {
      options?.onProgress?.(0.25);
      return new Promise(() => undefined);
    });
    render(<ImportPage />);
    drop(file);
    expect(await screen.findByText("Reading mine.csv: 25 % sent")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByText("Reading was cancelled")).toBeDefined();
    expect(upload.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Read it again" }));
    expect(await screen.findByRole("region", { name: "1. Recognised" })).toBeDefined();
  });
});
