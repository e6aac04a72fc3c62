/** How soon the figures of Explore answer the mouse; runs in Chromium, with real input events. */
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** Milliseconds from the armed event until what follows from it was painted. */
    archwrightAnswer?: Promise<number>;
  }
}

/** What is waited for after an event: the text of an element changes. */
export type Sign = { readonly event: "pointermove" | "pointerup"; readonly selector: string };

/** The next such event is timed until the sign's text is another one, and painted. */
const arm = (page: Page, sign: Sign): Promise<void> =>
  page.evaluate(({ event, selector }) => {
    const before = document.querySelector(selector)?.textContent;
    window.archwrightAnswer = new Promise<number>((heard) =>
      window.addEventListener(event, ({ timeStamp }) => heard(timeStamp), { capture: true, once: true }),
    ).then(async (start) => {
      // Looked at before every frame: what has changed by then is in the frame.
      do {
        if (performance.now() - start > 20_000) throw new Error(`Nothing changed in ${selector}.`);
        await new Promise((next) => requestAnimationFrame(next));
      } while (document.querySelector(selector)?.textContent === before);
      // A message is handled after that frame is painted.
      const { port1, port2 } = new MessageChannel();
      await new Promise((painted) => {
        port1.addEventListener("message", painted, { once: true });
        port1.start();
        port2.postMessage(null);
      });
      return performance.now() - start;
    });
  }, sign);

/** Milliseconds until the page showed what an act leads to; the act must make the sign's text another one. */
export async function timed(page: Page, sign: Sign, act: () => Promise<void>): Promise<number> {
  await arm(page, sign);
  await act();
  const milliseconds = await page.evaluate(() => window.archwrightAnswer);
  if (milliseconds === undefined) throw new Error("Nothing was timed.");
  return milliseconds;
}

export type Place = { readonly x: number; readonly y: number };

/** Middles of what is drawn in sight, in the window's pixels. */
export const middlesOf = (page: Page, selector: string, most: number): Promise<Place[]> =>
  page.evaluate(
    ({ wanted, count }) =>
      [...document.querySelectorAll(wanted)]
        .map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return { x: left + Math.min(width, 120) / 2, y: top + height / 2 };
        })
        .filter(({ x, y }) => document.elementFromPoint(x, y)?.closest(wanted))
        .slice(0, count),
    { wanted: selector, count: most },
  );

/** Places spread over an element, always the same ones. */
export async function placesIn(page: Page, selector: string, count: number): Promise<Place[]> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`There is no ${selector}.`);
  return Array.from({ length: count }, (_, index) => ({
    x: box.x + box.width * (0.5 + 0.42 * Math.sin(1.7 * index)),
    y: box.y + box.height * (0.5 + 0.42 * Math.cos(2.9 * index)),
  }));
}
