/** The loop in a real browser: take a list, fill it in, upload it, see what came out, train again, and take another. */
import { expect, test, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AssembledArchitecture, PredictorSummary, UploadResult } from "@/lib/api/contracts";
import { faults } from "./faults";

const SAMPLE = join(import.meta.dirname, "../../public/samples/cell.csv");
const NUM_ROWS = 120;
const NUM_RUNS = 4;

async function uploadRows(page: Page): Promise<string> {
  const lines = (await readFile(SAMPLE, "utf8")).split(/\r?\n/).slice(0, 1 + NUM_ROWS);
  const buffer = Buffer.from(`${lines.join("\n")}\n`);
  const response = await page.request.post("/api/datasets", {
    multipart: { name: "Cells to go on with", file: { name: "cells.csv", mimeType: "text/csv", buffer } },
  });
  const { id } = (await response.json()) as UploadResult;
  if (id === null) throw new Error("The rows were not stored.");
  return id;
}

async function trainProcess(page: Page, datasetId: string): Promise<void> {
  await page.goto(`/datasets/${datasetId}/train?target=accuracy`, { waitUntil: "networkidle" });
  await page.getByRole("combobox", { name: "Predictor kind" }).selectOption("module-gp");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("link", { name: "See what matters" }).waitFor({ timeout: 120_000 });
}

const predictorsOf = async (page: Page, datasetId: string): Promise<PredictorSummary[]> =>
  (await page.request.get(`/api/datasets/${datasetId}/predictors`)).json();

/** Proposes, and gives the list as the file that the page hands out. */
async function takeList(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Propose" }).click({ timeout: 60_000 });
  const downloading = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "Run list as CSV" }).click({ timeout: 60_000 });
  return readFile(await (await downloading).path(), "utf8");
}

const cellsOf = (list: string): string[] =>
  [...list.matchAll(/^run-\d+-\d+,([^,]+),/gm)].map(([, cell = ""]) => cell);

/** What the cells would have reached if every 3x3 convolution were worth four points: 0.5 and up. */
const filledIn = (list: string): string =>
  list.replace(/^(run-\d+-\d+,([^,]+)),,,,,/gm, (_, start: string, cell: string) => {
    const numConvs = cell.match(/nor_conv_3x3/g)?.length ?? 0;
    return `${start},${0.5 + 0.04 * numConvs},,,${0.1 + 0.05 * numConvs},`;
  });

test("a list is measured, joins, and its predictor learns from it", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  const datasetId = await uploadRows(page);
  await trainProcess(page, datasetId);
  const [before] = await predictorsOf(page, datasetId);
  if (!before) throw new Error("No predictor was stored.");

  await page.goto(`/datasets/${datasetId}/search`);
  await page.getByRole("spinbutton", { name: "How many" }).fill(String(NUM_RUNS));
  const first = await takeList(page);
  expect(cellsOf(first)).toHaveLength(NUM_RUNS);

  const file = { name: "to-measure-1.csv", mimeType: "text/csv", buffer: Buffer.from(filledIn(first)) };
  await page.getByLabel("Add the filled-in list").setInputFiles(file);
  await page.getByRole("button", { name: "Add and train again" }).click({ timeout: 30_000 });
  await expect(page.getByText("Trained again with what came out; the new predictor is in use.")).toBeVisible({
    timeout: 60_000,
  });

  const [after, ...others] = await predictorsOf(page, datasetId);
  expect(others.map(({ id }) => id)).toEqual([before.id]);
  expect(after).toMatchObject({ kind: "module-gp", target: "accuracy", seed: before.seed });
  const numRows = ({ numTrain, numTest }: PredictorSummary["metrics"]) => numTrain + numTest;
  expect(numRows(after?.metrics ?? before.metrics)).toBe(numRows(before.metrics) + NUM_RUNS);
  await expect(page).toHaveURL(new RegExp(`predictor=${after?.id ?? ""}`));

  const came = page.getByRole("region", { name: `List 1, ${NUM_RUNS} architectures` });
  await expect(came.getByRole("heading", { name: `${NUM_RUNS} measured` })).toBeVisible({ timeout: 30_000 });
  await expect(came.getByRole("img", { name: /Predicted against measured accuracy of 4/ })).toBeVisible();
  const changed = page.getByRole("region", { name: "What changed for accuracy" });
  await expect(changed.getByText(/^Held-out SRCC: -?[\d.]+ before, -?[\d.]+ now/)).toBeVisible();
  await expect(changed.getByText(/^First choice of the list, run-1-001: predicted in place/)).toBeVisible({
    timeout: 60_000,
  });
  expect(await faults(page, "what came out of a list")).toEqual([]);

  // Kept by the browser: what changed is still told after a reload, and nothing asks to be trained again.
  await page.reload();
  await expect(changed.getByText(/^First choice of the list, run-1-001/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Train again with what came out" })).toHaveCount(0);
  const second = await takeList(page);
  expect(second).toContain("run-2-001");
  const known = new Set(cellsOf(first));
  expect(cellsOf(second).filter((cell) => known.has(cell))).toEqual([]);
  expect(errors).toEqual([]);
});

test("a latency that was measured here is there after a reload", async ({ page }) => {
  const datasetId = await uploadRows(page);
  await trainProcess(page, datasetId);
  await page.goto(`/datasets/${datasetId}/build?export=onnx`);
  await page.getByRole("button", { name: "Start from the best measured" }).click({ timeout: 60_000 });
  await page.getByRole("textbox", { name: "Name" }).fill("quick cell");
  await page.getByRole("button", { name: "Save", exact: true }).click({ timeout: 60_000 });
  const panel = page.getByRole("region", { name: "Export" });
  await panel.getByRole("button", { name: "Measure latency in this browser" }).click({ timeout: 60_000 });
  await expect(panel.getByText("Stored with the saved design quick cell.")).toBeVisible({ timeout: 60_000 });

  // Without what this browser keeps: the design itself has it.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  const design = page.getByRole("list", { name: "Saved designs" }).getByRole("listitem");
  await expect(design).toContainText(
    /[\d.]+ ms \([\d.]+ to [\d.]+\)WebAssembly, 1 thread; template edgeCell/,
    {
      timeout: 60_000,
    },
  );
  const [saved] = (await (
    await page.request.get(`/api/datasets/${datasetId}/architectures/assembled`)
  ).json()) as AssembledArchitecture[];
  const [latency] = saved?.latencies ?? [];
  expect(latency).toMatchObject({ backend: "wasm", threads: 1, inputShape: [3, 32, 32], numWarmUps: 10 });
  expect(latency?.medianMs).toBeGreaterThan(0);
  expect(latency?.lowMs).toBeLessThanOrEqual(latency?.medianMs ?? 0);
});
