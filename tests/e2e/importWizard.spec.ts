/** A file is corrected while it is imported, edited once it is stored, and joined by a second one. */
import { expect, test, type Page } from "@playwright/test";
import { faults } from "./faults";

const rows = [
  "id,u1,u2,accuracy,remark",
  "a,e3k3,e3k5,70.0,first",
  "b,e3k3,e3k5,71.0,again",
  "c,e6k3 e3k3,e3k3,72.5,",
  "d,e6k7,e6k5,73.0,",
  "e,e6k7,e6k5,fast,",
];
const fileOf = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\n")}\n`),
});
const choose = (page: Page, name: string, lines: readonly string[]) =>
  page.locator("input[type=file]").setInputFiles(fileOf(name, lines));
const legal = (page: Page, of: string, value: string) =>
  page.getByRole("group", { name: `Legal values: ${of}` }).getByRole("button", { name: value, exact: true });

test("what was recognised can be corrected, and the account of rows follows at once", async ({ page }) => {
  await page.goto("/import", { waitUntil: "networkidle" });
  await choose(page, "wizard.csv", rows);
  const account = page.getByRole("region", { name: "3. Store" });
  await expect(account).toContainText("5 rows read = 4 to store + 0 merged + 1 rejected.");
  await page.getByRole("radio", { name: /^Average/ }).check();
  await expect(account).toContainText("5 rows read = 3 to store + 1 merged + 1 rejected.");
  await page.getByRole("heading", { name: "Search space" }).click();
  await legal(page, "kernel", "7").click();
  await expect(page.getByText("1 row does not fit the search space as you changed it")).toBeVisible();
  await legal(page, "kernel", "7").click();
  await expect(page.getByText("Every row still fits the search space as you changed it.")).toBeVisible();
  await page.getByRole("heading", { name: "Columns" }).click();
  await page.getByLabel("Goal of accuracy").selectOption("min");
  expect(await faults(page, "import")).toEqual([]);
});

test("two clicks store a clean file; then it is edited and joined by a second one", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await choose(page, "two-clicks.csv", rows.slice(0, 5));
  await page.getByRole("button", { name: "Store dataset" }).click();
  await page.waitForURL(/\/datasets\/[^/]+\/data/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("4 architectures of 2 units");

  await page.getByRole("link", { name: "Edit space and metrics" }).click();
  await legal(page, "layers of unit 1", "2").click();
  await expect(page.getByText("Changed, not stored yet. 3 rows fit.")).toBeVisible();
  expect(await faults(page, "edit")).toEqual([]);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3 architectures of 2 units");

  await page.getByRole("link", { name: "Add rows or metrics" }).click();
  await choose(page, "second.csv", ["u1,u2,latency_ms", "e3k3,e3k5,12", "e6k7,e6k5,19", "e3k7,e6k5,17"]);
  await expect(page.getByRole("region", { name: "1. Check" })).toContainText("1 new metric: latency_ms.");
  expect(await faults(page, "join")).toEqual([]);
  await page.getByRole("button", { name: "Join the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("4 architectures of 2 units");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 metrics");
});
