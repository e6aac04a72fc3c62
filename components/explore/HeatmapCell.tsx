import { hatchPath } from "@/lib/figures/hatch";
import type { TooltipContent } from "./FigureTooltip";

/** One cell of a heatmap, ready to be drawn. */
export type HeatmapMark = {
  readonly key: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  /** A second, smaller line. */
  readonly subtext?: string;
  /** Read out instead of the drawing: what the cell is and what it scores. */
  readonly label: string;
  readonly tooltip: TooltipContent;
  readonly unseen: boolean;
  readonly uncertain: boolean;
  /** A sign in the upper right corner: `+` or `−`. */
  readonly corner?: string;
  /** Why it cannot be picked. */
  readonly disabledReason?: string;
};

type CellProps = {
  mark: HeatmapMark;
  x: number;
  y: number;
  width: number;
  height: number;
  selected: boolean;
  linked: boolean;
  pressable: boolean;
  tabStop: boolean;
  onShow: (element: Element) => void;
  onFocus: () => void;
  onHide: () => void;
  onPick: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
};

export function HeatmapCell({
  mark,
  x,
  y,
  width,
  height,
  selected,
  linked,
  pressable,
  tabStop,
  ...on
}: CellProps) {
  const disabled = mark.disabledReason !== undefined;
  return (
    <g
      data-cell=""
      role={pressable ? "button" : "img"}
      aria-label={disabled ? `${mark.label}; ${mark.disabledReason}` : mark.label}
      aria-pressed={pressable ? selected : undefined}
      aria-disabled={disabled || undefined}
      tabIndex={tabStop ? 0 : -1}
      className={`group outline-none ${pressable && !disabled ? "cursor-pointer" : ""}`}
      opacity={disabled ? 0.35 : undefined}
      onPointerEnter={(event) => on.onShow(event.currentTarget)}
      onFocus={(event) => {
        on.onFocus();
        on.onShow(event.currentTarget);
      }}
      onBlur={on.onHide}
      onClick={disabled ? undefined : on.onPick}
      onKeyDown={on.onKeyDown}
    >
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx={2} fill={mark.fill} />
      {mark.uncertain && (
        <path
          d={hatchPath(x + 1, y + 1, width - 2, height - 2)}
          stroke={mark.ink}
          strokeWidth={0.8}
          opacity={0.45}
        />
      )}
      {mark.unseen && (
        <rect
          x={x + 2}
          y={y + 2}
          width={width - 4}
          height={height - 4}
          fill="none"
          stroke={mark.ink}
          strokeDasharray="3 2"
        />
      )}
      <CellText mark={mark} x={x + width / 2} y={y + height / 2} />
      {mark.corner !== undefined && (
        <text
          x={x + width - 4}
          y={y + 11}
          fontSize={13}
          fontWeight={700}
          textAnchor="end"
          style={{ fill: mark.ink }}
          stroke={mark.fill}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {mark.corner}
        </text>
      )}
      <rect
        x={x - 0.5}
        y={y - 0.5}
        width={width + 1}
        height={height + 1}
        rx={3}
        fill="none"
        strokeWidth={2.5}
        className={
          selected
            ? "stroke-ink"
            : linked
              ? "stroke-accent"
              : "stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-accent"
        }
      />
    </g>
  );
}

const LINE_OFFSET = 8;

/** Up to two lines; a halo in the cell's colour keeps them readable on hatching. */
function CellText({ mark, x, y }: { mark: HeatmapMark; x: number; y: number }) {
  const lines = mark.subtext === undefined ? [mark.text] : [mark.text, mark.subtext];
  return lines.map((line, index) => (
    <text
      key={index}
      x={x}
      y={lines.length === 1 ? y : y + (index === 0 ? -LINE_OFFSET : LINE_OFFSET)}
      fontSize={index === 0 ? 12 : 11}
      fontWeight={index === 0 && lines.length > 1 ? 600 : undefined}
      textAnchor="middle"
      dominantBaseline="central"
      style={{ fill: mark.ink }}
      stroke={mark.uncertain ? mark.fill : undefined}
      strokeWidth={mark.uncertain ? 3 : undefined}
      paintOrder="stroke"
    >
      {line}
    </text>
  ));
}
