"use client";

import { memo, useMemo } from "react";
import type { Module } from "@/lib/core/module";
import { encodeModule } from "@/lib/core/moduleCode";
import { layerName, type SearchSpace } from "@/lib/core/searchSpace";
import { divergingScale } from "@/lib/figures/colourScale";
import {
  SIGNIFICANT,
  type Enrichment,
  type EnrichmentCell,
  type Holdings,
} from "@/lib/figures/common/enrichment";
import { formatInteger } from "@/lib/figures/format";
import { placeGrid } from "@/lib/figures/labelledGrid";
import { ColourLegend } from "../ColourLegend";
import { FigureFrame } from "../FigureFrame";
import { Heatmap } from "../Heatmap";
import type { HeatmapMark } from "../HeatmapCell";
import { chanceWords, pointsWords, shareWords } from "./enrichmentWords";

type EnrichmentHeatmapProps = {
  space: SearchSpace;
  holdings: Holdings;
  found: Enrichment;
  selectedKey?: string | null;
  isLinked?: (module: Module) => boolean;
  onPick?: (module: Module) => void;
};

type EnrichmentMark = HeatmapMark & { readonly module: Module | null; readonly cell: EnrichmentCell };

/** Position x operation: how much more frequent among the chosen than among all. */
export const EnrichmentHeatmap = memo(function EnrichmentHeatmap(props: EnrichmentHeatmapProps) {
  const { space, holdings, found, selectedKey, isLinked, onPick } = props;
  // Percentage points, so that the legend reads like the tooltip.
  const scale = useMemo(() => divergingScale(found.cells.map(({ difference }) => 100 * difference)), [found]);
  const places = useMemo(
    () =>
      holdings.columns.map(({ unitIndex, layerIndex }) => {
        const unit = space.units[unitIndex];
        return unit === undefined ? "" : `${unit.name}, ${layerName(unit, layerIndex)}`;
      }),
    [holdings, space],
  );
  const marks = useMemo(
    () =>
      found.cells.map((cell): EnrichmentMark => {
        const place = holdings.columns[cell.columnIndex];
        const row = holdings.rows[cell.rowIndex];
        const module =
          place === undefined || row === undefined || row.operation === null
            ? null
            : { unitIndex: place.unitIndex, layers: [place.layerIndex], nodes: [row.operation] };
        const percent = 100 * cell.difference;
        const title = `${row?.label ?? ""} at ${places[cell.columnIndex] ?? ""}`;
        const lines = [
          ["of the chosen", shareWords(cell.count, found.numChosen)],
          ["of all", shareWords(cell.total, found.numAll)],
          ["difference", pointsWords(cell.difference)],
          ["by chance", chanceWords(cell.adjustedP)],
        ] as const;
        return {
          key: module === null ? `${cell.rowIndex}.${cell.columnIndex}` : encodeModule(module),
          module,
          cell,
          rowIndex: cell.rowIndex,
          columnIndex: cell.columnIndex,
          fill: scale.colour(percent),
          ink: scale.ink(percent),
          text: "",
          label: `${title}: ${lines.map(([name, value]) => `${name} ${value}`).join(", ")}`,
          tooltip: { title, lines },
          unseen: false,
          uncertain: cell.adjustedP >= SIGNIFICANT,
        };
      }),
    [found, holdings, places, scale],
  );
  const grid = placeGrid(
    space,
    holdings.columns,
    holdings.rows.map(({ label }) => label),
    24,
  );
  return (
    <FigureFrame
      fileName="in-common.svg"
      legend={
        <>
          <ColourLegend scale={scale} label="Share of the chosen minus share of all, percentage points" />
          <p className="max-w-md text-xs text-muted">
            Hatched: may be chance. Fisher&apos;s exact test, two-sided, corrected for{" "}
            {formatInteger(found.numCompared)} comparisons (Holm).
          </p>
        </>
      }
      table={() => ({
        caption: `What ${formatInteger(found.numChosen)} chosen architectures hold, beside all ${formatInteger(found.numAll)}`,
        columns: ["operation and place", "of the chosen", "of all", "difference", "by chance"],
        rows: [...marks]
          .sort((a, b) => a.cell.adjustedP - b.cell.adjustedP)
          .map(({ tooltip }) => [tooltip.title, ...tooltip.lines.map(([, value]) => value)]),
      })}
    >
      <Heatmap<EnrichmentMark>
        label="How much more frequent each operation is among the chosen than among all"
        {...grid}
        marks={marks}
        selectedKey={selectedKey}
        isLinked={isLinked && (({ module }) => module !== null && isLinked(module))}
        onPick={onPick && (({ module }) => module !== null && onPick(module))}
      />
    </FigureFrame>
  );
});
