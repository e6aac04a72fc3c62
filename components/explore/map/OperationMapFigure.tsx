"use client";

import { useMemo } from "react";
import { useWidth } from "@/components/data/useWidth";
import type { Node } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatValue } from "@/lib/figures/format";
import { mapLayout } from "@/lib/figures/map/mapLayout";
import type { OperationMap } from "@/lib/figures/map/operationMap";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { FigureFrame } from "../FigureFrame";
import { FigureTooltip, useTooltip, type TooltipContent } from "../FigureTooltip";
import { LINES, MapLegend } from "./MapLegend";
import { MapPoint } from "./MapPoint";
import { mapRows, rowsSay } from "./mapWords";
import { NearestPairs } from "./NearestPairs";

type OperationMapFigureProps = {
  space: SearchSpace;
  map: OperationMap;
  paint: (node: Node) => OperationPaint;
  scoreUnit: string;
  selected: string | null;
  /** Whether an operation, by its key, belongs to what is selected elsewhere. */
  isLinked?: (key: string) => boolean;
  onPick: (key: string) => void;
};

const NEIGHBOURS = 3;

/** Operations in a plane, near ones alike to the predictor; how lines are drawn says what the measured rows make of it. */
export function OperationMapFigure(props: OperationMapFigureProps) {
  const { space, map, paint, scoreUnit, selected, isLinked, onPick } = props;
  const [box, width] = useWidth(560);
  const layout = useMemo(() => mapLayout(map, Math.min(640, Math.max(250, width))), [map, width]);
  const tooltip = useTooltip();
  return (
    <>
      <FigureFrame
        fileName="operations.svg"
        legend={<MapLegend map={map} bar={layout.scaleBar} scoreUnit={scoreUnit} />}
        table={() => mapRows(space, map, scoreUnit)}
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
            .filter(({ joined }) => joined)
            .map(({ a, b, measured }) => {
              const [from, to] = [layout.points[a], layout.points[b]];
              if (!from || !to) return null;
              const line = LINES[measured?.verdict ?? "unsure"];
              return <line key={`${a} ${b}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} {...line} />;
            })}
          {map.operations.map(({ operation, key }, index) => {
            const [at, label] = [layout.points[index], layout.labels[index]];
            const content = contentOf(map, index);
            return (
              at &&
              label && (
                <MapPoint
                  key={key}
                  content={content}
                  paint={paint(operation)}
                  at={at}
                  label={label}
                  selected={key === selected}
                  linked={isLinked?.(key) ?? false}
                  onShow={(element) => tooltip.show(element, content)}
                  onHide={tooltip.hide}
                  onPick={() => onPick(key)}
                />
              )
            );
          })}
        </svg>
        <FigureTooltip shown={tooltip.shown} />
      </FigureFrame>
      <NearestPairs map={map} scoreUnit={scoreUnit} />
    </>
  );
}

/** An operation with the nearest others. */
function contentOf({ operations, pairs }: OperationMap, index: number): TooltipContent {
  const near = pairs.filter(({ a, b }) => a === index || b === index).slice(0, NEIGHBOURS);
  return {
    title: operations[index]?.label ?? "",
    lines: near.map((pair) => {
      const other = operations[pair.a === index ? pair.b : pair.a]?.label ?? "";
      const rows = pair.measured === null ? "" : `, rows say ${rowsSay(pair)}`;
      return [`from ${other}`, `${formatValue(pair.distance)}${rows}`];
    }),
  };
}
