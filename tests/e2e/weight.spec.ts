/** TensorFlow.js is loaded by the worker only: what the home page loads stays small. */
import { expect, test } from "@playwright/test";
import { gzipSync } from "node:zlib";

test("the home page loads less than 250 kB of compressed JavaScript", async ({ page }) => {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto("/", { waitUntil: "networkidle" });
  const numBytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  console.info(`Home page: ${Math.round(numBytes / 1000)} kB of compressed JavaScript`);
  expect(numBytes).toBeGreaterThan(50_000);
  expect(numBytes).toBeLessThan(250_000);
});
