"use client";

import { useMemo } from "react";
import type { FeatureScore } from "@/lib/predictor/predictor";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { divergingScale, type ColourScale } from "@/lib/figures/colourScale";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { featureRows, type FeatureCell, type FeatureRow } from "@/lib/figures/featureMatrix";
import { formatCount, formatValue } from "@/lib/figures/format";
import type { GridLayout } from "@/lib/figures/gridLayout";
import { valueGrid } from "@/lib/figures/labelledGrid";
import { encodeValue, type SelectedValue } from "@/lib/figures/linked";
import { ColourLegend, MarksLegend } from "./ColourLegend";
import { FigureFrame } from "./FigureFrame";
import { Heatmap } from "./Heatmap";
import type { HeatmapMark } from "./HeatmapCell";
import { Nothing } from "./Nothing";

const SPREAD_WIDTH = 150;

type FeatureHeatmapProps = {
  scores: readonly FeatureScore[];
  space: SearchSpace;
  selected?: SelectedValue | null;
  /** Values that belong to what is selected elsewhere. */
  isLinked?: (value: SelectedValue) => boolean;
  onPick?: (value: SelectedValue) => void;
};

type FeatureMark = HeatmapMark & { readonly cell: FeatureCell };

/** Feature x value: one row a feature, one cell a value, coloured by how it differs from the feature's mean. */
export function FeatureHeatmap({ scores, space, selected = null, isLinked, onPick }: FeatureHeatmapProps) {
  const rows = useMemo(() => featureRows(scores, space), [scores, space]);
  const scale = useMemo(
    () => divergingScale(rows.flatMap(({ cells }) => cells.map(({ effect }) => effect))),
    [rows],
  );
  const marks = rows.flatMap((row, rowIndex) =>
    row.cells.map((cell, columnIndex) => toMark(cell, rowIndex, columnIndex, scale)),
  );
  const { layout, ...labels } = valueGrid(rows);
  const width = layout.width + SPREAD_WIDTH;
  if (rows.length === 0)
    return (
      <Nothing>
        Every feature of this search space has one value only, so that there is no choice to compare.
      </Nothing>
    );
  return (
    <FigureFrame
      fileName="features.svg"
      legend={
        <>
          <ColourLegend scale={scale} label="Score minus the mean of the feature's values (hop-0 score)" />
          <MarksLegend mean="the feature's mean" />
        </>
      }
      table={() => ({
        caption: "Hop-0 score of every value of every feature",
        columns: ["feature", "value", "score", "against the feature's mean", "held by"],
        rows: rows.flatMap(({ feature, cells }) =>
          cells.map((cell) => [
            feature,
            String(cell.value),
            formatScore(cell),
            formatEffect(cell.effect),
            formatCount(cell.support, "labelled architecture"),
          ]),
        ),
      })}
    >
      <Heatmap<FeatureMark>
        label="Score of every value of every feature"
        layout={{ ...layout, width }}
        {...labels}
        marks={marks}
        selectedKey={selected && encodeValue(selected)}
        isLinked={isLinked && (({ cell }) => isLinked(cell))}
        onPick={onPick && (({ cell: { feature, value } }) => onPick({ feature, value }))}
      >
        <Spreads rows={rows} x={layout.width + 18} layout={layout} />
      </Heatmap>
    </FigureFrame>
  );
}

/** How much the choice matters at all: the distance between a feature's best and worst value. */
function Spreads({ rows, x, layout }: { rows: readonly FeatureRow[]; x: number; layout: GridLayout }) {
  const largest = Math.max(...rows.map(({ spread }) => spread)) || 1;
  const full = SPREAD_WIDTH - 84;
  return (
    <g fontSize={11} aria-hidden="true">
      <text x={x} y={12} fontWeight={600} fontSize={12}>
        best minus worst
      </text>
      {rows.map(({ feature, spread }, index) => {
        const middle = (layout.rowY[index] ?? 0) + layout.cellHeight / 2;
        return (
          <g key={feature}>
            <rect
              x={x}
              y={middle - 5}
              width={(spread / largest) * full}
              height={10}
              rx={2}
              className="fill-line-strong"
            />
            <text x={x + (spread / largest) * full + 6} y={middle} dominantBaseline="central">
              {formatValue(spread)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function toMark(cell: FeatureCell, rowIndex: number, columnIndex: number, scale: ColourScale): FeatureMark {
  const name = `${cell.feature} ${cell.value}`;
  return {
    key: encodeValue(cell),
    cell,
    rowIndex,
    columnIndex,
    fill: scale.colour(cell.effect),
    ink: scale.ink(cell.effect),
    text: String(cell.value),
    subtext: formatValue(cell.score),
    label: `${name}: score ${formatScore(cell)}, held by ${formatCount(cell.support, "labelled architecture")}`,
    tooltip: {
      title: name,
      lines: [
        ["score (90 % interval)", formatScore(cell)],
        ["against the feature's mean", formatEffect(cell.effect)],
        ["held by", formatCount(cell.support, "labelled architecture")],
      ],
    },
    unseen: cell.unseen,
    uncertain: cell.uncertain,
  };
}
