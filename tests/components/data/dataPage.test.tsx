// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DataPage } from "@/components/data/DataPage";
import { WorkspaceContext, type Workspace } from "@/components/workspace/workspace";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";

const space = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [1] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5] },
  ],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
} as const;
const metrics = [
  { name: "accuracy", label: "accuracy", unit: "%", goal: "max" },
  { name: "latency", label: "latency", unit: "ms", goal: "min" },
] as const;
const dataset: DatasetDetail = {
  id: "00000000000000aa",
  name: "Edge nets",
  createdAt: "2026-11-24T06:41:37.504Z",
  structure: "staged",
  format: "block-tokens",
  numArchitectures: 3,
  numRejected: 1,
  numPredictors: 0,
  sample: { summary: "Three.", limits: "Trained for one epoch only.", cardUrl: "/samples/DATACARD.md" },
  hash: "ab",
  fileName: "edge.csv",
  space,
  metrics,
  report: {
    format: "block-tokens",
    structure: "staged",
    numArchitectures: 4,
    accepted: 3,
    rejected: 1,
    duplicates: 0,
    candidates: [],
    columns: [],
    merged: 0,
    failed: 0,
    noise: [],
    units: space.units,
    features: [
      { name: "expand", kind: "ordinal", scope: "node", values: [3, 6] },
      { name: "kernel", kind: "ordinal", scope: "node", values: [3, 5] },
    ],
    metrics: metrics.map((metric) => ({ ...metric, min: 0, max: 1, missing: 0, suspicion: null })),
    issues: [],
  },
};
const architectures: EvaluatedArchitecture[] = [
  { id: "net-a", row: 2, units: [[[0, 0]], [[1, 1]]], globals: [], metrics: [70.5, 10] },
  { id: "net-b", row: 3, units: [[[0, 1], [0, 0]], [[0, 0]]], globals: [], metrics: [72.25, 14] },
  { id: "net-c", row: 5, units: [[[1, 1]], [[0, 0]]], globals: [], metrics: [71, null] },
];
const unused = (): never => {
  throw new Error("The data page needs no worker.");
};
const workspace: Workspace = {
  dataset,
  architectures: { status: "ready", value: architectures },
  predictors: { status: "ready", value: [] },
  predictorId: null,
  selectPredictor: unused,
  refreshPredictors: unused,
  opened: { status: "none" },
  trainer: unused,
};

const show = (searchParams = "", shown: Workspace = workspace) =>
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceContext value={shown}>
        <DataPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

const table = () => screen.getByRole("grid", { name: "Architectures" });
/** Ids of the rows in the table's order. */
const ids = () =>
  within(table())
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);

