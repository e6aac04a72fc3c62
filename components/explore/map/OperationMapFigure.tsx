"use client";

import { useMemo } from "react";
import { useWidth } from "@/components/data/useWidth";
import type { Node } from "@/lib/core/architecture";
import { layerName, type SearchSpace } from "@/lib/core/searchSpace";
import { formatEffect } from "@/lib/figures/evidence";
import { formatCount, formatValue } from "@/lib/figures/format";
import { mapLayout, type OperationMap } from "@/lib/figures/map/operationMap";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { PositionMatrix } from "@/lib/figures/positionMatrix";
import { FigureFrame } from "../FigureFrame";
import { FigureTooltip, useTooltip } from "../FigureTooltip";

type OperationMapFigureProps = {
  space: SearchSpace;
  map: OperationMap;
  columns: PositionMatrix["columns"];
  paint: (node: Node) => OperationPaint;
  scoreUnit: string;
  selected: string | null;
  onPick: (key: string) => void;
};

const NEIGHBOURS = 3;

/** Operations in a plane: near ones score alike at every place, joined ones cannot be told apart. */
export function OperationMapFigure(props: OperationMapFigureProps) {
  const { space, map, columns, paint, scoreUnit, selected, onPick } = props;
  const [box, width] = useWidth(560);
  const layout = useMemo(() => mapLayout(map, Math.min(640, Math.max(250, width))), [map, width]);
  const tooltip = useTooltip();
  const name = (index: number) => map.operations[index]?.label ?? "";
  const placeOf = (columnIndex: number): string => {
    const column = columns[columnIndex];
    const unit = column && space.units[column.unitIndex];
    return unit ? `${unit.name}, ${layerName(unit, column.layerIndex)}` : "";
  };
  return (
    <FigureFrame
      fileName="operations.svg"
      legend={<MapLegend map={map} bar={layout.scaleBar} scoreUnit={scoreUnit} />}
      table={() => ({
        caption: `Pairs of operations, the most alike first, in ${scoreUnit}`,
        columns: ["operation", "and", "differ by", "most at", "interchangeable"],
        rows: map.pairs.map(({ a, b, distance, largest, interchangeable }) => [
          name(a),
          name(b),
          formatValue(distance),
          `${placeOf(largest.columnIndex)} (${formatEffect(largest.difference)})`,
          !map.hasIntervals ? "not known" : interchangeable ? "yes" : "no",
        ]),
      })}
    >
      <div ref={box} />
      <svg
        role="group"
        aria-label="Map of operations"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block"
        onPointerLeave={tooltip.hide}
      >
        {map.pairs
          .filter(({ interchangeable }) => interchangeable)
          .map(({ a, b }) => {
            const [from, to] = [layout.points[a], layout.points[b]];
            return (
              from &&
              to && (
                <line
                  key={`${a} ${b}`}
                  x1={from.x}
                  y1={from.y}
                  x2={to.x}
                  y2={to.y}
                  strokeWidth={2}
                  className="stroke-line-strong"
                />
              )
            );
          })}
        {map.operations.map(({ operation, key, label }, index) => {
          const point = layout.points[index];
          const near = map.pairs.filter(({ a, b }) => a === index || b === index).slice(0, NEIGHBOURS);
          const content = {
            title: label,
            lines: near.map(
              ({ a, b, distance, interchangeable }) =>
                [
                  `from ${name(a === index ? b : a)}`,
                  `${formatValue(distance)}${interchangeable ? ", interchangeable" : ""}`,
                ] as const,
            ),
          };
          const said = content.lines.map((line) => line.join(" ")).join("; ");
          return (
            point && (
              <g
                key={key}
                role="button"
                aria-pressed={key === selected}
                aria-label={`${label}: ${said}`}
                tabIndex={0}
                transform={`translate(${point.x},${point.y})`}
                className="group cursor-pointer outline-none"
                onPointerEnter={(event) => tooltip.show(event.currentTarget, content)}
                onFocus={(event) => tooltip.show(event.currentTarget, content)}
                onBlur={tooltip.hide}
                onClick={() => onPick(key)}
                onKeyDown={(event) => {
                  if (event.key === "Escape") tooltip.hide();
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  onPick(key);
                }}
              >
                <circle
                  r={10}
                  fill="none"
                  strokeWidth={2.5}
                  className={
                    key === selected
                      ? "stroke-ink"
                      : "stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-accent"
                  }
                />
                <circle r={6.5} fill={paint(operation).fill} className="stroke-line-strong" />
                <text
                  x={10}
                  y={-9}
                  fontSize={12}
                  className="stroke-surface"
                  strokeWidth={3}
                  paintOrder="stroke"
                >
                  {label}
                </text>
              </g>
            )
          );
        })}
      </svg>
      <FigureTooltip shown={tooltip.shown} />
    </FigureFrame>
  );
}

function MapLegend({
  map,
  bar,
  scoreUnit,
}: {
  map: OperationMap;
  bar: { readonly value: number; readonly length: number };
  scoreUnit: string;
}) {
  const numJoined = map.pairs.filter(({ interchangeable }) => interchangeable).length;
  return (
    <div className="max-w-2xl text-xs text-muted">
      {bar.length > 0 && (
        <p className="flex items-center gap-2">
          <svg width={bar.length + 2} height={10} aria-hidden="true">
            <path d={`M1,1v8M1,5h${bar.length}M${bar.length + 1},1v8`} stroke="currentColor" fill="none" />
          </svg>
          {formatValue(bar.value)} of score ({scoreUnit})
        </p>
      )}
      <p>
        Built on what the predictor scores each operation alone at every place; distance is the root of the
        mean squared difference. The plane (classical multidimensional scaling) shows{" "}
        {Math.round(100 * map.shown)} % of the differences.{" "}
        {map.hasIntervals
          ? `${formatCount(numJoined, "pair")} of ${formatCount(map.pairs.length, "pair")} cannot be told apart at any place.`
          : "This predictor gives no intervals, so that nothing says which differences are sure, and none are joined."}
      </p>
    </div>
  );
}
