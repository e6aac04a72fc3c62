import type { SearchSpace } from "../core/searchSpace";
import type { FeatureRow } from "./featureMatrix";
import { gridLayout, labelWidth, type GridLayout } from "./gridLayout";

/** A heatmap's cells as places on the page, and what stands beside and above them. */
export type LabelledGrid = {
  readonly layout: GridLayout;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly groupLabels: readonly string[];
};

const LABEL_GAP = 16;

/** A column a place (a layer, or an edge of a cell), units apart; the grid of every figure by position. Pixels. */
export function placeGrid(
  space: Pick<SearchSpace, "units">,
  columns: readonly { readonly unitIndex: number; readonly layerIndex: number }[],
  rowLabels: readonly string[],
  cellHeight = 26,
): LabelledGrid {
  const hasNames = space.units.some(({ layerNames }) => layerNames !== undefined);
  return {
    layout: gridLayout({
      groupSizes: space.units.map(
        (_, unitIndex) => columns.filter((column) => column.unitIndex === unitIndex).length,
      ),
      numRows: rowLabels.length,
      cellWidth: hasNames ? 62 : 40,
      cellHeight,
      left: labelWidth(rowLabels) + LABEL_GAP,
      top: 42,
      groupGap: 14,
    }),
    rowLabels,
    columnLabels: columns.map(
      ({ unitIndex, layerIndex }) =>
        space.units[unitIndex]?.layerNames?.[layerIndex] ?? String(layerIndex + 1),
    ),
    groupLabels: space.units.map(({ name }) => name),
  };
}

/** A row a feature, a cell one of its values. Pixels. */
export function valueGrid(rows: readonly Pick<FeatureRow, "feature" | "cells">[]): LabelledGrid {
  const rowLabels = rows.map(({ feature }) => feature);
  return {
    layout: gridLayout({
      groupSizes: [Math.max(1, ...rows.map(({ cells }) => cells.length))],
      numRows: rows.length,
      cellWidth: 84,
      cellHeight: 44,
      left: labelWidth(rowLabels) + LABEL_GAP,
      top: 24,
    }),
    rowLabels,
    columnLabels: [],
    groupLabels: ["values, smallest or first at the left"],
  };
}