// Nothing is laid out here, and a table without a height draws no rows.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("DataPage", () => {
  it("says in one sentence what the dataset holds, with its limits and ways to take it along", () => {
    show();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "3 architectures of 2 units, 2 features, 2 metrics; 1 rejected; measured more than once: 0",
    );
    expect(screen.getByText(/Trained for one epoch only/)).toBeDefined();
    const address = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
    expect(address("Export CSV")).toBe("/api/datasets/00000000000000aa/export?format=csv");
    expect(address("Export JSON")).toBe("/api/datasets/00000000000000aa/export?format=json");
    expect(address("Rejected rows (CSV)")).toBe("/api/datasets/00000000000000aa/rejected");
  });

  it("draws each architecture with what was measured, digits aligned", () => {
    show();
    const [, first] = within(table()).getAllByRole("row");
    const cells = within(first as HTMLElement).getAllByRole("gridcell");
    expect(cells.map((cell) => cell.textContent)).toEqual(["2", "net-a", "e3k3 | e6k5", "70.50", "10"]);
    expect(ids()).toEqual(["net-a", "net-b", "net-c"]);
  });

  it("shows a failed evaluation with its status, and ranks nothing by what it measured", () => {
    const failed = { ...architectures[1], status: "OOM" } as EvaluatedArchitecture;
    const rows = architectures.map((row) => (row.id === failed.id ? failed : row));
    show("?row=3", { ...workspace, architectures: { status: "ready", value: rows } });
    // With the decimals that the counted values need, 70.5 and 71.
    const cells = within(within(table()).getAllByRole("row")[2] as HTMLElement).getAllByRole("gridcell");
    expect([cells[1]?.textContent, cells[3]?.textContent]).toEqual(["net-b (OOM)", "72.3"]);
    expect(cells[3]?.querySelector("s")?.title).toBe("not counted: the evaluation failed");
    expect(screen.getByText(/Status: OOM/).textContent).toBe(
      "Status: OOM. Nothing is trained on a failed evaluation or ranked by it.",
    );
    expect(screen.getAllByText("not counted")).toHaveLength(2);
    // The best accuracy, 72.25, is not among those that are ranked: net-c is first.
    fireEvent.click(within(screen.getByRole("columnheader", { name: /accuracy/ })).getByRole("button"));
    expect(ids()[0]).toBe("net-c");
  });

  it("sorts by a metric, the better end first, then the other, then as the file", () => {
    show();
    const head = () => screen.getByRole("columnheader", { name: /latency/ });
    const press = () => fireEvent.click(within(head()).getByRole("button"));
    press();
    expect(ids()).toEqual(["net-a", "net-b", "net-c"]);
    expect(head().getAttribute("aria-sort")).toBe("ascending");
    press();
    expect(ids()).toEqual(["net-b", "net-a", "net-c"]);
    press();
    expect(head().getAttribute("aria-sort")).toBe("none");
  });

  it("filters by words and says how many rows are left", () => {
    show();
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "1:e3k3" } });
    expect(ids()).toEqual(["net-a", "net-b"]);
    expect(screen.getByText("2 rows of 3")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(ids()).toHaveLength(3);
  });

  it("filters by an operation of the legend", () => {
    show();
    fireEvent.click(screen.getByRole("button", { name: "e6k5" }));
    expect(ids()).toEqual(["net-a", "net-c"]);
  });

  it("filters by a range typed below a histogram, and takes it away again", () => {
    show();
    const end = screen.getByRole("spinbutton", { name: "Smallest accuracy (%)" });
    fireEvent.change(end, { target: { value: "71" } });
    fireEvent.blur(end);
    expect(ids()).toEqual(["net-b", "net-c"]);
    fireEvent.click(screen.getByRole("button", { name: "Remove the range of accuracy" }));
    expect(ids()).toHaveLength(3);
  });

  it("brings the view back from its address", () => {
    show("?q=net&in=accuracy:71~&sort=accuracy.asc&row=5");
    expect(ids()).toEqual(["net-c", "net-b"]);
    expect(screen.getByRole("region", { name: "net-c" }).textContent).toContain("Row 5 of edge.csv");
  });

  it("shows the selected architecture with its place among the others", () => {
    show();
    fireEvent.click(screen.getByText("net-b"));
    const inspector = screen.getByRole("region", { name: "net-b" });
    expect(inspector.textContent).toContain("72.25 % best of 3");
    expect(inspector.textContent).toContain("14 ms 2nd best of 2");
    expect(within(inspector).getByRole("img", { name: "e3k5 e3k3" })).toBeDefined();
  });

  it("draws the selected architecture as a graph where it has edges", () => {
    const edges = [[0, 1]] as const;
    const cell: Workspace = {
      ...workspace,
      dataset: { ...dataset, space: { ...space, structure: "graph", units: [{ name: "cell", lengths: [2] }] } },
      architectures: {
        status: "ready",
        value: [{ id: "net-g", row: 2, units: [[[0, 0], [1, 1]]], edges, globals: [], metrics: [70, 9] }],
      },
    };
    show("?row=2", cell);
    const inspector = screen.getByRole("region", { name: "net-g" });
    expect(within(inspector).getByRole("img", { name: "layer 1 e3k3, layer 2 e6k5" })).toBeDefined();
  });

  it("moves the selection with the arrow keys", () => {
    show("?sort=accuracy.desc");
    fireEvent.keyDown(table(), { key: "ArrowDown" });
    expect(screen.getByRole("region", { name: "net-b" })).toBeDefined();
    fireEvent.keyDown(table(), { key: "End" });
    expect(screen.getByRole("region", { name: "net-a" })).toBeDefined();
    expect(within(table()).getByRole("row", { selected: true }).id).toBe(
      table().getAttribute("aria-activedescendant"),
    );
  });

  it("finds the Pareto front by the goals, which can be switched", () => {
    show();
    expect(screen.getByRole("img", { name: /2 points, 2 on the Pareto front/ })).toBeDefined();
    fireEvent.change(screen.getByRole("combobox", { name: "Goal of latency" }), { target: { value: "max" } });
    expect(screen.getByRole("img", { name: /2 points, 1 on the Pareto front/ })).toBeDefined();
  });

  it("says that rows are loading, and why they could not be loaded", () => {
    show("", { ...workspace, architectures: { status: "loading" } });
    expect(screen.getByRole("progressbar", { name: "Loading architectures" })).toBeDefined();
    cleanup();
    show("", { ...workspace, architectures: { status: "failed", message: "No answer." } });
    expect(screen.getByRole("alert").textContent).toContain("No answer.");
  });
});
