"use client";

import { useMemo, useState } from "react";
import { Panel } from "@/components/ui/Panel";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { paretoFront } from "@/lib/core/pareto";
import { formatCount } from "@/lib/figures/format";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { AxisChoice } from "./AxisChoice";
import { PointReadout } from "./PointReadout";
import { ScatterPlot } from "./ScatterPlot";
import type { DataView } from "./useDataView";
import type { Rows } from "./useRows";

type ScatterPanelProps = {
  architectures: readonly EvaluatedArchitecture[];
  metrics: readonly Metric[];
  rows: Rows;
  view: DataView;
  paint: (node: Node) => OperationPaint;
  selectedIndex: number | null;
  onSelect: (index: number) => void;
};

const NONE = new Float64Array();

/** Any metric against any other: which architectures does no other beat in both? */
export function ScatterPanel(props: ScatterPanelProps) {
  const { architectures, metrics, rows, view, paint, selectedIndex, onSelect } = props;
  const { axes, goals } = view;
  const [hovered, setHovered] = useState<number | null>(null);
  const x = rows.index.metrics[axes.x] ?? NONE;
  const y = rows.index.metrics[axes.y] ?? NONE;
  const goalX = goals[axes.x] ?? "max";
  const goalY = goals[axes.y] ?? "max";
  const front = useMemo(
    () => paretoFront(only(x, rows.shown), y, { x: goalX, y: goalY }),
    [x, y, rows.shown, goalX, goalY],
  );
  const metricX = metrics[axes.x];
  const metricY = metrics[axes.y];
  if (metricX === undefined || metricY === undefined) return null;
  const pointed = hovered ?? selectedIndex;
  return (
    <Panel
      title="Which are the best trade-offs?"
      lead="No other architecture beats those on the line (the Pareto front) in both metrics. Drag a rectangle to keep its rows, click a point to select it."
    >
      <div className="space-y-2">
        <AxisChoice axis="y" metrics={metrics} view={view} />
        <AxisChoice axis="x" metrics={metrics} view={view} />
        <ScatterPlot
          x={x}
          y={y}
          metricX={metricX}
          metricY={metricY}
          shown={rows.shown}
          front={front}
          hovered={hovered}
          selected={selectedIndex}
          onHover={setHovered}
          onSelect={onSelect}
          onKeep={(from, to) =>
            view.setRanges([
              { metricIndex: axes.x, low: from.x, high: to.x },
              { metricIndex: axes.y, low: from.y, high: to.y },
            ])
          }
        />
        <p className="text-xs text-muted">
          <Mark look="accent" /> shown in the table <Mark look="faint" /> filtered out <Mark look="front" />{" "}
          Pareto front of the shown rows: {formatCount(front.length, "architecture")}
        </p>
        <PointReadout
          architecture={pointed === null ? undefined : architectures[pointed]}
          metricX={metricX}
          metricY={metricY}
          valueX={pointed === null ? NaN : (x[pointed] ?? NaN)}
          valueY={pointed === null ? NaN : (y[pointed] ?? NaN)}
          paint={paint}
        />
      </div>
    </Panel>
  );
}

/** The column with every other row taken out. */
function only(column: Float64Array, rows: Uint32Array): Float64Array {
  const kept = new Float64Array(column.length).fill(NaN);
  for (const row of rows) kept[row] = column[row] ?? NaN;
  return kept;
}

const MARKS = {
  accent: "bg-accent rounded-full",
  faint: "bg-line-strong opacity-50 rounded-full",
  front: "border-2 border-ink bg-transparent rounded-full",
} as const;

const Mark = ({ look }: { look: keyof typeof MARKS }) => (
  <span aria-hidden="true" className={`ml-2 inline-block size-2.5 first:ml-0 ${MARKS[look]}`} />
);
