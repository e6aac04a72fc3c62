/**
 * No page has a fault that axe finds, in either theme; Explore, Build and Search with a process, which takes a second
 * here, and Explore and Build once more with a graph network, of which they say more.
 */
import { expect, test, type Page } from "@playwright/test";
import type { DatasetSummary } from "@/lib/api/contracts";
import { faults } from "./faults";

const sampleOf = async (page: Page, structure: DatasetSummary["structure"]): Promise<string> => {
  const datasets = (await (await page.request.get("/api/datasets")).json()) as DatasetSummary[];
  const sample = datasets.find((dataset) => dataset.sample !== null && dataset.structure === structure);
  if (sample === undefined) throw new Error(`There is no ${structure} sample.`);
  return `/datasets/${sample.id}`;
};

test("pages that need no predictor have no accessibility faults", async ({ page }) => {
  const sample = await sampleOf(page, "cell");
  const places = ["data", "train", "edit", "join"].map((place) => `${sample}/${place}`);
  for (const path of ["/", "/import", "/gallery", "/no-such-page", ...places]) {
    await page.goto(path, { waitUntil: "networkidle" });
    expect.soft(await faults(page, path)).toEqual([]);
  }
});

/** The figures of Explore by their tabs, and what is there once each is drawn. */
const LENSES = {
  Features: "[data-cell]",
  Positions: "[data-cell]",
  Pairs: "[data-cell]",
  Spread: "[data-row]",
  Sequences: "[role=option]",
  Graph: "input[type=range]",
  "In common": "[data-plot]",
  Operations: "svg[aria-label='Map of operations']",
  Fit: "figure svg",
};

type Training = {
  readonly kind: string;
  /** Values of advanced settings, by the start of their labels. */
  readonly settings: Readonly<Record<string, string>>;
  readonly backend?: string;
};

/** Trains a predictor of the first metric, and stays on the page that says how it went. */
async function train(page: Page, sample: string, { kind, settings, backend }: Training): Promise<void> {
  await page.goto(`${sample}/train`, { waitUntil: "networkidle" });
  await page.getByRole("group", { name: "Metrics" }).getByRole("button").first().click();
  await page.getByRole("combobox", { name: "Predictor kind" }).selectOption(kind);
  await page.getByText("Advanced settings").click();
  for (const [label, value] of Object.entries(settings))
    await page
      .getByLabel(new RegExp(`^${label}`))
      .first()
      .fill(value);
  if (backend) await page.getByRole("combobox", { name: "Runs on" }).selectOption(backend);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("link", { name: "See what matters" }).waitFor({ timeout: 120_000 });
}

async function lookAtFigures(page: Page): Promise<void> {
  for (const [tab, drawn] of Object.entries(LENSES)) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.getByRole("tabpanel").locator(drawn).first().waitFor({ timeout: 60_000 });
    expect.soft(await faults(page, tab)).toEqual([]);
  }
}

/** With few rows the thirty thousand modules of the staged sample are scored in seconds; figures look the same. */
const QUICK_PROCESS: Training = { kind: "module-gp", settings: { "Rows of the process": "100" } };

test("Explore of a graph network, with a process beside it, has no accessibility faults", async ({
  page,
}) => {
  const sample = await sampleOf(page, "cell");
  await train(page, sample, QUICK_PROCESS);
  const settings = { Epochs: "2", "Learning rate": "0.01", Members: "2" };
  await train(page, sample, { kind: "autobuild", settings, backend: "wasm" });
  expect.soft(await faults(page, "train")).toEqual([]);
  await page.getByRole("link", { name: "See what matters" }).click();
  await lookAtFigures(page);
  await page.getByRole("tab", { name: "Positions" }).click();
  await page.getByRole("combobox", { name: /^Beside / }).selectOption({ index: 1 });
  await page.getByRole("group", { name: /^Where .* puts it higher/ }).waitFor({ timeout: 60_000 });
  expect.soft(await faults(page, "difference of two predictors")).toEqual([]);
  await page.getByRole("link", { name: "Build", exact: false }).first().click();
  await page.locator("main [data-cell][role=button]").first().waitFor({ timeout: 60_000 });
  expect.soft(await faults(page, "build with a graph network")).toEqual([]);
});

for (const structure of ["staged", "cell"] as const) {
  test(`training, Explore, Build and Search of the ${structure} sample have no accessibility faults`, async ({
    page,
  }) => {
    const sample = await sampleOf(page, structure);
    await train(page, sample, QUICK_PROCESS);
    expect.soft(await faults(page, "train")).toEqual([]);

    await page.getByRole("link", { name: "See what matters" }).click();
    await page.getByRole("button", { name: "Guided tour" }).click();
    expect.soft(await faults(page, "guided tour")).toEqual([]);
    await page.getByRole("button", { name: "Leave the tour" }).click();
    await lookAtFigures(page);
    await page.getByRole("tab", { name: "In common" }).click();
    await page.getByRole("button", { name: "Best 20 %" }).click();
    await page.getByRole("tabpanel").locator("[data-cell]").first().waitFor();
    for (const summary of await page.getByText("As a table").all()) await summary.click();
    expect.soft(await faults(page, "what the best have in common")).toEqual([]);
    await page.getByRole("tab", { name: "Positions" }).click();
    await page.locator("main [data-cell]").first().click();
    await page.getByRole("link", { name: "Use in Build" }).waitFor();
    expect.soft(await faults(page, "pinned module")).toEqual([]);

    await page.getByRole("link", { name: "Use in Build" }).click();
    await page.locator("main [data-cell][role=button]").first().waitFor({ timeout: 60_000 });
    expect.soft(await faults(page, "build")).toEqual([]);
    // Completing a draft waits for every module, which are few in a cell only.
    if (structure === "cell") {
      await page.getByRole("button", { name: "Fill the rest with the best" }).click();
      await page.getByRole("textbox", { name: "Name" }).fill("a design");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Load a design" }).waitFor();
      expect.soft(await faults(page, "saved design")).toEqual([]);
    }

    await page.getByRole("link", { name: "Search" }).click();
    await page
      .getByRole("spinbutton", { name: /^Modules kept/ })
      .first()
      .waitFor({ timeout: 120_000 });
    expect.soft(await faults(page, "search")).toEqual([]);
    await page.getByRole("spinbutton", { name: "Budget, predictions" }).fill("100");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    const found = page.getByRole("link", { name: "Send architecture 1 to Build" });
    await found.waitFor({ timeout: 60_000 });
    expect.soft(await faults(page, "found architectures")).toEqual([]);
    await found.click();
    await page.locator("main [data-cell][role=button]").first().waitFor({ timeout: 60_000 });
    expect.soft(await faults(page, "found architecture in Build")).toEqual([]);
  });
}
