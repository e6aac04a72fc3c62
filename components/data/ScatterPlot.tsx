"use client";

import { useEffect, useMemo, useRef } from "react";
import type { Metric } from "@/lib/core/dataset";
import { formatCount } from "@/lib/figures/format";
import { frontPath, pointFinder, scatterLayout, type ScatterLayout } from "@/lib/figures/scatter";
import { metricTitle } from "./metricWords";
import { Axes, Ring } from "./ScatterMarks";
import { PlotCanvas } from "./PlotCanvas";
import { drawPoints } from "./scatterCanvas";
import { useDrag, type Drag } from "./useDrag";
import { useThemeColours } from "./useThemeColours";
import { useWidth } from "./useWidth";

const MARGIN = { left: 52, right: 10, top: 22, bottom: 40 };
const PADDING = 4;
const PLOT_HEIGHT = 250;
const HOVER_REACH = 12;
/** More rings than this run into a band that hides how the front bends. */
const MANY_ON_FRONT = 100;

type Values = { readonly x: number; readonly y: number };

type ScatterPlotProps = {
  x: Float64Array;
  y: Float64Array;
  metricX: Metric;
  metricY: Metric;
  shown: Uint32Array;
  /** Rows of the Pareto front, from the best x on. */
  front: readonly number[];
  hovered: number | null;
  selected: number | null;
  onHover: (row: number | null) => void;
  onSelect: (row: number) => void;
  /** A rectangle of values, ends included. */
  onKeep: (from: Values, to: Values) => void;
};

/** Points on a canvas, because they may be very many; axes, front and marks as SVG above it. */
export function ScatterPlot(props: ScatterPlotProps) {
  const { x, y, metricX, metricY, shown, front, hovered, selected, onHover, onSelect, onKeep } = props;
  const [box, boxWidth] = useWidth(380);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useThemeColours();
  const width = Math.max(80, boxWidth - MARGIN.left - MARGIN.right);
  const layout = useMemo(() => scatterLayout(x, y, { width, height: PLOT_HEIGHT }), [x, y, width]);
  const find = useMemo(() => pointFinder(layout, shown), [layout, shown]);
  const path = useMemo(() => frontPath(layout, front), [layout, front]);
  useEffect(() => {
    if (canvas.current) drawPoints(canvas.current, layout, shown, colours, PADDING);
  }, [layout, shown, colours]);

  const { drag, handlers } = useDrag({
    onClick: (place) => {
      const row = find(place.x, place.y, HOVER_REACH);
      if (row !== null) onSelect(row);
    },
    onDrag: (done) => onKeep(...valuesOf(layout, done)),
    onHover: (place) => onHover(place && find(place.x, place.y, HOVER_REACH)),
  });
  const height = PLOT_HEIGHT + MARGIN.top + MARGIN.bottom;
  const frontRadius = front.length > MANY_ON_FRONT ? 1 : 3;
  return (
    <div ref={box} className="relative" style={{ height }}>
      <PlotCanvas ref={canvas} margin={MARGIN} padding={PADDING} width={width} height={PLOT_HEIGHT} />
      <svg
        role="img"
        aria-label={
          `${metricTitle(metricY)} against ${metricTitle(metricX)}: ${formatCount(layout.numDrawn, "point")}, ` +
          `${front.length} on the Pareto front`
        }
        width={boxWidth}
        height={height}
        className="absolute inset-0 text-muted select-none"
      >
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          <Axes layout={layout} marginLeft={MARGIN.left} titleX={metricTitle(metricX)} titleY={metricTitle(metricY)} />
          <path d={path} fill="none" className="stroke-ink" strokeWidth={1.5} />
          {front.map((row) => (
            <Ring key={row} layout={layout} row={row} radius={frontRadius} className="stroke-ink" />
          ))}
          {selected !== null && (
            <Ring layout={layout} row={selected} radius={7} className="stroke-accent" strokeWidth={3} />
          )}
          {hovered !== null && <Ring layout={layout} row={hovered} radius={6} className="stroke-ink" />}
          {drag && <rect {...boxOf(drag, layout)} className="fill-accent/15 stroke-accent" />}
          {layout.numDrawn === 0 && (
            <text x={width / 2} y={PLOT_HEIGHT / 2} textAnchor="middle">
              No row has both metrics.
            </text>
          )}
          <rect
            width={width}
            height={PLOT_HEIGHT}
            fill="transparent"
            className="touch-pan-y cursor-crosshair"
            {...handlers}
          />
        </g>
      </svg>
    </div>
  );
}

/** The dragged rectangle inside the plot. */
function boxOf({ from, to }: Drag, { width, height }: ScatterLayout) {
  const x = Math.max(0, Math.min(from.x, to.x));
  const y = Math.max(0, Math.min(from.y, to.y));
  return {
    x,
    y,
    width: Math.min(width, Math.max(from.x, to.x)) - x,
    height: Math.min(height, Math.max(from.y, to.y)) - y,
  };
}

/** The values of its lower left and its upper right corner. */
function valuesOf(layout: ScatterLayout, drag: Drag): [Values, Values] {
  const { x, y, width, height } = boxOf(drag, layout);
  const digits = (value: number) => Number(value.toPrecision(6));
  const from = layout.valuesAt(x, y + height);
  const to = layout.valuesAt(x + width, y);
  return [
    { x: digits(from.x), y: digits(from.y) },
    { x: digits(to.x), y: digits(to.y) },
  ];
}
