"use client";

import { useCallback, useMemo } from "react";
import type { Module } from "@/lib/core/module";
import { divergingScale } from "@/lib/figures/colourScale";
import type { Compared, DifferenceBy } from "@/lib/figures/compare/compareScores";
import { differenceCells, type DifferenceGrid } from "@/lib/figures/compare/differenceCells";
import { isUnseen } from "@/lib/figures/evidence";
import { ColourLegend, MarksLegend } from "../ColourLegend";
import { FigureFrame } from "../FigureFrame";
import { Heatmap } from "../Heatmap";
import type { HeatmapMark } from "../HeatmapCell";
import { DIFFERENCE_UNIT, differenceLines, formatDifference } from "./differenceWords";
import type { ComparedThing } from "./comparedThings";

type DifferenceHeatmapProps = {
  grid: DifferenceGrid;
  things: readonly ComparedThing[];
  compared: readonly Compared[];
  by: DifferenceBy;
  /** Targets of the two predictors. */
  names: readonly [first: string, second: string];
  selectedKey?: string | null;
  isLinked?: (module: Module) => boolean;
  onPick?: (module: Module) => void;
};

type DifferenceMark = HeatmapMark & { readonly module: Module | null };

/** The heatmap of either predictor, drawn with the difference of both. */
export function DifferenceHeatmap(props: DifferenceHeatmapProps) {
  const { grid, things, compared, by, names, selectedKey, isLinked, onPick } = props;
  const marks = useMemo(() => differenceMarks(grid, things, compared, by), [grid, things, compared, by]);
  const scale = useMemo(() => divergingScale(marks.map(({ difference }) => difference)), [marks]);
  const painted = useMemo(
    () =>
      marks.map(({ difference, ...mark }): DifferenceMark => ({
        ...mark,
        fill: scale.colour(difference),
        ink: scale.ink(difference),
      })),
    [marks, scale],
  );
  const table = useCallback(
    () => ({
      caption: `${names[1]} (second) minus ${names[0]} (first), in ${DIFFERENCE_UNIT[by]}`,
      columns: [
        "what",
        "first score",
        "second score",
        `both in ${DIFFERENCE_UNIT[by]}`,
        "second minus first",
        "beyond the intervals",
      ],
      rows: painted.map(({ tooltip: { title, lines } }) => [title, ...lines.map(([, value]) => value)]),
    }),
    [painted, names, by],
  );
  const { places: _, ...labels } = grid;
  return (
    <FigureFrame
      fileName="difference.svg"
      table={table}
      legend={
        <>
          <ColourLegend
            scale={scale}
            label={`Second (${names[1]}) minus first (${names[0]}), in ${DIFFERENCE_UNIT[by]}`}
          />
          <MarksLegend
            outlined="in no labelled architecture of one of the two"
            hatched="the 90 % intervals of both overlap, so they need not disagree"
          />
        </>
      }
    >
      <Heatmap<DifferenceMark>
        label={`Where ${names[1]} puts it higher than ${names[0]}, or lower`}
        {...labels}
        marks={painted}
        selectedKey={selectedKey}
        isLinked={isLinked && (({ module }) => module !== null && isLinked(module))}
        onPick={onPick && (({ module }) => module !== null && onPick(module))}
      />
    </FigureFrame>
  );
}

function differenceMarks(
  grid: DifferenceGrid,
  things: readonly ComparedThing[],
  compared: readonly Compared[],
  by: DifferenceBy,
) {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  return differenceCells(grid, compared, by).flatMap((cell) => {
    const thing = byKey.get(cell.key);
    if (!thing?.second) return [];
    const evidence = [thing.first.evidence, thing.second.evidence] as const;
    const lines = differenceLines(cell.compared, cell.difference, evidence, by);
    return {
      key: cell.key,
      module: thing.module,
      difference: cell.difference,
      rowIndex: cell.rowIndex,
      columnIndex: cell.columnIndex,
      text: cell.text,
      ...(cell.text === "" ? {} : { subtext: formatDifference(cell.difference, by) }),
      label: `${thing.label}: ${lines.map(([name, value]) => `${name} ${value}`).join(", ")}`,
      tooltip: { title: thing.label, lines },
      unseen: evidence.some(isUnseen),
      uncertain: cell.compared.beyond === false,
    };
  });
}
