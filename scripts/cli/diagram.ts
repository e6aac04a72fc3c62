import type { Architecture } from "../../lib/core/architecture";
import { layerName, type SearchSpace } from "../../lib/core/searchSpace";
import { operationPalette } from "../../lib/figures/operationPalette";

const CELL = { width: 96, height: 34, gap: 6 };
const UNIT_GAP = 26;
const MARGIN = 16;
const TOP = 30;

/** The architecture as a row of labelled cells, unit after unit, as a picture of its own. */
export function diagramSvg(space: SearchSpace, architecture: Architecture): string {
  const paint = operationPalette(space);
  const parts: string[] = [];
  let x = MARGIN;
  for (const [unitIndex, unit] of architecture.units.entries()) {
    const unitSpace = space.units[unitIndex];
    parts.push(`<text x="${x}" y="${TOP - 10}" font-size="12">${escapeXml(unitSpace?.name ?? "")}</text>`);
    for (const [layerIndex, node] of unit.entries()) {
      const { fill, ink, label } = paint(node);
      const title = `${unitSpace ? layerName(unitSpace, layerIndex) : ""} ${label}`.trim();
      parts.push(
        `<g><title>${escapeXml(title)}</title>`,
        `<rect x="${x}" y="${TOP}" width="${CELL.width}" height="${CELL.height}" rx="4" fill="${fill}"/>`,
        `<text x="${x + CELL.width / 2}" y="${TOP + 22}" font-size="12" text-anchor="middle" fill="${ink}">${escapeXml(label)}</text></g>`,
      );
      x += CELL.width + CELL.gap;
    }
    x += UNIT_GAP - CELL.gap;
  }
  const width = x - UNIT_GAP + MARGIN;
  const height = TOP + CELL.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" role="img" aria-label="${escapeXml(architecture.id)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

/** Names come from files of users. */
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
