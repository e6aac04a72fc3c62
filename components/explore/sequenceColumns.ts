import type { SearchSpace } from "@/lib/core/searchSpace";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { Node } from "@/lib/core/architecture";
import { labelWidth, stripCellWidth } from "@/lib/figures/gridLayout";
import type { RankedModule } from "@/lib/figures/sequenceRanking";
import { moduleLayers } from "./moduleWords";

export const BAR_WIDTH = 150;

/** Widths shared by the head and all rows of a list, so that columns align whatever is in sight. */
export type SequenceColumns = {
  readonly cellWidth: number;
  /** Layers are named where modules do not simply fill their unit from its first layer. */
  readonly hasLayers: boolean;
  readonly style: React.CSSProperties;
};

export function sequenceColumns(
  space: SearchSpace,
  ranked: readonly RankedModule[],
  paint: (node: Node) => OperationPaint,
): SequenceColumns {
  let numNodes = 1;
  const labels = new Set<string>();
  const layers = new Set<string>();
  for (const { evidence } of ranked) {
    numNodes = Math.max(numNodes, evidence.nodes.length);
    for (const node of evidence.nodes) labels.add(paint(node).label);
    layers.add(moduleLayers(space, evidence));
  }
  const cellWidth = stripCellWidth([...labels]);
  const hasLayers = [...layers].some((text) => text !== "");
  const layersColumn = hasLayers ? ` ${labelWidth([...layers])}px` : "";
  const style = {
    gridTemplateColumns: `4.5rem ${numNodes * cellWidth}px${layersColumn} 4.5rem ${BAR_WIDTH}px 4rem`,
  };
  return { cellWidth, hasLayers, style };
}
