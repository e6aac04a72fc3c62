"use client";

import { memo, useEffect, useMemo, useRef, useState } from "react";
import { metricTitle } from "@/components/data/metricWords";
import { PlotCanvas } from "@/components/data/PlotCanvas";
import { drawPoints } from "@/components/data/scatterCanvas";
import { Axes, Ring } from "@/components/data/ScatterMarks";
import { useDrag } from "@/components/data/useDrag";
import { useThemeColours } from "@/components/data/useThemeColours";
import { useWidth } from "@/components/data/useWidth";
import { formatCount } from "@/lib/figures/format";
import { pointFinder, scatterLayout, type ScatterLayout } from "@/lib/figures/scatter";
import type { Axis, Brush } from "./axes";

const MARGIN = { left: 56, right: 14, top: 22, bottom: 40 };
const PADDING = 4;
const PLOT_HEIGHT = 260;
const HOVER_REACH = 12;

type BrushScatterProps = {
  across: Axis;
  up: Axis;
  brush: Brush | null;
  /** Rows inside the brush; all rows where there is none. */
  inside: Uint32Array;
  /** Row of the selected architecture. */
  selected: number | null;
  /** What is said of the row under the pointer. */
  describe: (row: number) => string;
  onBrush: (brush: Brush | null) => void;
  onSelect: (row: number) => void;
};

/** Points that a rectangle can be drawn over. Hovering redraws a ring, never the points. */
export const BrushScatter = memo(function BrushScatter(props: BrushScatterProps) {
  const { across, up, brush, inside, selected, describe, onBrush, onSelect } = props;
  const [box, boxWidth] = useWidth(560);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useThemeColours();
  const [hovered, setHovered] = useState<number | null>(null);
  const width = Math.max(80, boxWidth - MARGIN.left - MARGIN.right);
  const layout = useMemo(
    () => scatterLayout(across.values, up.values, { width, height: PLOT_HEIGHT }),
    [across, up, width],
  );
  const find = useMemo(
    () =>
      pointFinder(
        layout,
        Uint32Array.from({ length: layout.left.length }, (_, row) => row),
      ),
    [layout],
  );
  useEffect(() => {
    if (canvas.current) drawPoints(canvas.current, layout, inside, colours, PADDING);
  }, [layout, inside, colours]);
  const { drag, handlers } = useDrag({
    onClick: ({ x, y }) => {
      const row = find(x, y, HOVER_REACH);
      if (row === null) onBrush(null);
      else onSelect(row);
    },
    onDrag: ({ from, to }) => {
      const [low, high] = [
        layout.valuesAt(Math.min(from.x, to.x), Math.max(from.y, to.y)),
        layout.valuesAt(Math.max(from.x, to.x), Math.min(from.y, to.y)),
      ];
      onBrush({ x: [round(low.x), round(high.x)], y: [round(low.y), round(high.y)] });
    },
    onHover: (place) => setHovered(place && find(place.x, place.y, HOVER_REACH)),
  });
  const height = PLOT_HEIGHT + MARGIN.top + MARGIN.bottom;
  const dragged = drag && rectangleOf(layout, drag.from, drag.to);
  return (
    <>
      <div ref={box} className="relative" style={{ height }}>
        <PlotCanvas ref={canvas} margin={MARGIN} padding={PADDING} width={width} height={PLOT_HEIGHT} />
        <svg
          role="img"
          aria-label={
            `${metricTitle(up.metric)} against ${metricTitle(across.metric)}: ${formatCount(layout.numDrawn, "point")}, ` +
            (brush === null ? "none chosen" : `${inside.length} chosen`)
          }
          width={boxWidth}
          height={height}
          className="absolute inset-0 text-muted select-none"
        >
          <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
            <Axes
              layout={layout}
              marginLeft={MARGIN.left}
              titleX={metricTitle(across.metric)}
              titleY={metricTitle(up.metric)}
            />
            {(dragged ?? (brush && brushRectangle(layout, brush))) !== null && (
              <rect
                {...(dragged ?? brushRectangle(layout, brush))}
                className="fill-accent/10 stroke-accent"
                strokeWidth={1.5}
              />
            )}
            {selected !== null && (
              <Ring layout={layout} row={selected} radius={7} className="stroke-ink" strokeWidth={3} />
            )}
            {hovered !== null && <Ring layout={layout} row={hovered} radius={6} className="stroke-ink" />}
            <rect
              data-plot=""
              width={width}
              height={PLOT_HEIGHT}
              fill="transparent"
              className="touch-pan-y cursor-crosshair"
              {...handlers}
            />
          </g>
        </svg>
      </div>
      <p className="mt-1 min-h-5 truncate text-xs text-muted" data-readout="">
        {hovered !== null
          ? describe(hovered)
          : selected !== null
            ? `Selected: ${describe(selected)}`
            : "Point at a dot to read it, press it to select its architecture."}
      </p>
    </>
  );
});

const round = (value: number): number => Number(value.toPrecision(6));

type Place = { readonly x: number; readonly y: number };

/** The rectangle between two corners, cut to the plot. */
function rectangleOf({ width, height }: ScatterLayout, a: Place, b: Place) {
  const within = (place: number, end: number) => Math.min(end, Math.max(0, place));
  const x = within(Math.min(a.x, b.x), width);
  const y = within(Math.min(a.y, b.y), height);
  return {
    x,
    y,
    width: within(Math.max(a.x, b.x), width) - x,
    height: within(Math.max(a.y, b.y), height) - y,
  };
}

function brushRectangle(layout: ScatterLayout, brush: Brush | null) {
  if (brush === null) return null;
  const low = layout.positionOf(brush.x[0], brush.y[0]);
  const high = layout.positionOf(brush.x[1], brush.y[1]);
  return rectangleOf(layout, { x: low.left, y: low.top }, { x: high.left, y: high.top });
}
