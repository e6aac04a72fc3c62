/** A training on WebGL goes on after a lost context and a reload, from IndexedDB, to the very same numbers. */
import { expect, test } from "@playwright/test";
import { bundleForPage, PAGE, servePage } from "../../scripts/lib/pageBundle.mjs";
import type { SurvivesPage } from "./survivesPage";

declare const survives: SurvivesPage;

test("a training survives a lost WebGL context and a reload", async ({ page }) => {
  await servePage(page, await bundleForPage("tests/e2e/survivesPage.ts"));
  expect(await page.evaluate(() => survives.start())).toEqual({ backend: "webgl", note: null });
  const whole = await page.evaluate(() => survives.uninterrupted());
  expect(await page.evaluate(() => survives.numTensors())).toBe(0);

  expect(await page.evaluate(() => survives.interrupted())).toBe(
    "DeviceLostError: The graphics processor was taken away from this page.",
  );

  await page.goto(PAGE);
  await page.evaluate(() => survives.start());
  const { learned, epochs } = await page.evaluate(() => survives.resumed());
  expect(epochs).toEqual([1, 2, 3, 4, 5, 6]);
  expect(learned).toBe(whole);
});
