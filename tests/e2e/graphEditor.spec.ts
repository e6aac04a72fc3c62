/** Build edits graphs: nodes come and go, each edit with its prediction; undo, and saving what was made. */
import { expect, test, type Page } from "@playwright/test";
import type { AssembledArchitecture, UploadResult } from "@/lib/api/contracts";
import { faults } from "./faults";

/** Chains of two to four operations, every other one with an edge past its middle; convolutions are worth ten points. */
const GRAPHS = Array.from({ length: 60 }, (_, row) => {
  const length = 2 + (row % 3);
  const ops = Array.from({ length }, (__, node) => ((row >> node) & 1 ? "conv" : "pool"));
  const last = length + 1;
  const edges = Array.from({ length: last }, (__, node) => [node, node + 1]);
  return {
    id: `g${row}`,
    nodes: ["input", ...ops, "output"].map((op) => ({ op })),
    edges: row % 2 === 0 ? [...edges, [1, last]] : edges,
    accuracy: 50 + 10 * ops.filter((op) => op === "conv").length,
  };
});

async function upload(page: Page): Promise<string> {
  const buffer = Buffer.from(JSON.stringify(GRAPHS));
  const response = await page.request.post("/api/datasets", {
    multipart: { name: "Small graphs", file: { name: "graphs.json", mimeType: "application/json", buffer } },
  });
  const { id } = (await response.json()) as UploadResult;
  if (id === null) throw new Error("The graphs were not stored.");
  return id;
}

test("a graph is started from the best measured one, edited with predictions in view, undone and saved", async ({
  page,
}) => {
  const datasetId = await upload(page);
  await page.goto(`/datasets/${datasetId}/train?target=accuracy`, { waitUntil: "networkidle" });
  await page.getByRole("combobox", { name: "Predictor kind" }).selectOption("ridge");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("link", { name: "See what matters" }).waitFor({ timeout: 60_000 });

  await page.getByRole("link", { name: "Build", exact: false }).first().click();
  await page.getByRole("button", { name: "Start from the best measured" }).click();
  const graph = page.getByRole("region", { name: "The draft's graph" });
  const nodes = graph.getByRole("button", { name: /^node \d+: / });
  await expect(nodes).toHaveCount(6);
  // Four convolutions: nothing measured has more.
  await expect(graph.getByRole("button", { name: /: .*conv/ })).toHaveCount(4);

  await graph.getByRole("button", { name: /^node 2: / }).click();
  const edits = page.getByRole("region", { name: "Nodes" });
  const removal = edits.getByRole("button", { name: /^Remove node 2.*: predicted/ }).first();
  await removal.waitFor({ timeout: 30_000 });
  expect(await removal.getAttribute("aria-label")).toMatch(/predicted [\d.]+, −[\d.]+$/);
  expect.soft(await faults(page, "build of graphs")).toEqual([]);
  await removal.press("Enter");
  await expect(nodes).toHaveCount(5);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(nodes).toHaveCount(6);
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(nodes).toHaveCount(5);

  await page.getByRole("textbox", { name: "Name" }).fill("one less");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Load one less" }).waitFor();
  const saved = await page.request.get(`/api/datasets/${datasetId}/architectures/assembled`);
  const [design] = (await saved.json()) as AssembledArchitecture[];
  expect(design?.name).toBe("one less");
  expect(design?.architecture.edges).toBeDefined();
  expect(design?.architecture.units.flat()).toHaveLength(5);
});
