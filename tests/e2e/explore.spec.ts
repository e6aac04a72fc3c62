/** Explore by the keyboard alone, and what a copied address brings back. */
import { expect, test } from "@playwright/test";
import type { DatasetSummary } from "@/lib/api/contracts";

test("figures of the cell sample are reached, read and picked by the keyboard, and an address brings them back", async ({
  page,
}) => {
  const datasets = (await (await page.request.get("/api/datasets")).json()) as DatasetSummary[];
  const sample = datasets.find((dataset) => dataset.sample !== null && dataset.structure === "cell");
  if (sample === undefined) throw new Error("There is no cell sample.");
  await page.goto(`/datasets/${sample.id}/train`, { waitUntil: "networkidle" });
  await page.getByRole("group", { name: "Metrics" }).getByRole("button").first().click();
  await page.getByRole("combobox", { name: "Predictor kind" }).selectOption("module-gp");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("link", { name: "See what matters" }).click({ timeout: 120_000 });

  // The tour is entered, walked and left without a mouse.
  await page.getByRole("button", { name: "Guided tour" }).press("Enter");
  await page.getByRole("button", { name: "Next" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^2 of 9/ })).toBeFocused();
  await expect(page).toHaveURL(/tour=2/);
  await page.getByRole("button", { name: "Leave the tour" }).press("Enter");
  await expect(page).not.toHaveURL(/tour=/);

  // Tabs by arrow keys; the figure is one tab stop with arrows inside.
  await page.getByRole("tab", { name: "Features" }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Positions" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  const cell = page.getByRole("tabpanel").locator("[data-cell][tabindex='0']");
  await cell.waitFor({ timeout: 60_000 });
  await cell.press("ArrowRight");
  await expect(page.getByRole("tooltip")).toContainText("synergy");
  await page.keyboard.press("Enter");
  const selection = page.getByRole("group", { name: "Selected in all figures" });
  await expect(selection).toContainText("module");

  // What is selected stays so in every figure, and in a copied address.
  await page.getByRole("tab", { name: "Operations" }).click();
  const point = page.getByRole("group", { name: "Map of operations" }).getByRole("button").first();
  await point.press("Enter");
  await expect(selection).toContainText("operation");
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(selection).toContainText("module");
  await expect(selection).toContainText("operation");
  await expect(point).toHaveAttribute("aria-pressed", "true");

  // The rectangle by numbers, and the table that says the same as the picture.
  await page.getByRole("tab", { name: "In common" }).click();
  const least = page.getByRole("spinbutton", { name: /^Smallest / }).first();
  await least.fill("0.5");
  await least.press("Enter");
  await expect(page.getByText(/chosen of .* measured ones/)).toBeVisible();
  // The scatter above has a table, too.
  await page.getByText("As a table").last().click();
  await expect(page.getByRole("columnheader", { name: "of the chosen" })).toBeVisible();
});
