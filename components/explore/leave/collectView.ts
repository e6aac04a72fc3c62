import { standaloneSvg } from "../exportSvg";
import { shownFigures } from "./figureRegistry";
import type { View, ViewFigure } from "./viewHtml";

/** More rows than this make a file that no browser opens with ease. */
const MOST_ROWS = 2_000;

const XML_DECLARATION = /^<\?xml[^>]*\?>\s*/;

/** Texts of an element's lists and lines, each once, without those of its drawings. */
function notesOf(element: Element): string[] {
  const notes = [...element.querySelectorAll("figcaption, li, p")]
    .filter((note) => note.querySelector("li, p") === null)
    .map((note) => note.textContent.trim().replace(/\s+/g, " "));
  return [...new Set(notes)].filter((note) => note !== "");
}

/** Small drawings are keys of a legend, which mean nothing without the words beside them. */
const LEAST_WIDTH = 60;

const drawingsOf = (element: Element): SVGSVGElement[] =>
  [...element.querySelectorAll<SVGSVGElement>("svg")].filter(
    (svg) => Number(svg.getAttribute("width")) > LEAST_WIDTH,
  );

/** What the page shows now, read off the figures and the panels around them. */
export function collectFigures(): ViewFigure[] {
  return shownFigures().map(({ name, element, rows, drawing }) => {
    const drawings = drawing ? [drawing()] : drawingsOf(element);
    const table = rows?.() ?? null;
    return {
      name,
      drawings: drawings.map((svg) => standaloneSvg(svg).replace(XML_DECLARATION, "")),
      notes: drawing ? [] : notesOf(element),
      table: table && { ...table, rows: table.rows.slice(0, MOST_ROWS) },
    };
  });
}

/** The lines of a panel of the page: terms with what they say, and the rest as it is read. */
export function linesOf(panel: Element | null): string[] {
  if (panel === null) return [];
  const terms = [...panel.querySelectorAll("dt")].map(
    (term) => `${term.textContent.trim()}: ${partsOf(term.nextElementSibling).join(", ")}`,
  );
  if (terms.length > 0) return terms;
  const items = [...panel.querySelectorAll("p, li")].filter((item) => item.querySelector("p, li") === null);
  return items.map((item) => partsOf(item).join(" ")).filter((line) => line !== "");
}

/** Texts of the parts of an element, a note beside a number being one. */
const partsOf = (element: Element | null): string[] =>
  [...(element?.childNodes ?? [])]
    .map((node) => node.textContent?.trim() ?? "")
    .filter((text) => text !== "");

/** Colours of the theme as the browser computes them. */
export function coloursOf(element: HTMLElement): View["colours"] {
  const { backgroundColor, color } = getComputedStyle(element);
  return { canvas: backgroundColor, ink: color, line: "#8a93a0" };
}
