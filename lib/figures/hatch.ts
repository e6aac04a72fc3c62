/**
 * Diagonal lines across a rectangle as one SVG path: the mark of what is uncertain. A path, not a pattern, because
 * patterns need ids that are unique in the document and get lost in exported files.
 */
export function hatchPath(x: number, y: number, width: number, height: number, step = 6): string {
  const lines: string[] = [];
  for (let offset = step / 2; offset < width + height; offset += step) {
    // The line u + v = offset, clipped to the rectangle.
    const startU = Math.min(offset, width);
    const endU = Math.max(0, offset - height);
    lines.push(
      `M${round(x + startU)},${round(y + offset - startU)}L${round(x + endU)},${round(y + offset - endU)}`,
    );
  }
  return lines.join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;
