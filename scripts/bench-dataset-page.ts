/**
 * `npm run bench:dataset-page [-- ROWS]`: stores a CSV of ROWS (100,000) made-up architectures on the production
 * server, opens its page in Chromium, and prints how long until it can be used, how long frames last while the table
 * is scrolled and the scatter is hovered, and how soon sorting, filtering and another axis are answered. Also the
 * Pareto front of as many and of twice as many points. The app must be built.
 */
import { chromium, expect, type Page } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UploadResult } from "../lib/api/contracts";
import { paretoFront } from "../lib/core/pareto";
import { seededRandom } from "../lib/core/random";
import { answerTime, framesOf, hoverScatter, openDatasetPage, scrollTable } from "./bench/datasetPage";
import { writeTable } from "./bench/madeUpTable";
import { send, startServer } from "./bench/productionServer";
import { findChromium } from "./lib/chromium.mjs";

const NUM_FRAMES = 300;
/** Opened several times: the first visit also compiles the scripts. */
const NUM_VISITS = 3;

const tell = (what: string, value: string): void => console.log(`${what.padEnd(36)}${value}`);

async function store(address: string, path: string): Promise<string> {
  const { status, text } = await send(address, path, "").answer;
  const { id } = JSON.parse(text) as UploadResult;
  if (status !== 201 || id === null)
    throw new Error(`The table was not stored: ${status} ${text.slice(0, 200)}`);
  return id;
}

async function measurePage(page: Page, address: string): Promise<void> {
  const visits: string[] = [];
  let numRowsOnPage = 0;
  for (let visit = 0; visit < NUM_VISITS; visit++) {
    const opened = await openDatasetPage(page, address);
    visits.push(`${opened.seconds.toFixed(2)} s`);
    ({ numRowsOnPage } = opened);
  }
  tell("usable after", visits.join(", "));
  tell("rows of the table on the page", String(numRowsOnPage));
  const moves = {
    "a frame of scrolling the table": scrollTable,
    "a frame of hovering the scatter": hoverScatter,
  };
  for (const [what, move] of Object.entries(moves)) {
    const { median, p95, longest } = framesOf(await move(page, NUM_FRAMES));
    tell(what, `median ${median.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
  }
  const grid = page.getByRole("grid", { name: "Architectures" });
  const shown = page.getByRole("status").first();
  const whole = await shown.innerText();
  const answers = {
    "sorting by a metric": await answerTime(
      page,
      () => grid.getByRole("button", { name: "latency" }).click(),
      () => grid.locator("[aria-sort=ascending]").waitFor(),
    ),
    "filtering by an operation": await answerTime(
      page,
      () => page.getByRole("searchbox").fill("3:e6_k7"),
      () => expect(shown).not.toHaveText(whole),
    ),
    "showing all again": await answerTime(
      page,
      () => page.getByRole("button", { name: "Show all" }).click(),
      () => expect(shown).toHaveText(whole),
    ),
  };
  for (const [what, milliseconds] of Object.entries(answers)) tell(what, `${Math.round(milliseconds)} ms`);
}

function measureFront(numPoints: number): void {
  const random = seededRandom(1);
  const column = () => Float64Array.from({ length: numPoints }, random);
  const [x, y] = [column(), column()];
  const start = performance.now();
  const front = paretoFront(x, y, { x: "min", y: "max" });
  tell(
    `Pareto front of ${numPoints.toLocaleString("en")} points`,
    `${Math.round(performance.now() - start)} ms, ${front.length} on it`,
  );
}

async function bench(numRows: number): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium to measure the page in.");
  const folder = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const path = join(folder, "table.csv");
    await writeTable(path, numRows);
    const server = await startServer(folder, 2_000);
    try {
      const id = await store(server.address, path);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(120_000);
      await measurePage(page, `${server.address}/datasets/${id}/data`);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  for (const numPoints of [numRows, 2 * numRows]) measureFront(numPoints);
}

await bench(Number(process.argv[2] ?? 100_000));
