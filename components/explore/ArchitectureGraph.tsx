"use client";

import { useCallback, useMemo } from "react";
import type { Architecture, Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import type { NodeMeasure } from "@/lib/core/predictorKinds";
import { layerName, operationLabel, type SearchSpace } from "@/lib/core/searchSpace";
import { sequentialScale } from "@/lib/figures/colourScale";
import { formatValue } from "@/lib/figures/format";
import { graphLayout, NODE_HEIGHT, type GraphLayout } from "@/lib/figures/graphLayout";
import { ColourLegend } from "./ColourLegend";
import { FigureFrame } from "./FigureFrame";
import { FigureTooltip, useTooltip } from "./FigureTooltip";
import { JoinedUnitsBrackets } from "./JoinedUnits";

type ArchitectureGraphProps = {
  space: SearchSpace;
  architecture: Architecture;
  /** What the predictor makes of every node at the hop, shape [numNodes]. */
  values: readonly number[];
  measure: NodeMeasure;
  /** What scores are counted in: `% (accuracy)`; norms have no unit. */
  scoreUnit: string;
  hop: number;
  /** Whether a node, as a module of its own, belongs to what is selected elsewhere. */
  isLinked?: (node: Module) => boolean;
};

/** The measure in the colours' legend and, shorter, in labels. */
const WORDS: Record<NodeMeasure, { name: string; unit: string | null; short: string }> = {
  "embedding norm": { name: "Embedding norm", unit: "no unit (L1)", short: "norm" },
  score: { name: "Score", unit: null, short: "score" },
};

/** An architecture's graph, each node coloured by how much the predictor makes of it at one hop. */
export function ArchitectureGraph(props: ArchitectureGraphProps) {
  const { space, architecture, values, measure, scoreUnit, hop, isLinked } = props;
  const words = WORDS[measure];
  const layout = useMemo(() => graphLayout(space, architecture), [space, architecture]);
  const scale = useMemo(() => sequentialScale(values), [values]);
  const tooltip = useTooltip();
  const nodes: readonly Node[] = architecture.units.flat();
  const table = useCallback(
    () => ({
      caption: `Nodes of ${architecture.id}, ${words.name.toLowerCase()} at hop ${hop}`,
      columns: ["place", "operation", words.short],
      rows: layout.nodes.map(({ nodeIndex, unitIndex, layerIndex }) => {
        const unit = space.units[unitIndex];
        return [
          unit ? `${unit.name}, ${layerName(unit, layerIndex)}` : "",
          operationLabel(space, architecture.units.flat()[nodeIndex] ?? []),
          formatValue(values[nodeIndex] ?? NaN),
        ];
      }),
    }),
    [architecture, space, layout, values, words, hop],
  );
  return (
    <FigureFrame
      fileName={`${architecture.id}-hop-${hop}.svg`}
      table={table}
      legend={
        <ColourLegend
          scale={scale}
          label={`${words.name} at hop ${hop}, ${words.unit ?? scoreUnit}, within this architecture`}
        />
      }
    >
      <svg
        role="group"
        aria-label={`Graph of ${architecture.id}, nodes coloured by ${measure} at hop ${hop}`}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block"
        onPointerLeave={tooltip.hide}
      >
        <Edges edges={layout.edges} />
        {layout.unitLabels.map(({ unitIndex, x, y }) => (
          <text key={unitIndex} x={x} y={y} fontSize={12} dominantBaseline="central" opacity={0.8}>
            {space.units[unitIndex]?.name}
          </text>
        ))}
        <JoinedUnitsBrackets space={space} unitLabels={layout.unitLabels} />
        {layout.nodes.map((placed) => {
          const unit = space.units[placed.unitIndex];
          const value = values[placed.nodeIndex] ?? NaN;
          const operation = operationLabel(space, nodes[placed.nodeIndex] ?? []);
          const place = unit ? `${unit.name}, ${layerName(unit, placed.layerIndex)}` : "";
          const linked = isLinked?.({
            unitIndex: placed.unitIndex,
            layers: [placed.layerIndex],
            nodes: [nodes[placed.nodeIndex] ?? []],
          });
          const show = (element: Element) =>
            tooltip.show(element, {
              title: `${operation} at ${place}`,
              lines: [[`${words.short} at hop ${hop}`, formatValue(value)]],
            });
          return (
            <g
              key={placed.nodeIndex}
              role="img"
              aria-label={`${operation} at ${place}: ${words.short} ${formatValue(value)}`}
              tabIndex={0}
              transform={`translate(${placed.x},${placed.y})`}
              onPointerEnter={(event) => show(event.currentTarget)}
              onFocus={(event) => show(event.currentTarget)}
              onBlur={tooltip.hide}
            >
              <rect width={layout.nodeWidth} height={NODE_HEIGHT} rx={4} fill={scale.colour(value)} />
              {linked && (
                <rect
                  x={-3}
                  y={-3}
                  width={layout.nodeWidth + 6}
                  height={NODE_HEIGHT + 6}
                  rx={6}
                  fill="none"
                  strokeWidth={2.5}
                  className="stroke-accent"
                />
              )}
              <NodeText
                width={layout.nodeWidth}
                operation={operation}
                value={formatValue(value)}
                ink={scale.ink(value)}
              />
            </g>
          );
        })}
      </svg>
      <FigureTooltip shown={tooltip.shown} />
    </FigureFrame>
  );
}

/** Pixels a character of a node's label takes. */
const CHARACTER_WIDTH = 7;

type NodeTextProps = { width: number; operation: string; value: string; ink: string };

function NodeText({ width, operation, value, ink }: NodeTextProps) {
  const fits = Math.floor((width - 6) / CHARACTER_WIDTH);
  return (
    <g textAnchor="middle" fontSize={11}>
      <text x={width / 2} y={16} fontWeight={600} style={{ fill: ink }}>
        {operation.length <= fits ? operation : `${operation.slice(0, fits - 1)}…`}
      </text>
      <text x={width / 2} y={31} style={{ fill: ink }}>
        {value}
      </text>
    </g>
  );
}

function Edges({ edges }: { edges: GraphLayout["edges"] }) {
  return edges.map(({ key, path, tip: [x, y] }) => (
    <g key={key} className="text-line-strong" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.3} />
      <path d={`M${x},${y}l-8,-4v8z`} fill="currentColor" />
    </g>
  ));
}
