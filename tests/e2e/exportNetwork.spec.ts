/** A built architecture leaves a real browser as files that can be read, and runs in it. */
import { expect, test } from "@playwright/test";
import { readFile } from "node:fs/promises";
import type { DatasetSummary } from "@/lib/api/contracts";
import { readModel } from "@/lib/core/onnx/model";
import { faults } from "./faults";

const DRAFT = "0,2;1,1|2,2;0,0|1,0;2,2|0,1;1,2";

test("a network is taken away as ONNX and PNG, and measured here", async ({ page }) => {
  const datasets = (await (await page.request.get("/api/datasets")).json()) as DatasetSummary[];
  const sample = datasets.find(({ sample: card, structure }) => card !== null && structure === "staged");
  if (!sample) throw new Error("There is no staged sample.");
  await page.goto(`/datasets/${sample.id}/train`, { waitUntil: "networkidle" });
  await page.getByRole("group", { name: "Metrics" }).getByRole("button").first().click();
  await page.getByRole("combobox", { name: "Predictor kind" }).selectOption("module-gp");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("link", { name: "See what matters" }).waitFor({ timeout: 120_000 });
  await page.goto(`/datasets/${sample.id}/build?export=onnx&draft=${encodeURIComponent(DRAFT)}`);

  const panel = page.getByRole("region", { name: "Export" });
  await expect(panel.getByText("8,952", { exact: true })).toBeVisible({ timeout: 120_000 });
  const model = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download ONNX" }).click();
  const { outputs } = readModel(new Uint8Array(await readFile(await (await model).path())));
  expect(outputs).toEqual([{ name: "output", shape: [null, 10] }]);

  await panel.getByRole("button", { name: "Measure latency in this browser" }).click();
  await expect(panel.getByText(/the median of \d+ timings after 10 warm-ups/)).toBeVisible({
    timeout: 120_000,
  });
  expect(await faults(page, "a measured network")).toEqual([]);
  await panel.getByText("JSON", { exact: true }).click();
  await expect(panel.getByLabel("Preview of the JSON file")).toContainText('"latency_browser_wasm":');

  await panel.getByText("PNG", { exact: true }).click();
  const drawing = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download PNG" }).click();
  const png = await readFile(await (await drawing).path());
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
});
