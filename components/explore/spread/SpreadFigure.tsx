"use client";

import { useCallback, useMemo, useRef } from "react";
import { useWidth } from "@/components/data/useWidth";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { operationKey, type SearchSpace } from "@/lib/core/searchSpace";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { labelWidth } from "@/lib/figures/gridLayout";
import { boxesLayout, type BoxesLayout } from "@/lib/figures/modules/boxes";
import { spreadGroups, type SpreadId } from "@/lib/figures/modules/spread";
import { noiseBoxes, type NoiseRange } from "@/lib/figures/trust/unitBands";
import { FigureFrame } from "../FigureFrame";
import { FigureTooltip, useTooltip } from "../FigureTooltip";
import { BoxRow } from "./BoxRow";

type Layout = BoxesLayout<ModuleScore, SpreadId>;
type PlacedRow = Layout["rows"][number];

type SpreadFigureProps = {
  space: SearchSpace;
  scores: readonly ModuleScore[];
  scoreUnit: string;
  /** What looks like noise; none while there is no null check. */
  noise?: readonly NoiseRange[];
  operation: string | null;
  moduleKey: string | null;
  /** Whether an operation in a unit belongs to what is selected elsewhere. */
  isLinked?: (operation: string, unitIndex: number) => boolean;
  onOperation: (key: string) => void;
  onModule: (module: Module) => void;
};

/** Box plots of module scores by unit and operation, outliers as dots that can be pinned. */
export function SpreadFigure(props: SpreadFigureProps) {
  const {
    space,
    scores,
    scoreUnit,
    noise = [],
    operation,
    moduleKey,
    isLinked,
    onOperation,
    onModule,
  } = props;
  const groups = useMemo(() => spreadGroups(space, scores), [space, scores]);
  const [box, width] = useWidth(640);
  const layout = useMemo(() => {
    const labels = groups.flatMap(({ rows }) => rows.map(({ label }) => label));
    const left = Math.max(70, labelWidth(labels) + 20);
    return boxesLayout(groups, { left, plotWidth: Math.min(620, Math.max(200, width - left - 24)) });
  }, [groups, width]);
  const tooltip = useTooltip();
  const svg = useRef<SVGSVGElement>(null);
  const { show, hide } = tooltip;
  const onKeyDown = useCallback(
    (event: React.KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") hide();
      if (step === undefined) return;
      event.preventDefault();
      const rows = [...(svg.current?.querySelectorAll<SVGElement>("[data-row]") ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement);
      rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
    },
    [hide],
  );
  const chosen = useMemo(
    () => (moduleKey === null ? null : (scores.find((score) => encodeModule(score) === moduleKey) ?? null)),
    [scores, moduleKey],
  );
  return (
    <FigureFrame
      fileName="spread.svg"
      legend={
        <p className="text-xs text-muted">
          Scores in {scoreUnit} of {formatCount(scores.length, "module")}; a module is in the box of every
          operation that it holds.
          {noise.length > 0 && <NoiseLegend />}
        </p>
      }
      table={() => ({
        caption: `Scores of modules by unit and operation, in ${scoreUnit}`,
        columns: ["unit", "operation", "modules", "median", "middle half", "whiskers", "outliers"],
        rows: groups.flatMap(({ name, rows }) =>
          rows.map(({ label, box }) => [
            name,
            label,
            formatInteger(box.count),
            formatValue(box.median),
            `${formatValue(box.q1)} to ${formatValue(box.q3)}`,
            `${formatValue(box.whiskerLow)} to ${formatValue(box.whiskerHigh)}`,
            formatInteger(box.outliers.length),
          ]),
        ),
      })}
    >
      <div ref={box} />
      <svg
        ref={svg}
        role="group"
        aria-label="Spread of module scores by unit and operation"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block"
        fontSize={12}
        onPointerLeave={hide}
        onKeyDown={onKeyDown}
      >
        <NoiseBands layout={layout} noise={noise} />
        <SpreadAxis layout={layout} />
        {layout.rows.map((row, index) => (
          <BoxRow
            key={row.y}
            row={row}
            space={space}
            layout={layout}
            tabStop={index === 0}
            selected={row.id.operation === operation}
            linked={isLinked?.(row.id.operation, row.id.unitIndex) ?? false}
            chosen={chosen !== null && holds(row, chosen) ? chosen : null}
            onShow={show}
            onOperation={onOperation}
            onModule={onModule}
          />
        ))}
      </svg>
      <FigureTooltip shown={tooltip.shown} />
    </FigureFrame>
  );
}

const holds = ({ id }: PlacedRow, module: Module): boolean =>
  id.unitIndex === module.unitIndex && module.nodes.some((node) => operationKey(node) === id.operation);

/** Behind the boxes of each unit, where scores are no farther from its mean than noise puts them. */
function NoiseBands({ layout, noise }: { layout: Layout; noise: readonly NoiseRange[] }) {
  return noiseBoxes(layout, noise).map(({ unitIndex, ...place }) => (
    <rect key={unitIndex} data-noise={unitIndex} {...place} className="fill-sunken stroke-line-strong" />
  ));
}

const NoiseLegend = () => (
  <>
    {" "}
    <span
      className="inline-block h-3 w-6 border border-line bg-sunken align-[-2px]"
      aria-hidden="true"
    />{" "}
    Shaded: null band around the mean of the unit’s modules, what noise looks like.
  </>
);

function SpreadAxis({ layout }: { layout: Layout }) {
  return (
    <g aria-hidden="true">
      {layout.ticks.map(({ value, x }) => (
        <g key={value} fontSize={11} className="text-muted">
          <line x1={x} x2={x} y1={20} y2={layout.height} className="stroke-line" />
          <text x={x} y={12} textAnchor="middle">
            {formatValue(value)}
          </text>
        </g>
      ))}
      {layout.groups.map(({ name, y }) => (
        <text key={y} x={0} y={y} fontWeight={600}>
          {name}
        </text>
      ))}
    </g>
  );
}
