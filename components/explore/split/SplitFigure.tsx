"use client";

import { useMemo } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { operationLabel, type SearchSpace } from "@/lib/core/searchSpace";
import { divergingScale } from "@/lib/figures/colourScale";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { formatCount, formatValue } from "@/lib/figures/format";
import { labelWidth } from "@/lib/figures/gridLayout";
import { SPLIT_ROW_HEIGHT, splitLayout } from "@/lib/figures/modules/parts";
import type { Synergy } from "@/lib/figures/modules/synergy";
import { ColourLegend } from "../ColourLegend";
import { FigureFrame } from "../FigureFrame";
import { FigureTooltip, useTooltip, type TooltipContent } from "../FigureTooltip";
import { moduleLabel, modulePlace } from "../moduleWords";
import { SynergyLegend } from "./SynergyLegend";
import { formatSynergy, SYNERGY_SIGNS } from "./synergyWords";

/** A part with its score, and what it is worth beyond its own parts; null for one node and where it is not known. */
export type ScoredPart = { readonly score: ModuleScore; readonly synergy: Synergy | null };

type SplitFigureProps = {
  space: SearchSpace;
  /** The whole first (see partsOf). */
  parts: readonly ScoredPart[];
  /** What colours compare with: the mean score of single operations of the unit. */
  mean: number;
  scoreUnit: string;
  selectedKey?: string | null;
  /** Parts that belong to what is selected elsewhere. */
  isLinked?: (module: Module) => boolean;
  onPick?: (module: Module) => void;
};

/** A sequence on top and its subsequences below, each under the layers that it takes. */
export function SplitFigure(props: SplitFigureProps) {
  const { space, parts, mean, scoreUnit, selectedKey, isLinked, onPick } = props;
  const scale = useMemo(() => divergingScale(parts.map(({ score }) => score.score - mean)), [parts, mean]);
  const layout = useMemo(() => {
    const labels = parts.flatMap(({ score }) => score.nodes.map((node) => operationLabel(space, node)));
    return splitLayout(
      parts.map(({ score }) => score),
      Math.max(92, labelWidth(labels, 12) + 24),
    );
  }, [parts, space]);
  const tooltip = useTooltip();
  return (
    <FigureFrame
      fileName="split.svg"
      legend={
        <>
          <ColourLegend scale={scale} label={`Score minus the mean of single operations, in ${scoreUnit}`} />
          <SynergyLegend />
        </>
      }
      table={() => ({
        caption: `A module and its parts, in ${scoreUnit}`,
        columns: ["module", "place", "score", "synergy", "held by"],
        rows: parts.map(({ score, synergy }) => [
          moduleLabel(space, score),
          modulePlace(space, score),
          formatScore(score),
          score.nodes.length === 1 ? "one node" : formatSynergy(synergy),
          String(score.support),
        ]),
      })}
    >
      <svg
        role="group"
        aria-label="A module and its parts"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block"
        onPointerLeave={tooltip.hide}
      >
        {layout.cells.map((cell, index) => {
          const part = parts[index];
          if (part === undefined) return null;
          const key = encodeModule(cell.module);
          return (
            <PartCell
              key={key}
              {...cell}
              part={part}
              name={moduleLabel(space, cell.module)}
              content={contentOf(space, part, mean)}
              fill={scale.colour(part.score.score - mean)}
              ink={scale.ink(part.score.score - mean)}
              selected={key === selectedKey}
              linked={isLinked?.(cell.module) ?? false}
              onShow={tooltip.show}
              onHide={tooltip.hide}
              onPick={onPick && (() => onPick(cell.module))}
            />
          );
        })}
      </svg>
      <FigureTooltip shown={tooltip.shown} />
    </FigureFrame>
  );
}

const contentOf = (space: SearchSpace, { score, synergy }: ScoredPart, mean: number): TooltipContent => ({
  title: `${moduleLabel(space, score)} (${modulePlace(space, score)})`,
  lines: [
    ["score (90 % interval)", formatScore(score)],
    ["against single operations", formatEffect(score.score - mean)],
    ...(score.nodes.length > 1
      ? ([
          ["its parts say", synergy === null ? "not known" : formatValue(synergy.expected)],
          ["synergy (90 % interval)", formatSynergy(synergy)],
        ] as const)
      : []),
    ["held by", formatCount(score.support, "labelled architecture")],
  ],
});

type PartCellProps = {
  part: ScoredPart;
  name: string;
  content: TooltipContent;
  x: number;
  y: number;
  width: number;
  fill: string;
  ink: string;
  selected: boolean;
  linked: boolean;
  onShow: (element: Element, content: TooltipContent) => void;
  onHide: () => void;
  onPick?: () => void;
};

function PartCell({ part, name, content, x, y, width, fill, ink, selected, linked, ...on }: PartCellProps) {
  const { score, synergy } = part;
  const height = SPLIT_ROW_HEIGHT - 4;
  const sign = synergy?.sure ? SYNERGY_SIGNS[synergy.sure] : "";
  const said = score.nodes.length > 1 ? `, synergy ${formatSynergy(synergy)}` : "";
  return (
    <g
      role={on.onPick ? "button" : "img"}
      aria-label={`${name}: score ${formatScore(score)}${said}`}
      aria-pressed={on.onPick ? selected : undefined}
      tabIndex={0}
      className={`group outline-none ${on.onPick ? "cursor-pointer" : ""}`}
      onPointerEnter={(event) => on.onShow(event.currentTarget, content)}
      onFocus={(event) => on.onShow(event.currentTarget, content)}
      onBlur={on.onHide}
      onClick={on.onPick}
      onKeyDown={(event) => {
        if (event.key === "Escape") on.onHide();
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        on.onPick?.();
      }}
    >
      <rect
        x={x + 1.5}
        y={y + 1.5}
        width={width - 3}
        height={height - 3}
        rx={4}
        fill={fill}
        strokeWidth={2.5}
        className={
          selected
            ? "stroke-ink"
            : linked
              ? "stroke-accent"
              : "stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-accent"
        }
      />
      <g textAnchor="middle" fontSize={11}>
        <text x={x + width / 2} y={y + 17} fontWeight={600} style={{ fill: ink }}>
          {name}
        </text>
        <text x={x + width / 2} y={y + 32} style={{ fill: ink }}>
          {formatValue(score.score)}
          {synergy !== null &&
            ` ${sign === "" ? "" : `(${sign}) `}${width > 150 ? `synergy ${formatEffect(synergy.synergy)}` : ""}`}
        </text>
      </g>
    </g>
  );
}
