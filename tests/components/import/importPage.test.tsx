// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetFile } from "@/components/import/chosenFile";
import { ImportPage as Page } from "@/components/import/ImportPage";
import type * as Client from "@/lib/api/client";
import { ApiError, getHealth, uploadDataset } from "@/lib/api/client";
import type { UploadResult } from "@/lib/api/contracts";

const readers = [
  { id: "once-for-all", label: "once-for-all configurations" },
  { id: "block-tokens", label: "unit columns of blocks" },
];
const ImportPage = () => <Page readers={readers} />;

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

/** Five rows read, four taken, one architecture twice, two not measured; row 5 has a text where a number belongs. */
const recognised: UploadResult = {
  id: null,
  report: {
    format: "block-tokens",
    structure: "staged",
    candidates: [{ id: "block-tokens", label: "unit columns of blocks" }],
    columns: [
      { label: "u1", role: "architecture", example: "k3 k5" },
      { label: "u2", role: "architecture", example: "k5" },
      { label: "accuracy", role: "metric", example: "70" },
      { label: "remark", role: "ignored", example: "first try" },
    ],
    numArchitectures: 5,
    accepted: 4,
    merged: 0,
    rejected: 1,
    duplicates: 1,
    failed: 2,
    noise: [{ metric: "accuracy", numGroups: 1, spread: 0.25 }],
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

const select = (name: string): HTMLSelectElement => {
  const found = screen.getByRole("combobox", { name });
  if (!(found instanceof HTMLSelectElement)) throw new Error(`${name} is no select.`);
  return found;
};
const choose = (name: string, value: string) => fireEvent.change(select(name), { target: { value } });
const topic = (title: string): HTMLDetailsElement => {
  const found = screen.getByText(title, { selector: "h3" }).closest("details");
  if (found === null) throw new Error(`${title} is no topic.`);
  return found;
};
const open = (title: string) => {
  topic(title).open = true;
  fireEvent(topic(title), new Event("toggle"));
};
/** The plan of the latest request. */
const lastPlan = () => upload.mock.lastCall?.[1]?.plan;

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
    expect(select("Format of the file").value).toBe("block-tokens");
    expect(panel.textContent).toContain("unit 1: 2 to 4 layers; unit 2: 1 layer");
    expect(panel.textContent).toContain("kernel: 3, 5 (ordinal, of each node)");
    expect(panel.textContent).toContain("accuracy (%, more is better)");
    expect(within(panel).getByRole("img", { name: "k3 k5 | k5" })).toBeDefined();
    expect(upload.mock.calls.map(([, options]) => [options?.dryRun, options?.plan])).toEqual([[true, {}]]);
  });

  it("accounts for every row, with the reason of each rejected one", async () => {
    render(<ImportPage />);
    drop(file);
    const panel = await screen.findByRole("region", { name: "2. Check" });
    open("Notes");
    expect(panel.textContent).toContain("resolution is 224 everywhere");
    expect(panel.textContent).toContain("5 rows read, 1 rejected, 2 failed evaluations");
    const list = within(panel).getByRole("list", { name: "Rejected rows" });
    expect(list.textContent).toBe('Row 5 accuracy: "fast" is not a numberk3 k5,k5,fast');
    expect(screen.getByRole("region", { name: "3. Store" }).textContent).toContain(
      "5 rows read = 4 to store + 0 merged + 1 rejected. Of those to store, 2 are failed evaluations, kept with their status.",
    );
  });

  it("keeps a topic closed unless it waits for a decision", async () => {
    render(<ImportPage />);
    drop(file);
    await screen.findByRole("region", { name: "2. Check" });
    expect([topic("Columns"), topic("Search space"), topic("Notes")].map(({ open }) => open)).toEqual([
      false,
      false,
      false,
    ]);
    expect([topic("Duplicates"), topic("Rows")].map(({ open }) => open)).toEqual([true, true]);
    expect(topic("Columns").textContent).toContain("4 columns: 2 of the architecture, 1 metric, 1 ignored");
    expect(topic("Duplicates").textContent).toContain("accuracy 0.25 % over 1 architecture");
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
    // The same file would be refused the same way.
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("puts a file aside and asks for one anew", async () => {
    render(<ImportPage />);
    drop(file);
    await screen.findByRole("region", { name: "1. Recognised" });
    fireEvent.click(screen.getByRole("button", { name: "Put it aside" }));
    expect(screen.queryByText("mine.csv")).toBeNull();
    expect(screen.getByRole("button", { name: "Choose a file" })).toBeDefined();
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
      options?.onProgress?.({ phase: "receiving", share: 0.25 });
      return new Promise(() => undefined);
    });
    render(<ImportPage />);
    drop(file);
    expect(await screen.findByText("Reading mine.csv: sending the file, 25 %")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByText("Reading was cancelled")).toBeDefined();
    expect(upload.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Read it again" }));
    expect(await screen.findByRole("region", { name: "1. Recognised" })).toBeDefined();
  });

  it("reads an unknown file as the format one names", async () => {
    upload.mockRejectedValueOnce(new ApiError("unknown_format", "No column holds architectures."));
    render(<ImportPage />);
    drop(file);
    await screen.findByRole("alert");
    choose("Format of the file", "once-for-all");
    expect(await screen.findByRole("region", { name: "1. Recognised" })).toBeDefined();
    expect(lastPlan()).toEqual({ format: "once-for-all" });
  });
});

