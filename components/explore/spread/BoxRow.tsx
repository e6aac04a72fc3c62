import { memo } from "react";
import type { Module, ModuleScore } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatScore } from "@/lib/figures/evidence";
import { formatCount, formatValue } from "@/lib/figures/format";
import type { BoxesLayout } from "@/lib/figures/modules/boxes";
import type { SpreadId } from "@/lib/figures/modules/spread";
import type { TooltipContent } from "../FigureTooltip";
import { moduleLabel, modulePlace } from "../moduleWords";

type Layout = BoxesLayout<ModuleScore, SpreadId>;

type BoxRowProps = {
  row: Layout["rows"][number];
  space: SearchSpace;
  layout: Layout;
  tabStop: boolean;
  /** Whether its operation is selected. */
  selected: boolean;
  /** Whether it belongs to what is selected elsewhere. */
  linked: boolean;
  /** The selected module, where it is in this box. */
  chosen: ModuleScore | null;
  onShow: (element: Element, content: TooltipContent) => void;
  onOperation: (key: string) => void;
  onModule: (module: Module) => void;
};

const HALF = 6;

/** One box with its whiskers and dots. Pressing the row selects its operation, pressing a dot pins its module. */
export const BoxRow = memo(function BoxRow(props: BoxRowProps) {
  const { row, space, layout, tabStop, selected, linked, chosen, onShow, onOperation, onModule } = props;
  const { box, x, y, label } = row;
  const unit = space.units[row.id.unitIndex]?.name ?? "";
  const content: TooltipContent = {
    title: `${label} in ${unit}`,
    lines: [
      ["modules with it", formatCount(box.count, "module")],
      ["median score", formatValue(box.median)],
      ["middle half", `${formatValue(box.q1)} to ${formatValue(box.q3)}`],
      ["stand out", formatCount(box.outliers.length, "module")],
      ...(row.numHidden > 0 ? [["of them not drawn", String(row.numHidden)] as const] : []),
    ],
  };
  return (
    <g>
      <g
        data-row=""
        role="button"
        aria-pressed={selected}
        aria-label={`${label} in ${unit}: median ${formatValue(box.median)} of ${formatCount(box.count, "module")}, middle half ${formatValue(box.q1)} to ${formatValue(box.q3)}`}
        tabIndex={tabStop ? 0 : -1}
        className="group cursor-pointer outline-none"
        onClick={() => onOperation(row.id.operation)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          onOperation(row.id.operation);
        }}
        onPointerEnter={(event) => onShow(event.currentTarget, content)}
        onFocus={(event) => onShow(event.currentTarget, content)}
      >
        <rect
          x={1}
          y={y - layout.rowHeight / 2}
          width={layout.width - 2}
          height={layout.rowHeight}
          rx={3}
          strokeWidth={1.5}
          className={`group-hover:fill-sunken group-focus-visible:stroke-accent ${
            selected ? "fill-accent-soft" : "fill-transparent"
          } ${linked ? "stroke-accent" : ""}`}
        />
        <text x={layout.left - 14} y={y} textAnchor="end" dominantBaseline="central">
          {label}
        </text>
        <path
          d={`M${x.whiskerLow},${y}H${x.q1}M${x.q3},${y}H${x.whiskerHigh}M${x.whiskerLow},${y - 4}v8M${x.whiskerHigh},${y - 4}v8`}
          className="stroke-line-strong"
        />
        <rect
          x={x.q1}
          y={y - HALF}
          width={Math.max(1, x.q3 - x.q1)}
          height={2 * HALF}
          rx={2}
          className="fill-accent-soft stroke-line-strong"
        />
        <line
          x1={x.median}
          x2={x.median}
          y1={y - HALF}
          y2={y + HALF}
          strokeWidth={2.5}
          className="stroke-ink"
        />
      </g>
      {row.dots.map((dot, index) => {
        const name = `${moduleLabel(space, dot.item)} (${modulePlace(space, dot.item)})`;
        return (
          <circle
            key={index}
            cx={dot.x}
            cy={y}
            r={3}
            className="cursor-pointer fill-surface stroke-ink hover:fill-accent"
            onClick={() => onModule(dot.item)}
            onPointerEnter={(event) =>
              onShow(event.currentTarget, {
                title: name,
                lines: [
                  ["score (90 % interval)", formatScore(dot.item)],
                  ["held by", formatCount(dot.item.support, "labelled architecture")],
                ],
              })
            }
          />
        );
      })}
      {chosen !== null && (
        <path
          d={`M${layout.xOf(chosen.score)},${y - 7}l6,7l-6,7l-6,-7z`}
          strokeWidth={2}
          className="pointer-events-none fill-accent stroke-surface"
        />
      )}
    </g>
  );
});
