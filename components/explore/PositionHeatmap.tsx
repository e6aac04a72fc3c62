"use client";

import { useMemo } from "react";
import type { Module } from "@/lib/core/module";
import { layerName, type SearchSpace } from "@/lib/core/searchSpace";
import { divergingScale, type ColourScale } from "@/lib/figures/colourScale";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { formatCount } from "@/lib/figures/format";
import { placeGrid } from "@/lib/figures/labelledGrid";
import type { PositionCell, PositionMatrix } from "@/lib/figures/positionMatrix";
import { ColourLegend, MarksLegend } from "./ColourLegend";
import { FigureFrame } from "./FigureFrame";
import { Heatmap } from "./Heatmap";
import type { HeatmapMark } from "./HeatmapCell";
import { Nothing } from "./Nothing";

type PositionHeatmapProps = {
  space: SearchSpace;
  matrix: PositionMatrix;
  /** What the scores measure, for the legend: `accuracy` or `units of the target`. */
  scoreUnit: string;
  /** Text of the module that is pinned or in its slot (see moduleCode). */
  selectedKey?: string | null;
  /** Modules that belong to what is selected elsewhere. */
  isLinked?: (module: Module) => boolean;
  onPick?: (module: Module) => void;
  /** Why a module cannot be picked; such cells are dimmed and say the reason. */
  disabledReason?: (module: Module) => string | undefined;
};

type PositionMark = HeatmapMark & { readonly module: Module; readonly table: readonly string[] };

/** Position x operation: a column a layer, units apart, a row an operation. */
export function PositionHeatmap(props: PositionHeatmapProps) {
  const { space, matrix, scoreUnit, selectedKey, isLinked, onPick, disabledReason } = props;
  const scale = useMemo(() => divergingScale(matrix.cells.map(({ effect }) => effect)), [matrix]);
  const marks = matrix.cells.map((cell) => {
    const reason = disabledReason?.(cell.module);
    const mark = toMark(space, matrix, cell, scale);
    return reason === undefined ? mark : { ...mark, disabledReason: reason };
  });
  const grid = placeGrid(
    space,
    matrix.columns,
    matrix.rows.map(({ label }) => label),
  );
  if (!matrix.cells.some(({ evidence }) => Number.isFinite(evidence.score)))
    return (
      <Nothing>
        The predictor gave no score for any operation alone in its place, so that nothing can be compared.
      </Nothing>
    );
  return (
    <FigureFrame
      fileName="positions.svg"
      legend={
        <>
          <ColourLegend scale={scale} label={`Score minus the unit's mean, in ${scoreUnit}`} />
          <MarksLegend mean="the unit's mean" />
        </>
      }
      table={() => ({
        caption: `Score of every operation in every place, in ${scoreUnit}`,
        columns: ["place", "operation", "score", "against the unit's mean", "held by"],
        rows: marks.map(({ table }) => table),
      })}
    >
      <Heatmap<PositionMark>
        label="Score of every operation in every place"
        {...grid}
        marks={marks}
        selectedKey={selectedKey}
        isLinked={isLinked && ((mark) => isLinked(mark.module))}
        onPick={onPick && ((mark) => onPick(mark.module))}
      />
    </FigureFrame>
  );
}

function toMark(
  space: SearchSpace,
  matrix: PositionMatrix,
  cell: PositionCell,
  scale: ColourScale,
): PositionMark {
  const unit = space.units[cell.module.unitIndex];
  const layerIndex = cell.module.layers[0] ?? 0;
  const place = unit ? `${unit.name}, ${layerName(unit, layerIndex)}` : "";
  const operation = matrix.rows[cell.rowIndex]?.label ?? "";
  const support = formatCount(cell.evidence.support, "labelled architecture");
  return {
    key: cell.key,
    module: cell.module,
    rowIndex: cell.rowIndex,
    columnIndex: cell.columnIndex,
    fill: scale.colour(cell.effect),
    ink: scale.ink(cell.effect),
    text: "",
    label: `${operation} at ${place}: score ${formatScore(cell.evidence)}, held by ${support}`,
    tooltip: {
      title: `${operation} at ${place}`,
      lines: [
        ["score (90 % interval)", formatScore(cell.evidence)],
        ["against the unit's mean", formatEffect(cell.effect)],
        ["held by", support],
      ],
    },
    table: [place, operation, formatScore(cell.evidence), formatEffect(cell.effect), support],
    unseen: cell.unseen,
    uncertain: cell.uncertain,
  };
}
