/** Where Chromium draws in software, training runs on WebAssembly by itself and on WebGL when asked for. */
import { expect, test } from "@playwright/test";
import { isSoftwareRenderer } from "@/lib/predictor/backendRenderer";
import { bundleForPage, servePage } from "../../scripts/lib/pageBundle.mjs";
import type { GoldenPage } from "../golden/page";

declare const golden: GoldenPage;

test("the backend is chosen by what draws", async ({ page }) => {
  await servePage(page, await bundleForPage("tests/golden/page.ts"));
  const renderer = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("webgl2");
    const unmasked = context?.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
    return String(context?.getParameter(unmasked ?? WebGL2RenderingContext.RENDERER) ?? "");
  });
  console.info(`WebGL's renderer: ${renderer}`);
  expect(await page.evaluate(() => golden.start("automatic"))).toEqual(
    isSoftwareRenderer(renderer)
      ? {
          backend: "wasm",
          note: "This browser draws without a graphics card, so training runs on WebAssembly, which is faster here.",
        }
      : { backend: "webgl", note: null },
  );
  expect(await page.evaluate(() => golden.start("webgl"))).toEqual({ backend: "webgl", note: null });
});
