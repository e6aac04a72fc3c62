import type { ScatterLayout } from "@/lib/figures/scatter";
import type { ThemeColours } from "./useThemeColours";

/**
 * Few points are drawn large and dense, many small and faint, so that a cloud shows where it is thick. Those that are
 * not shown have half the opacity.
 */
export const looksOf = (numPoints: number) =>
  numPoints > 20_000 ? { size: 2, alpha: 0.35 } : numPoints > 3_000 ? { size: 3, alpha: 0.45 } : { size: 4, alpha: 0.65 };

/**
 * Draws every point, those of `shown` in front. Squares instead of discs: a hundred thousand fit between two frames.
 * @param padding room around the plot, so that points on its edge are whole; pixels
 * @param ratio pixels of the canvas per pixel on the page
 */
export function drawPoints(
  canvas: HTMLCanvasElement,
  layout: ScatterLayout,
  shown: Uint32Array,
  colours: ThemeColours,
  padding: number,
  ratio = window.devicePixelRatio || 1,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const width = layout.width + 2 * padding;
  const height = layout.height + 2 * padding;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, padding * ratio, padding * ratio);

  const { size, alpha } = looksOf(layout.numDrawn);
  const { left, top } = layout;
  const square = (row: number) => {
    const x = left[row] ?? NaN;
    if (!Number.isNaN(x)) context.fillRect(x - size / 2, (top[row] ?? NaN) - size / 2, size, size);
  };
  if (shown.length < left.length) {
    const isShown = new Uint8Array(left.length);
    for (const row of shown) isShown[row] = 1;
    context.fillStyle = colours["line-strong"];
    context.globalAlpha = alpha * 0.5;
    for (let row = 0; row < left.length; row++) if (isShown[row] === 0) square(row);
  }
  context.fillStyle = colours.accent;
  context.globalAlpha = alpha;
  for (const row of shown) square(row);
}
