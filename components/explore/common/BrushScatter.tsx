"use client";

import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { metricTitle } from "@/components/data/metricWords";
import { PlotCanvas } from "@/components/data/PlotCanvas";
import { Axes, Ring } from "@/components/data/ScatterMarks";
import { useDrag } from "@/components/data/useDrag";
import { useThemeColours } from "@/components/data/useThemeColours";
import { useWidth } from "@/components/data/useWidth";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { brushRectangle, rectangleBetween } from "@/lib/figures/common/brushRectangle";
import { pointFinder, scatterLayout } from "@/lib/figures/scatter";
import { FigureFrame } from "../FigureFrame";
import type { Axis, Brush } from "./axes";
import { paintScatter, scatterToTake } from "./scatterToTake";

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
  /** Rows that hold what is selected elsewhere; none where nothing is. */
  linked: Uint32Array;
  /** Row of the selected architecture. */
  selected: number | null;
  nameOf: (row: number) => string;
  /** What is said of the row under the pointer. */
  describe: (row: number) => string;
  onBrush: (brush: Brush | null) => void;
  onSelect: (row: number) => void;
};

/** Points that a rectangle can be drawn over. Hovering redraws a ring, never the points. */
export const BrushScatter = memo(function BrushScatter(props: BrushScatterProps) {
  const { across, up, brush, inside, linked, selected, nameOf, describe, onBrush, onSelect } = props;
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
    if (canvas.current) paintScatter(canvas.current, { layout, inside, linked, colours }, PADDING);
  }, [layout, inside, linked, colours]);
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
  const rectangle = drag
    ? rectangleBetween(layout, drag.from, drag.to)
    : brush && brushRectangle(layout, brush);
  const [titleX, titleY] = [metricTitle(across.metric), metricTitle(up.metric)];
  const drawing = useCallback(
    () =>
      scatterToTake({
        layout,
        titleX,
        titleY,
        inside,
        linked,
        brush: brush && brushRectangle(layout, brush),
        selected,
        colours,
      }),
    [layout, titleX, titleY, inside, linked, brush, selected, colours],
  );
  const table = useCallback(() => {
    const isInside = new Set(inside);
    const rows = [...layout.left.keys()].filter((row) => !Number.isNaN(layout.left[row]));
    return {
      caption: `${titleY} against ${titleX}, ${formatInteger(rows.length)} architectures`,
      columns: ["architecture", titleX, titleY, "chosen"],
      rows: rows.map((row) => [
        nameOf(row),
        formatValue(across.values[row] ?? NaN),
        formatValue(up.values[row] ?? NaN),
        brush === null ? "none chosen" : isInside.has(row) ? "yes" : "no",
      ]),
    };
  }, [layout, titleX, titleY, inside, brush, nameOf, across, up]);
  return (
    <FigureFrame
      fileName="architectures.svg"
      legend={
        linked.length > 0 && (
          <p className="text-xs text-muted">
            Dark: {formatCount(linked.length, "architecture")} with what is selected
          </p>
        )
      }
      table={table}
      drawing={drawing}
    >
      <div ref={box} className="relative" style={{ height }}>
        <PlotCanvas ref={canvas} margin={MARGIN} padding={PADDING} width={width} height={PLOT_HEIGHT} />
        <svg
          role="img"
          aria-label={
            `${titleY} against ${titleX}: ${formatCount(layout.numDrawn, "point")}, ` +
            (brush === null ? "none chosen" : `${inside.length} chosen`)
          }
          width={boxWidth}
          height={height}
          className="absolute inset-0 text-muted select-none"
        >
          <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
            <Axes layout={layout} marginLeft={MARGIN.left} titleX={titleX} titleY={titleY} />
            {rectangle && <rect {...rectangle} className="fill-accent/10 stroke-accent" strokeWidth={1.5} />}
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
    </FigureFrame>
  );
});

const round = (value: number): number => Number(value.toPrecision(6));
