/**
 * The whole path in a real browser: upload a table, train on WebGL, read the heatmaps, click an architecture
 * together, take it away, and upload what was taken.
 */
import { expect, test, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PredictorSummary } from "@/lib/api/contracts";
import { sharedPath } from "../shared";
import { faults } from "./faults";

type Table = { name: string; path: string | null; metric: RegExp; epochs: string; learningRate: string };

const tables: Table[] = [
  {
    name: "the staged sample",
    path: join(import.meta.dirname, "../../public/samples/staged.csv"),
    metric: /latency_cpu_ms/,
    epochs: "2",
    learningRate: "0.01",
  },
  {
    name: "a once-for-all search trace with measured ImageNet accuracy",
    path: sharedPath("data/ofa_mbv3_dynas/orig/mbnv3w10_evoga_acc.csv"),
    metric: /^(Top-1 Acc|top_1_acc)/,
    epochs: "8",
    learningRate: "0.01",
  },
];

/** Collects what the console calls an error; the path must leave none. */
function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  return errors;
}

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: new RegExp(`^${name}`) });

async function upload(page: Page, path: string): Promise<string> {
  await page.goto("/");
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("button", { name: "Store dataset" }).click();
  await page.waitForURL(/\/datasets\/[^/]+\/data/);
  return /\/datasets\/([^/]+)\//.exec(page.url())?.[1] ?? "";
}

for (const { name, path, metric, epochs, learningRate } of tables) {
  test(`the whole path with ${name}`, async ({ page }) => {
    test.skip(path === null, "The table is not beside the project (../shared).");
    if (path === null) return;
    const errors = consoleErrors(page);
    const datasetId = await upload(page, path);

    await place(page, "Train").click();
    await page.getByRole("group", { name: "Metrics" }).getByRole("button", { name: metric }).click();
    await page.getByText("Advanced settings").click();
    await page.getByLabel(/^Epochs/).fill(epochs);
    await page.getByLabel(/^Learning rate/).fill(learningRate);
    // Five members and hundreds of varied architectures would take minutes where WebGL draws in software.
    await page.getByLabel(/^Members/).fill("2");
    await page.getByLabel(/^Varied architectures/).fill("100");
    // Left to itself the page takes WebAssembly where WebGL draws in software.
    await page.getByLabel("Runs on").selectOption("WebGL");
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect(async () => {
      const list = (await (
        await page.request.get(`/api/datasets/${datasetId}/predictors`)
      ).json()) as PredictorSummary[];
      expect(list).toHaveLength(1);
    }).toPass({ timeout: 240_000, intervals: [1000] });
    const [predictor] = (await (
      await page.request.get(`/api/datasets/${datasetId}/predictors`)
    ).json()) as PredictorSummary[];
    if (!predictor) throw new Error("No predictor was stored.");
    expect(predictor.backend).toBe("webgl");
    const { lossCurve, srcc } = predictor.metrics;
    expect(lossCurve.at(-1)).toBeLessThan(lossCurve[0] ?? 0);
    expect(srcc).toBeGreaterThan(0);
    await page.getByRole("link", { name: "See what matters" }).waitFor();
    expect(await faults(page, "a trained predictor")).toEqual([]);

    await place(page, "Explore").click();
    await page.getByRole("tab", { name: "Positions" }).click();
    await page.locator("main [data-cell]").first().click();
    await expect(page.getByRole("link", { name: "Use in Build" })).toBeVisible();
    await page.getByRole("tab", { name: "Graph" }).click();
    const hop = page.getByRole("slider");
    await expect(hop).toBeVisible({ timeout: 60_000 });
    await hop.fill("3");
    await expect(page).toHaveURL(/hop=3/);
    await page.reload();
    await expect(page.getByRole("slider")).toHaveValue("3", { timeout: 60_000 });

    await place(page, "Build").click();
    const undo = page.getByRole("button", { name: "Undo" });
    const filled = page.getByRole("button", { name: /^unit \d+,? layer \d+: e\d/ });
    const cells = page.locator("main [data-cell][role=button]:not([aria-disabled])");
    await expect(cells.first()).toBeVisible({ timeout: 60_000 });
    await expect(filled).toHaveCount(0);
    await cells.first().click();
    await expect(filled).toHaveCount(1);
    await undo.click();
    await expect(filled).toHaveCount(0);
    await page.keyboard.press("Control+Shift+z");
    await expect(filled).toHaveCount(1);
    await page.getByRole("button", { name: "Fill the rest with the best" }).click({ timeout: 60_000 });

    await page.getByRole("textbox", { name: "Name" }).fill("first draft");
    await page.getByRole("button", { name: "Save", exact: true }).click({ timeout: 60_000 });
    await expect(page.getByRole("button", { name: "Load first draft" })).toBeVisible();

    const taking = page.getByRole("region", { name: "Export" });
    await taking.getByText("SVG", { exact: true }).click();
    const drawing = page.waitForEvent("download");
    await taking.getByRole("button", { name: "Download SVG" }).click({ timeout: 60_000 });
    expect(await readFile(await (await drawing).path(), "utf8")).toMatch(/^<(?:\?xml|svg)/);
    await taking.getByText("JSON", { exact: true }).click();
    const downloading = page.waitForEvent("download");
    await taking.getByRole("button", { name: "Download JSON" }).click({ timeout: 60_000 });
    const file = await (await downloading).path();
    const exported: unknown = JSON.parse(await readFile(file, "utf8"));
    expect(exported).toMatchObject({
      format: "archset",
      version: 2,
      provenance: { predictorId: predictor.id, seed: predictor.seed },
    });

    const again = await upload(page, file);
    const detail: unknown = await (await page.request.get(`/api/datasets/${again}`)).json();
    expect(detail).toMatchObject({ format: "archset", numArchitectures: 1, numRejected: 0 });
    expect(errors).toEqual([]);
  });
}
