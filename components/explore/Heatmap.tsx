"use client";

import { useRef, useState } from "react";
import { neighbourCell, type Direction, type GridLayout } from "@/lib/figures/gridLayout";
import { HeatmapCell, type HeatmapMark } from "./HeatmapCell";
import { FigureTooltip, useTooltip } from "./FigureTooltip";

type HeatmapProps<Mark extends HeatmapMark> = {
  label: string;
  layout: GridLayout;
  rowLabels: readonly string[];
  columnLabels: readonly string[];
  groupLabels: readonly string[];
  marks: readonly Mark[];
  selectedKey?: string | null;
  /** Cells that belong to what is selected elsewhere. */
  isLinked?: (mark: Mark) => boolean;
  /** Without it the cells show their numbers but cannot be pressed. */
  onPick?: (mark: Mark) => void;
  children?: React.ReactNode;
};

const DIRECTIONS: readonly string[] = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
] satisfies Direction[];
const isDirection = (key: string): key is Direction => DIRECTIONS.includes(key);

/**
 * Cells in rows and columns. One tab stop: the arrow keys move between cells, Enter or Space picks, and hover or
 * focus shows the numbers.
 */
export function Heatmap<Mark extends HeatmapMark>(props: HeatmapProps<Mark>) {
  const {
    label,
    layout,
    rowLabels,
    columnLabels,
    groupLabels,
    marks,
    selectedKey = null,
    isLinked,
    onPick,
  } = props;
  const tooltip = useTooltip();
  const svg = useRef<SVGSVGElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const stop = marks.find(({ key }) => key === (activeKey ?? selectedKey))?.key ?? marks[0]?.key;

  const onKeyDown = (event: React.KeyboardEvent, mark: Mark) => {
    if (event.key === "Escape") return tooltip.hide();
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (!mark.disabledReason) onPick?.(mark);
    }
    if (!isDirection(event.key)) return;
    event.preventDefault();
    const next = neighbourCell(marks, mark, event.key);
    if (next === null) return;
    svg.current?.querySelectorAll<SVGElement>("[data-cell]")[marks.indexOf(next)]?.focus();
  };

  return (
    <>
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block"
        onPointerLeave={tooltip.hide}
      >
        <HeatmapLabels layout={layout} rows={rowLabels} columns={columnLabels} groups={groupLabels} />
        {marks.map((mark) => (
          <HeatmapCell
            key={mark.key}
            mark={mark}
            x={layout.columnX[mark.columnIndex] ?? 0}
            y={layout.rowY[mark.rowIndex] ?? 0}
            width={layout.cellWidth}
            height={layout.cellHeight}
            selected={mark.key === selectedKey}
            linked={isLinked?.(mark) ?? false}
            pressable={onPick !== undefined}
            tabStop={mark.key === stop}
            onShow={(element) => tooltip.show(element, mark.tooltip)}
            onFocus={() => setActiveKey(mark.key)}
            onHide={tooltip.hide}
            onPick={() => onPick?.(mark)}
            onKeyDown={(event) => onKeyDown(event, mark)}
          />
        ))}
        {props.children}
      </svg>
      <FigureTooltip shown={tooltip.shown} />
    </>
  );
}

type LabelsProps = {
  layout: GridLayout;
  rows: readonly string[];
  columns: readonly string[];
  groups: readonly string[];
};

function HeatmapLabels({ layout, rows, columns, groups }: LabelsProps) {
  return (
    <g fontSize={12} aria-hidden="true">
      {rows.map((text, index) => (
        <text
          key={text}
          x={layout.left - 8}
          y={(layout.rowY[index] ?? 0) + layout.cellHeight / 2}
          textAnchor="end"
          dominantBaseline="central"
        >
          {text}
        </text>
      ))}
      {layout.groups.map((group, index) => (
        <text key={group.x} x={group.x} y={12} fontWeight={600}>
          {groups[index]}
        </text>
      ))}
      {layout.columnX.map((x, index) => (
        <text
          key={x}
          x={x + layout.cellWidth / 2}
          y={layout.top - 6}
          fontSize={11}
          textAnchor="middle"
          opacity={0.8}
        >
          {columnLabel(columns[index], layout.cellWidth)}
        </text>
      ))}
    </g>
  );
}

/** A label cut to its column; the tooltip has the whole name. */
function columnLabel(text: string | undefined, width: number): string {
  const fits = Math.max(1, Math.floor(width / 6.2));
  return text === undefined || text.length <= fits
    ? (text ?? "")
    : `${text.slice(0, Math.max(1, fits - 1))}…`;
}
