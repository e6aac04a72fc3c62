/**
 * Speed of training and scoring on every backend of Node and of Chromium:
 * `npm run bench -- [file.json] [epochs at most] [learning rate]`. Node's seconds are the processor's, since other
 * work on the machine stretches the wall's; a page has only the wall's.
 */
import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { measure, type Measured, type Plan } from "./bench/measure";
import type { BenchPage } from "./bench/page";
import type { BenchFile } from "./bench/problem";
import { findChromium } from "./lib/chromium.mjs";
import { bundleForPage, servePage } from "./lib/pageBundle.mjs";

const [path = "../shared/reference/datasets/ofa_mbv3_pseudo.json", epochs = "60", learningRate = "0.002"] =
  process.argv.slice(2);
const text = readFileSync(path, "utf8");

const plan = (backend: Plan["backend"], rows: number, most = Number(epochs)): Plan => ({
  backend,
  rows,
  epochs: most,
  learningRate: Number(learningRate),
});
const ALL = Number.POSITIVE_INFINITY;
/** Some twenty times slower, or without a graphics processor: a few epochs on a tenth of the rows say enough. */
const FEW = 300;

const tell = (place: string, { backend, rows }: Plan, measured: Measured): void =>
  console.log(
    JSON.stringify({
      place,
      backend,
      rows: rows === ALL ? "all" : rows,
      ...Object.fromEntries(
        Object.entries(measured).map(([name, value]) => [
          name,
          value === null ? null : Number(value.toPrecision(4)),
        ]),
      ),
    }),
  );

async function inNode(): Promise<void> {
  const cpuSeconds = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const file = JSON.parse(text) as BenchFile;
  for (const one of [plan("wasm", ALL), plan("cpu", FEW, 2)])
    tell("Node", one, await measure(file, one, cpuSeconds));
}

declare const bench: BenchPage;

async function inChromium(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error("There is no Chromium: its backends are not measured.");
    return;
  }
  const script = await bundleForPage("scripts/bench/page.ts");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    for (const one of [plan("webgl", FEW, 2), plan("wasm", ALL)]) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await servePage(page, script, (name) => (name === "file.json" ? text : null));
      // JSON has no infinity.
      const asked = { ...one, rows: Math.min(one.rows, Number.MAX_SAFE_INTEGER) };
      tell("Chromium", one, await page.evaluate((wanted) => bench(wanted), asked));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

await inNode();
await inChromium();
