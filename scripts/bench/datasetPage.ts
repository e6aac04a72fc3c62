/** What the dataset page is asked to do while its frames are timed; runs in Chromium. */
import type { Page } from "@playwright/test";

/** Times between frames, in milliseconds. */
export type Frames = { readonly median: number; readonly p95: number; readonly longest: number };

export const framesOf = (milliseconds: readonly number[]): Frames => {
  const ascending = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
};

export type Opened = {
  /** Seconds from the request of the address until a row of the table can be clicked and points are drawn. */
  readonly seconds: number;
  readonly numRowsOnPage: number;
};

/** Opens the page of a dataset and waits for its table and its scatter. */
export async function openDatasetPage(page: Page, address: string): Promise<Opened> {
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("grid", { name: "Architectures" }).getByRole("row").nth(1).waitFor();
  await page.waitForFunction(() => {
    const canvas = document.querySelector("canvas");
    // A small copy is looked at: reading every pixel would take longer than the page does.
    const copy = new OffscreenCanvas(16, 16).getContext("2d");
    if (canvas === null || canvas.width === 0 || copy === null) return false;
    copy.drawImage(canvas, 0, 0, 16, 16);
    return copy.getImageData(0, 0, 16, 16).data.some((value) => value !== 0);
  });
  const seconds = (performance.now() - start) / 1000;
  return { seconds, numRowsOnPage: await page.getByRole("grid").getByRole("row").count() };
}

/** Scrolls the table by a screen a frame, far faster than a hand does. */
export const scrollTable = (page: Page, numFrames: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const grid = document.querySelector("[role=grid]");
    if (grid === null) throw new Error("There is no table.");
    const times: number[] = [];
    let last = await new Promise<number>((done) => requestAnimationFrame(done));
    for (let frame = 0; frame < wanted; frame++) {
      grid.scrollTop += grid.clientHeight;
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return times;
  }, numFrames);

/** Moves the pointer over the scatter, a new place a frame. */
export const hoverScatter = (page: Page, numFrames: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const plot = document.querySelector("canvas + svg rect.cursor-crosshair");
    if (plot === null) throw new Error("There is no scatter.");
    const { left, top, width, height } = plot.getBoundingClientRect();
    const times: number[] = [];
    let last = await new Promise<number>((done) => requestAnimationFrame(done));
    for (let frame = 0; frame < wanted; frame++) {
      const turn = (frame / wanted) * 40;
      const clientX = left + width * (0.5 + 0.45 * Math.sin(turn));
      const clientY = top + height * (0.5 + 0.45 * Math.cos(turn * 1.3));
      plot.dispatchEvent(
        new PointerEvent("pointermove", { bubbles: true, clientX, clientY, pointerType: "mouse" }),
      );
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return times;
  }, numFrames);

/**
 * Does something and waits until the page has drawn what follows from it.
 * @param sign what the page says once it is done
 * @returns milliseconds
 */
export async function answerTime(
  page: Page,
  act: () => Promise<void>,
  sign: () => Promise<void>,
): Promise<number> {
  const start = performance.now();
  await act();
  await sign();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return performance.now() - start;
}
