import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Where the page lies: a name that nothing resolves, so that every request is answered by `servePage` or fails. */
export const PAGE = "http://archwright.test/";

/**
 * A TypeScript module with all it imports, as one script for a page.
 * @param {string} entry path from the project's folder
 */
export async function bundleForPage(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    format: "iife",
    platform: "browser",
    alias: { "@": root },
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * Answers a Playwright page's requests without a server: an empty page with the script, the WebAssembly files of
 * TensorFlow.js, and what `contents` has for other paths (null: not found).
 * @param {import("@playwright/test").Page} page
 * @param {string} script
 * @param {(path: string) => string | null} contents
 */
export async function servePage(page, script, contents = () => null) {
  const wasm = join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist");
  await page.route(`${PAGE}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/")
      return route.fulfill({
        contentType: "text/html",
        body: '<!doctype html><script src="/page.js"></script>',
      });
    if (path === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
    if (/^\/wasm\/[\w-]+\.wasm$/.test(path))
      return route.fulfill({
        contentType: "application/wasm",
        body: readFileSync(join(wasm, path.slice(6))),
      });
    const body = contents(decodeURIComponent(path.slice(1)));
    return body === null
      ? route.fulfill({ status: 404, body: "" })
      : route.fulfill({ contentType: "application/json", body });
  });
  await page.goto(PAGE);
}
