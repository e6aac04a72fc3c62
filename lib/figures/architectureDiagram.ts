import type { Architecture } from "../core/architecture";
import type { Diagram } from "../core/export/svg";
import { layerName, type SearchSpace } from "../core/searchSpace";
import { graphLayout, NODE_HEIGHT } from "./graphLayout";
import { operationPalette } from "./operationPalette";

/** An architecture laid out as in Explore and painted in the colours of its operations, ready to be written as SVG. */
export function architectureDiagram(space: SearchSpace, architecture: Architecture): Diagram {
  const layout = graphLayout(space, architecture);
  const paint = operationPalette(space);
  return {
    width: layout.width,
    height: layout.height,
    boxes: layout.nodes.map(({ x, y, unitIndex, layerIndex }) => {
      const unit = space.units[unitIndex];
      return {
        x,
        y,
        width: layout.nodeWidth,
        height: NODE_HEIGHT,
        place: unit === undefined ? "" : layerName(unit, layerIndex),
        ...paint(architecture.units[unitIndex]?.[layerIndex] ?? []),
      };
    }),
    arrows: layout.edges.map(({ path, tip }) => ({ path, tip })),
    labels: layout.unitLabels.map(({ x, y, unitIndex }) => ({
      x,
      y,
      text: space.units[unitIndex]?.name ?? "",
    })),
  };
}
