import type { ScatterLayout } from "../scatter";

type Place = { readonly x: number; readonly y: number };

/** Pixels of a plot, from its upper left corner. */
export type Rectangle = Place & { readonly width: number; readonly height: number };

/** The rectangle between two corners, cut to the plot. */
export function rectangleBetween(
  { width, height }: Pick<ScatterLayout, "width" | "height">,
  a: Place,
  b: Place,
): Rectangle {
  const within = (place: number, end: number) => Math.min(end, Math.max(0, place));
  const x = within(Math.min(a.x, b.x), width);
  const y = within(Math.min(a.y, b.y), height);
  return {
    x,
    y,
    width: within(Math.max(a.x, b.x), width) - x,
    height: within(Math.max(a.y, b.y), height) - y,
  };
}

/** Where values from a brush lie in the plot. */
export function brushRectangle(
  layout: ScatterLayout,
  brush: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): Rectangle {
  const low = layout.positionOf(brush.x[0], brush.y[0]);
  const high = layout.positionOf(brush.x[1], brush.y[1]);
  return rectangleBetween(layout, { x: low.left, y: low.top }, { x: high.left, y: high.top });
}
