import { drawPoints, looksOf } from "@/components/data/scatterCanvas";
import type { ThemeColours } from "@/components/data/useThemeColours";
import type { Rectangle } from "@/lib/figures/common/brushRectangle";
import { MOST_CIRCLES, scatterDrawing } from "@/lib/figures/common/scatterDrawing";
import type { ScatterLayout } from "@/lib/figures/scatter";
import { drawShapes } from "../leave/drawShapes";

/** Pixels of the picture per pixel on the page, so that it stays sharp on paper. */
const PICTURE_RATIO = 3;
const PADDING = 4;

type Shown = {
  readonly layout: ScatterLayout;
  readonly titleX: string;
  readonly titleY: string;
  readonly inside: Uint32Array;
  /** Rows that hold what is selected elsewhere. */
  readonly linked: Uint32Array;
  readonly brush: Rectangle | null;
  readonly selected: number | null;
  readonly colours: ThemeColours;
};

/** Draws the points, and in ink those that hold what is selected. */
export function paintScatter(
  canvas: HTMLCanvasElement,
  { layout, inside, linked, colours }: Pick<Shown, "layout" | "inside" | "linked" | "colours">,
  padding: number,
  ratio?: number,
): void {
  drawPoints(canvas, layout, inside, colours, padding, ratio);
  const context = canvas.getContext("2d");
  if (context === null || linked.length === 0) return;
  const { size, alpha } = looksOf(layout.numDrawn);
  context.fillStyle = colours.ink;
  context.globalAlpha = alpha;
  for (const row of linked) {
    const [x, y] = [layout.left[row] ?? NaN, layout.top[row] ?? NaN];
    if (!Number.isNaN(x)) context.fillRect(x - size / 2, y - size / 2, size, size);
  }
}

/** The scatter plot as a drawing of its own: what is on the page lies on a canvas, which no SVG holds. */
export function scatterToTake(shown: Shown): SVGSVGElement {
  const { layout, inside, linked, colours, ...rest } = shown;
  const { size, alpha } = looksOf(layout.numDrawn);
  const isInside = new Set(inside);
  const outside = [...layout.left.keys()].filter((row) => !isInside.has(row));
  const drawing = scatterDrawing({
    ...rest,
    layout,
    groups: [
      { rows: outside, fill: colours["line-strong"], opacity: alpha / 2 },
      { rows: inside, fill: colours.accent, opacity: alpha },
      { rows: linked, fill: colours.ink, opacity: alpha },
    ],
    radius: size / 2,
    picture: layout.numDrawn > MOST_CIRCLES ? { address: pictureOf(shown), padding: PADDING } : null,
    brushFill: colours.accent,
  });
  return drawShapes(drawing, colours.ink);
}

function pictureOf(shown: Shown): string {
  const canvas = document.createElement("canvas");
  paintScatter(canvas, shown, PADDING, PICTURE_RATIO);
  return canvas.toDataURL("image/png");
}
