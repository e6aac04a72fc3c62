/**
 * How long a search takes on WebAssembly: `npm run bench:search -- [file.json] [kind of predictor]`. Node's seconds are
 * the processor's, since other work on the machine stretches the wall's; a page has only the wall's.
 */
import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { BenchFile } from "./bench/problem";
import { measureSearch, type SearchMeasured } from "./bench/search";
import type { BenchSearchPage } from "./bench/searchPage";
import { findChromium } from "./lib/chromium.mjs";
import { bundleForPage, servePage } from "./lib/pageBundle.mjs";

const [path = "../shared/reference/datasets/ofa_mbv3_pseudo.json", kind = "combined"] = process.argv.slice(2);
const text = readFileSync(path, "utf8");

const tell = (place: string, measured: SearchMeasured): void =>
  console.log(
    JSON.stringify({
      place,
      kind,
      ...Object.fromEntries(
        Object.entries(measured).map(([name, value]) => [
          name,
          typeof value === "number" ? Number(value.toPrecision(4)) : value,
        ]),
      ),
    }),
  );

declare const benchSearch: BenchSearchPage;

async function inChromium(executablePath: string): Promise<void> {
  const script = await bundleForPage("scripts/bench/searchPage.ts");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await servePage(page, script, (name) => (name === "file.json" ? text : null));
    tell("Chromium", await page.evaluate((wanted) => benchSearch(wanted), kind));
  } finally {
    await browser.close();
  }
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
tell("Node", await measureSearch(JSON.parse(text) as BenchFile, kind, cpuSeconds));
const executablePath = findChromium();
if (executablePath === null) console.error("There is no Chromium: its search is not measured.");
else await inChromium(executablePath);
