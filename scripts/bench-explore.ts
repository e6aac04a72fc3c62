/**
 * `npm run bench:explore [-- ROWS]`: stores ROWS (20,000) made-up architectures of five units on the production server
 * with a predictor fitted to 100 of them, opens Explore in Chromium, and prints how soon its largest figures answer
 * hovering and selecting: all ranked modules (36,855), their box plots, and the scatter of all rows. From the mouse event
 * to the painted frame; the median should be 50 ms at most. The app must be built.
 */
import { chromium, type Page } from "@playwright/test";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { UploadResult } from "../lib/api/contracts";
import { framesOf } from "./bench/datasetPage";
import { middlesOf, placesIn, timed, type Place, type Sign } from "./bench/explorePage";
import { writeTable } from "./bench/madeUpTable";
import { send, startServer } from "./bench/productionServer";
import { findChromium } from "./lib/chromium.mjs";

const BUDGET_MS = 50;
const NUM_TIMES = 60;
const NUM_BRUSHES = 12;
/** Marks that are hovered and selected in turn. */
const NUM_PLACES = 12;
const NUM_LABELLED = 100;

const TOOLTIP: Sign = { event: "pointermove", selector: "[role=tooltip]" };
const SELECTED: Sign = { event: "pointerup", selector: "[aria-label='Selected in all figures']" };
const READOUT: Sign = { event: "pointermove", selector: "[data-readout]" };
const FOUND: Sign = { event: "pointerup", selector: "[data-found]" };

const tell = (what: string, value: string): void => console.log(`${what.padEnd(48)}${value}`);

function tellTimes(what: string, milliseconds: readonly number[]): void {
  const { median, p95, longest } = framesOf(milliseconds);
  const verdict = median <= BUDGET_MS ? "within" : "OVER";
  tell(
    what,
    `median ${median.toFixed(1)} ms (${verdict} ${BUDGET_MS}), 95 % ${p95.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, ${milliseconds.length} times`,
  );
}

/** Does the same at each place; places where nothing new is under the pointer are left out beforehand. */
async function timesAt(
  page: Page,
  places: readonly Place[],
  sign: Sign,
  act: (place: Place) => Promise<void>,
) {
  const times: number[] = [];
  for (const place of places) times.push(await timed(page, sign, () => act(place)));
  return times;
}

const repeated = (places: readonly Place[], count: number): Place[] =>
  Array.from({ length: count }, (_, index) => places[index % places.length]).flatMap((place) => place ?? []);

/** Places that each show another text: one module may be drawn in two places. */
async function tellingPlaces(page: Page, places: readonly Place[], selector: string): Promise<Place[]> {
  const found = new Map<string, Place>();
  for (const place of places) {
    await page.mouse.move(place.x, place.y);
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    const text = await page.locator(selector).innerText();
    if (!found.has(text)) found.set(text, place);
  }
  return [...found.values()].slice(0, NUM_PLACES);
}

async function hoverAndSelect(
  page: Page,
  name: string,
  selector: string,
  signs: { hover: Sign; select: Sign },
) {
  const middles = await tellingPlaces(page, await middlesOf(page, selector, 40), signs.hover.selector);
  if (middles.length < 2) throw new Error(`${name}: fewer than two marks are in sight.`);
  const places = repeated(middles, NUM_TIMES);
  await page.mouse.move(2, 2);
  tellTimes(
    `hovering ${name}`,
    await timesAt(page, places, signs.hover, ({ x, y }) => page.mouse.move(x, y)),
  );
  const click = async ({ x, y }: Place) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  };
  tellTimes(`selecting ${name}`, await timesAt(page, places, signs.select, click));
}

async function measureModules(page: Page, address: string): Promise<void> {
  await page.goto(`${address}&lens=sequences&unit=0`);
  await page.locator("[role=option]").first().waitFor({ timeout: 600_000 });
  tell("ranked modules", await page.getByText(/modules, all that the space allows/).innerText());
  await hoverAndSelect(page, "a ranked module", "[role=option]", { hover: TOOLTIP, select: SELECTED });

  await page.goto(`${address}&lens=spread`);
  await page.locator("[data-row]").first().waitFor({ timeout: 600_000 });
  await page.locator("[data-row]").first().scrollIntoViewIfNeeded();
  await hoverAndSelect(page, "a box of all modules", "[data-row]", {
    hover: TOOLTIP,
    select: SELECTED,
  });
}

async function measureScatter(page: Page, address: string): Promise<void> {
  await page.goto(`${address}&lens=common`);
  await page.locator("[data-plot]").waitFor();
  await page.locator("[data-plot]").scrollIntoViewIfNeeded();
  tell(
    "points of the scatter",
    (await page.getByRole("img", { name: / points?, / }).getAttribute("aria-label")) ?? "",
  );
  const places = await placesIn(page, "[data-plot]", NUM_TIMES);
  tellTimes(
    "hovering a point of the scatter",
    await timesAt(page, places, READOUT, ({ x, y }) => page.mouse.move(x, y)),
  );
  const click = async ({ x, y }: Place) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  };
  tellTimes("selecting a point of the scatter", await timesAt(page, places, SELECTED, click));
  const drag = async ({ x, y }: Place) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30);
    // Not always as large: the count that is said must be another one.
    await page.mouse.move(x + 60 + (x % 50), y + 40 + (y % 30));
    await page.mouse.up();
  };
  tellTimes(
    "brushing: what the chosen have in common",
    await timesAt(page, places.slice(0, NUM_BRUSHES), FOUND, drag),
  );
}

/** A predictor of the first kind that is fitted in a second: what it says does not matter here. */
async function fitPredictor(table: string, out: string): Promise<unknown> {
  const given = ["--target", "top_1", "--rows", String(NUM_LABELLED), "--kind", "module-gp", "--out", out];
  await promisify(execFile)("npm", ["run", "-s", "cli", "--", "train", table, ...given]);
  return JSON.parse(await readFile(out, "utf8"));
}

async function post(address: string, path: string, body: unknown): Promise<string> {
  const response = await fetch(`${address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}

async function bench(numRows: number): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium to measure the page in.");
  const folder = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const table = join(folder, "table.csv");
    await writeTable(table, numRows);
    const file = await fitPredictor(table, join(folder, "predictor.json"));
    const server = await startServer(folder, 2_000);
    try {
      const { status, text } = await send(server.address, table, "").answer;
      const { id } = JSON.parse(text) as UploadResult;
      if (status !== 201 || id === null) throw new Error(`The table was not stored: ${status}`);
      await post(server.address, `/api/datasets/${id}/predictors`, { name: "bench", file });
      const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
      page.setDefaultTimeout(120_000);
      const address = `${server.address}/datasets/${id}/explore?`;
      await measureScatter(page, address);
      await measureModules(page, address);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await bench(Number(process.argv[2] ?? 20_000));
