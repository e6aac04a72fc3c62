"use client";

import { useMemo } from "react";
import type { Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { operationLabel, type SearchSpace } from "@/lib/core/searchSpace";
import { divergingScale } from "@/lib/figures/colourScale";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { formatCount } from "@/lib/figures/format";
import { gridLayout, labelWidth } from "@/lib/figures/gridLayout";
import type { PairCell, PairMatrix, PairPlace } from "@/lib/figures/modules/pairMatrix";
import { ColourLegend, MarksLegend } from "../ColourLegend";
import { FigureFrame } from "../FigureFrame";
import { Heatmap } from "../Heatmap";
import type { HeatmapMark } from "../HeatmapCell";
import { SynergyLegend } from "../split/SynergyLegend";
import { formatSynergy, SYNERGY_SIGNS } from "../split/synergyWords";

type PairHeatmapProps = {
  space: SearchSpace;
  place: PairPlace;
  operations: readonly Node[];
  matrix: PairMatrix;
  scoreUnit: string;
  selectedKey?: string | null;
  isLinked?: (module: Module) => boolean;
  onPick?: (module: Module) => void;
};

type PairMark = HeatmapMark & { readonly cell: PairCell };

/** Operation at a place x operation at the next: one hop. */
export function PairHeatmap(props: PairHeatmapProps) {
  const { space, place, operations, matrix, scoreUnit, selectedKey, isLinked, onPick } = props;
  const scale = useMemo(() => divergingScale(matrix.cells.map(({ effect }) => effect)), [matrix]);
  const labels = useMemo(() => operations.map((node) => operationLabel(space, node)), [operations, space]);
  const marks = useMemo(
    () =>
      matrix.cells.map((cell): PairMark => {
        const name = `${labels[cell.rowIndex]} then ${labels[cell.columnIndex]}`;
        const support = formatCount(cell.evidence.support, "labelled architecture");
        const sure = cell.synergy?.sure ?? null;
        return {
          key: cell.key,
          cell,
          rowIndex: cell.rowIndex,
          columnIndex: cell.columnIndex,
          fill: scale.colour(cell.effect),
          ink: scale.ink(cell.effect),
          text: "",
          ...(sure === null ? {} : { corner: SYNERGY_SIGNS[sure] }),
          label: `${name}: score ${formatScore(cell.evidence)}, synergy ${formatSynergy(cell.synergy)}, held by ${support}`,
          tooltip: {
            title: name,
            lines: [
              ["score (90 % interval)", formatScore(cell.evidence)],
              ["against the mean of the pairs", formatEffect(cell.effect)],
              ["synergy (90 % interval)", formatSynergy(cell.synergy)],
              ["held by", support],
            ],
          },
          unseen: cell.unseen,
          uncertain: cell.uncertain,
        };
      }),
    [matrix, labels, scale],
  );
  const unit = space.units[place.unitIndex]?.name ?? "";
  const layout = gridLayout({
    groupSizes: [operations.length],
    numRows: operations.length,
    cellWidth: Math.max(34, Math.min(90, labelWidth(labels, 11) + 10)),
    cellHeight: 26,
    left: labelWidth(labels) + 16,
    top: 42,
  });
  return (
    <FigureFrame
      fileName="pairs.svg"
      legend={
        <>
          <ColourLegend scale={scale} label={`Score minus the mean of these pairs, in ${scoreUnit}`} />
          <MarksLegend mean="the mean of these pairs" />
          <SynergyLegend />
        </>
      }
      table={() => ({
        caption: `Pairs of ${unit}, ${place.label}, in ${scoreUnit}`,
        columns: ["first", "second", "score", "against the mean", "synergy", "held by"],
        rows: marks.map(({ cell }) => [
          labels[cell.rowIndex] ?? "",
          labels[cell.columnIndex] ?? "",
          formatScore(cell.evidence),
          formatEffect(cell.effect),
          formatSynergy(cell.synergy),
          String(cell.evidence.support),
        ]),
      })}
    >
      <Heatmap<PairMark>
        label={`Score of every pair of operations in ${unit}, ${place.label}`}
        layout={layout}
        rowLabels={labels}
        columnLabels={labels}
        groupLabels={["then, at the next place:"]}
        marks={marks}
        selectedKey={selectedKey}
        isLinked={isLinked && ((mark) => isLinked(mark.cell.module))}
        onPick={onPick && ((mark) => onPick(mark.cell.module))}
      />
    </FigureFrame>
  );
}
