// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetFile } from "@/components/import/chosenFile";
import { HomePage } from "@/components/import/HomePage";
import { deleteDataset } from "@/lib/api/client";
import type { DatasetSummary } from "@/lib/api/contracts";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("@/lib/api/client", () => ({ deleteDataset: vi.fn() }));

const own: DatasetSummary = {
  id: "00000000000000aa",
  name: "Edge nets",
  createdAt: "2026-11-24T06:41:37.504Z",
  structure: "staged",
  format: "block-tokens",
  numArchitectures: 2000,
  numRejected: 1,
  numPredictors: 2,
  sample: null,
};
const sample: DatasetSummary = {
  ...own,
  id: "00000000000000bb",
  name: "Staged networks",
  numPredictors: 0,
  sample: {
    summary: "2,000 sub-networks of one supernet.",
    limits: "Supernet accuracy is not stand-alone accuracy.",
    cardUrl: "/samples/DATACARD.md",
  },
};

afterEach(() => {
  cleanup();
  forgetFile();
  vi.clearAllMocks();
});

describe("HomePage", () => {
  it("shows a sample with its limits and its card beside it", () => {
    render(<HomePage datasets={[sample]} />);
    const section = within(screen.getByRole("region", { name: "Samples, to try it at once" }));
    expect(section.getByText("2,000 sub-networks of one supernet.")).toBeDefined();
    expect(section.getByText(/Supernet accuracy is not stand-alone accuracy/)).toBeDefined();
    expect(section.getByRole("link", { name: "Data card" }).getAttribute("href")).toBe(
      "/samples/DATACARD.md",
    );
    expect(section.getByRole("link", { name: "Open Staged networks" }).getAttribute("href")).toBe(
      "/datasets/00000000000000bb/data",
    );
  });

  it("lists what was stored with its counts and its day", () => {
    render(<HomePage datasets={[own, sample]} />);
    const section = screen.getByRole("region", { name: "Your datasets" });
    expect(section.textContent).toContain("2,000 architectures, staged; 1 row rejected; 2 predictors");
    expect(section.textContent).toContain("24 Nov 2026");
  });

  it("says what would fill the list while it is empty", () => {
    render(<HomePage datasets={[sample]} />);
    expect(screen.getByText("Nothing stored yet")).toBeDefined();
  });

  it("deletes after a question that says what goes with the dataset", async () => {
    render(<HomePage datasets={[own]} />);
    fireEvent.click(screen.getByRole("button", { name: "Delete Edge nets" }));
    expect(screen.getByText("Delete it and its 2 predictors for good?")).toBeDefined();
    expect(deleteDataset).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Yes, delete" }));
    await vi.waitFor(() => expect(router.refresh).toHaveBeenCalledOnce());
    expect(deleteDataset).toHaveBeenCalledWith("00000000000000aa");
  });

  it("keeps the dataset when the question is declined, and says why deleting failed", async () => {
    vi.mocked(deleteDataset).mockRejectedValueOnce(new Error("Archwright does not answer."));
    render(<HomePage datasets={[own]} />);
    fireEvent.click(screen.getByRole("button", { name: "Delete Edge nets" }));
    fireEvent.click(screen.getByRole("button", { name: "Keep" }));
    fireEvent.click(screen.getByRole("button", { name: "Delete Edge nets" }));
    fireEvent.click(screen.getByRole("button", { name: "Yes, delete" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Archwright does not answer.");
    expect(deleteDataset).toHaveBeenCalledOnce();
  });

  it("takes a chosen file to the import page", () => {
    render(<HomePage datasets={[]} />);
    const input = screen.getByLabelText("File of evaluated architectures");
    fireEvent.change(input, { target: { files: [new File(["x"], "mine.csv")] } });
    expect(router.push).toHaveBeenCalledWith("/import");
    expect(screen.getByRole("link", { name: "Go on with its import" })).toBeDefined();
  });
});