describe("ImportPage, changing how a file is read", () => {
  const started = async () => {
    render(<ImportPage />);
    drop(file);
    await screen.findByRole("region", { name: "1. Recognised" });
  };
  const reread = () => vi.waitFor(() => expect(upload).toHaveBeenCalledTimes(2));

  it("reads again with the roles, units and goals that were set, once for quick changes", async () => {
    await started();
    open("Columns");
    choose("Role of remark", "status");
    choose("Goal of accuracy", "min");
    fireEvent.change(screen.getByRole("combobox", { name: "Unit of accuracy" }), {
      target: { value: "" },
    });
    await reread();
    expect(lastPlan()).toEqual({
      columns: { remark: "status" },
      metrics: { accuracy: { goal: "min", unit: null } },
    });
  });

  it("reads again with the first row as a row of values, and forgets what was said of columns", async () => {
    await started();
    open("Columns");
    choose("Role of remark", "status");
    expect(select("First row of the file").value).toBe("names");
    choose("First row of the file", "values");
    await reread();
    expect(lastPlan()).toEqual({ firstRow: "values" });
  });

  it("reads again with another format, and forgets what was said of columns", async () => {
    await started();
    open("Columns");
    choose("Role of remark", "status");
    choose("Format of the file", "once-for-all");
    await reread();
    expect(lastPlan()).toEqual({ format: "once-for-all" });
  });

  it("keeps the old figures in sight, and cannot store, until the new ones are there", async () => {
    await started();
    upload.mockReturnValueOnce(new Promise(() => undefined));
    fireEvent.click(screen.getByRole("radio", { name: /^Average/ }));
    expect(screen.getByText(/Reading with your changes/)).toBeDefined();
    expect(screen.getByRole("region", { name: "1. Recognised" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Store dataset" }).hasAttribute("disabled")).toBe(true);
    await reread();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(upload.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
    expect(screen.queryByText(/Reading with your changes/)).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Keep all/ }).checked).toBe(true);
    expect(screen.getByRole("button", { name: "Store dataset" }).hasAttribute("disabled")).toBe(false);
  });

  it("leaves a topic open once its decision is made", async () => {
    await started();
    fireEvent.click(screen.getByRole("radio", { name: /^Average/ }));
    await reread();
    expect(topic("Duplicates").textContent).not.toContain("keep or merge");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Average/ }).checked).toBe(true);
  });

  it("names how many rows stop fitting an edited search space", async () => {
    await started();
    upload.mockResolvedValueOnce({
      ...recognised,
      report: { ...recognised.report, accepted: 1, rejected: 4 },
    });
    open("Search space");
    fireEvent.click(
      within(screen.getByRole("group", { name: "Legal values: kernel" })).getByRole("button", {
        name: "5",
        hidden: true,
      }),
    );
    expect(await screen.findByText("3 rows do not fit the search space as you changed it")).toBeDefined();
    expect(topic("Search space").open).toBe(true);
    expect(lastPlan()).toEqual({ space: { features: { kernel: { values: [3] } } } });
  });

  it("adds a legal length, and refuses what is no number of layers", async () => {
    await started();
    open("Search space");
    const input = screen.getByRole("textbox", { name: "Add a legal value: layers of unit 2" });
    fireEvent.change(input, { target: { value: "two" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(screen.getByText("is not a number")).toBeDefined();
    fireEvent.change(input, { target: { value: "2" } });
    fireEvent.keyDown(input, { key: "Enter" });
    await reread();
    expect(lastPlan()).toEqual({ space: { lengths: { 1: [1, 2] } } });
  });

  it("goes back to the last reading when a change cannot be read", async () => {
    await started();
    upload.mockRejectedValueOnce(new ApiError("nothing_usable", "None of its 5 rows can be used."));
    open("Columns");
    choose("Role of u1", "ignored");
    expect((await screen.findByRole("alert")).textContent).toContain("None of its 5 rows can be used.");
    fireEvent.click(screen.getByRole("button", { name: "Undo the change" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(select("Role of u1").value).toBe("architecture");
  });

  it("stores what was decided, and says where the storing stands", async () => {
    await started();
    fireEvent.click(screen.getByRole("radio", { name: /^Keep the latest/ }));
    await vi.waitFor(() =>
      expect(screen.getByRole("button", { name: "Store dataset" }).hasAttribute("disabled")).toBe(false),
    );
    upload.mockImplementationOnce((_, options) => {
      options?.onProgress?.({ phase: "checking", share: 0.5 });
      return new Promise((_resolve, reject) => {
        options?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    });
    fireEvent.click(screen.getByRole("button", { name: "Store dataset" }));
    expect(screen.getByText("Storing: checking every row, 50 %")).toBeDefined();
    expect(upload.mock.lastCall?.[1]).toMatchObject({ name: "mine", plan: { duplicates: "latest" } });
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await vi.waitFor(() => expect(screen.queryByText(/^Storing/)).toBeNull());
    expect(push).not.toHaveBeenCalled();
  });
});
