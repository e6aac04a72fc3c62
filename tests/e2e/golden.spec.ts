/** The reference numbers in Chromium on WebGL: the same comparisons that Node makes on WASM and plain CPU. */
import { expect, test } from "@playwright/test";
import { bundleForPage, servePage } from "../../scripts/lib/pageBundle.mjs";
import { CHECKS } from "../golden/checks";
import type { GoldenPage } from "../golden/page";
import { hasFiles, reference } from "../golden/reference";

declare const golden: GoldenPage;

test("reference numbers on WebGL", async ({ page }) => {
  const checks = CHECKS.filter((check) => !check.slowOn.includes("webgl") && hasFiles(check));
  test.skip(checks.length === 0, "Reference numbers are not beside the project (../shared).");
  await servePage(page, await bundleForPage("tests/golden/page.ts"), (path) =>
    path.startsWith("reference/") ? JSON.stringify(reference(path.slice("reference/".length))) : null,
  );
  expect(await page.evaluate(() => golden.start("webgl"))).toEqual({ backend: "webgl", note: null });
  for (const { name } of checks)
    await test.step(name, async () => {
      expect.soft(await page.evaluate((wanted) => golden.run(wanted), name), name).toEqual([]);
    });
});
