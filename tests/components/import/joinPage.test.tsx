// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { JoinPage } from "@/components/import/join/JoinPage";
import { WorkspaceContext } from "@/components/workspace/workspace";
import type * as Client from "@/lib/api/client";
import { ApiError, getHealth, joinFile } from "@/lib/api/client";
import type { JoinResult } from "@/lib/api/contracts";
import { storedWorkspace } from "./storedDataset";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<typeof Client>()),
  getHealth: vi.fn(),
  joinFile: vi.fn(),
}));
const join = vi.mocked(joinFile);

const workspace = storedWorkspace();
const { report } = workspace.dataset;
/** Six rows read: two are there already, three are new, one has no architecture. */
const result: JoinResult = {
  added: 3,
  matched: 2,
  numRejected: 1,
  newMetrics: ["latency_ms"],
  report: {
    ...report,
    columns: [{ label: "Latency (ms)", role: "metric", example: "12" }],
    metrics: [
      {
        name: "latency_ms",
        label: "Latency (ms)",
        unit: "ms",
        goal: "min",
        min: 1,
        max: 9,
        missing: 0,
        suspicion: "3 of 5 values are about 1,000 times smaller than the others; they may be in s.",
      },
    ],
  },
  rejected: [{ row: 4, field: "u1", message: "is empty", text: ",,3" }],
};

const start = () => {
  render(
    <WorkspaceContext value={workspace}>
      <JoinPage />
    </WorkspaceContext>,
  );
  fireEvent.change(screen.getByLabelText("File of evaluated architectures"), {
    target: { files: [new File(["x"], "latency.csv")] },
  });
};

beforeEach(() => {
  vi.mocked(getHealth).mockResolvedValue({ status: "ok", version: "1", maxUploadBytes: 1000 });
  join.mockResolvedValue(result);
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe("JoinPage", () => {
  it("accounts for every row of the second file before it joins", async () => {
    start();
    const panel = await screen.findByRole("region", { name: "1. Check" });
    expect(panel.textContent).toContain(
      "6 rows read = 3 new + 2 already there + 1 rejected. 1 new metric: Latency (ms).",
    );
    expect(panel.textContent).toContain("u1: is empty");
    expect(join.mock.calls.map(([id, file, options]) => [id, file.name, options.by, options.dryRun])).toEqual(
      [["00000000000000aa", "latency.csv", "architecture", true]],
    );
  });

  it("opens the columns where a metric looks wrong, and shows why", async () => {
    start();
    expect(await screen.findByText(/they may be in s/)).toBeDefined();
  });

  it("reads again by id, joins by what is shown, and opens the data anew", async () => {
    start();
    fireEvent.click(await screen.findByRole("radio", { name: /^the id/ }));
    await vi.waitFor(() => expect(join).toHaveBeenCalledTimes(2));
    const button = await screen.findByRole("button", { name: "Join the file" });
    await vi.waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
    fireEvent.click(button);
    await vi.waitFor(() => expect(router.push).toHaveBeenCalledWith("/datasets/00000000000000aa/data"));
    expect(join.mock.lastCall?.[2]).toMatchObject({ by: "id", plan: {} });
    expect(join.mock.lastCall?.[2].dryRun).toBeUndefined();
  });

  it("lets a file without architectures be joined by id", async () => {
    join.mockRejectedValueOnce(new ApiError("unknown_format", "No column holds architectures."));
    start();
    expect((await screen.findByRole("alert")).textContent).toContain("No column holds architectures.");
    fireEvent.click(screen.getByRole("radio", { name: /^the id/ }));
    expect(await screen.findByRole("region", { name: "1. Check" })).toBeDefined();
  });

  it("says that nothing was changed when joining fails", async () => {
    start();
    await screen.findByRole("region", { name: "2. Join" });
    join.mockRejectedValueOnce(new ApiError("internal", "The disk is full."));
    fireEvent.click(screen.getByRole("button", { name: "Join the file" }));
    const alert = await screen.findByText("The file did not join");
    expect(alert.parentElement?.textContent).toContain("The disk is full.The dataset is as it was.");
  });

  it("joins nothing where no row could", async () => {
    join.mockResolvedValue({ ...result, added: 0, matched: 0 });
    start();
    expect(await screen.findByText("No row of this file could join.")).toBeDefined();
    expect(screen.getByRole("button", { name: "Join the file" }).hasAttribute("disabled")).toBe(true);
  });
});
