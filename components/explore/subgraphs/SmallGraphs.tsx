"use client";

import { useMemo } from "react";
import type { Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatScore } from "@/lib/figures/evidence";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { labelWidth } from "@/lib/figures/gridLayout";
import { moduleEdges, SMALL_NODE_HEIGHT, subgraphLayout } from "@/lib/figures/modules/subgraphLayout";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { RankedModule } from "@/lib/figures/sequenceRanking";
import { moduleLabel, modulePlace } from "../moduleWords";

const MAX_SHOWN = 12;

type SmallGraphsProps = {
  space: SearchSpace;
  /** Best first. */
  shown: readonly RankedModule[];
  paint: (node: Node) => OperationPaint;
  selectedKey?: string | null;
  /** Modules that belong to what is selected elsewhere. */
  isLinked?: (module: Module) => boolean;
  onPick: (module: Module) => void;
};

/** The best rooted subgraphs as graphs, the root at the right and outlined: what is fed by what, seen at a glance. */
export function SmallGraphs({ space, shown, paint, selectedKey, isLinked, onPick }: SmallGraphsProps) {
  const top = shown.slice(0, MAX_SHOWN);
  return (
    <section aria-label="The best as graphs" className="mb-4">
      <p className="mb-2 text-xs text-muted">
        The best {formatInteger(top.length)} as graphs; the root, at the right end and outlined, is what is
        scored.
      </p>
      <ul className="flex flex-wrap gap-2">
        {top.map((ranked) => {
          const { key, rank, evidence } = ranked;
          return (
            <li key={key} className="max-w-full">
              <button
                type="button"
                aria-pressed={key === selectedKey}
                aria-label={`Rank ${rank}: ${moduleLabel(space, evidence)} in ${modulePlace(space, evidence)}, score ${formatScore(evidence)}`}
                data-linked={isLinked?.(evidence) || undefined}
                className="max-w-full overflow-x-auto rounded border border-line p-2 data-linked:border-accent text-left hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft"
                onClick={() => onPick(evidence)}
              >
                <span className="flex justify-between gap-4 text-xs">
                  <span className="text-muted">#{rank}</span>
                  <span>{formatValue(evidence.score)}</span>
                </span>
                <SmallGraph space={space} module={evidence} paint={paint} />
                <span className="block text-xs text-muted">
                  {evidence.support === 0
                    ? "in no labelled architecture"
                    : `held by ${formatCount(evidence.support, "architecture")}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type SmallGraphProps = Pick<SmallGraphsProps, "space" | "paint"> & { module: Module };

function SmallGraph({ space, module, paint }: SmallGraphProps) {
  const paints = useMemo(() => module.nodes.map(paint), [module, paint]);
  const layout = useMemo(
    () =>
      subgraphLayout(
        module.nodes.length,
        moduleEdges(space, module),
        Math.min(
          120,
          Math.max(
            52,
            labelWidth(
              paints.map(({ label }) => label),
              11,
            ) + 10,
          ),
        ),
      ),
    [space, module, paints],
  );
  const root = module.nodes.length - 1;
  return (
    <svg
      aria-hidden="true"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      className="my-1 block"
    >
      {layout.edges.map(({ key, path, tip: [x, y] }) => (
        <g key={key} className="text-line-strong">
          <path d={path} fill="none" stroke="currentColor" strokeWidth={1.2} />
          <path d={`M${x},${y}l-6,-3v6z`} fill="currentColor" />
        </g>
      ))}
      {layout.nodes.map(({ x, y }, index) => {
        const { fill, ink, label } = paints[index] ?? { fill: "", ink: "", label: "" };
        return (
          <g key={index} transform={`translate(${x},${y})`}>
            <rect
              width={layout.nodeWidth}
              height={SMALL_NODE_HEIGHT}
              rx={3}
              fill={fill}
              strokeWidth={2.5}
              className={index === root ? "stroke-ink" : undefined}
            />
            <text
              x={layout.nodeWidth / 2}
              y={SMALL_NODE_HEIGHT / 2}
              fontSize={11}
              textAnchor="middle"
              dominantBaseline="central"
              style={{ fill: ink }}
            >
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
