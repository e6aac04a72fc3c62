/** Pages that need no predictor have no fault that axe finds, in both themes. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { DatasetSummary } from "@/lib/api/contracts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`home, import, data and train have no accessibility faults (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const datasets = (await (await page.request.get("/api/datasets")).json()) as DatasetSummary[];
    const sample = datasets.find(({ structure }) => structure === "cell");
    for (const path of ["/", "/import", `/datasets/${sample?.id}/data`, `/datasets/${sample?.id}/train`]) {
      await page.goto(path, { waitUntil: "networkidle" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  });
}
