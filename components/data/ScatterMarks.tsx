import { formatValue } from "@/lib/figures/format";
import type { ScatterLayout } from "@/lib/figures/scatter";

/** A label nearer to the right end ends there, so that it is whole. */
const LABEL_HALF = 14;

type AxesProps = { layout: ScatterLayout; marginLeft: number; titleX: string; titleY: string };

/** Light grid lines, values at their ends, and what the axes measure. */
export function Axes({ layout, marginLeft, titleX, titleY }: AxesProps) {
  const { width, height, xTicks, yTicks } = layout;
  return (
    <g fontSize={11}>
      {xTicks.map(({ value, position }) => (
        <g key={value} transform={`translate(${position},0)`}>
          <line y2={height} className="stroke-line" />
          <text y={height + 14} textAnchor={width - position < LABEL_HALF ? "end" : "middle"}>
            {formatValue(value)}
          </text>
        </g>
      ))}
      {yTicks.map(({ value, position }) => (
        <g key={value} transform={`translate(0,${position})`}>
          <line x2={width} className="stroke-line" />
          <text x={-6} dominantBaseline="central" textAnchor="end">
            {formatValue(value)}
          </text>
        </g>
      ))}
      <text x={-marginLeft} y={-10} fontWeight={500}>
        ↑ {titleY}
      </text>
      <text x={width} y={height + 32} textAnchor="end" fontWeight={500}>
        {titleX} →
      </text>
    </g>
  );
}

type RingProps = {
  layout: ScatterLayout;
  row: number;
  radius: number;
  className: string;
  strokeWidth?: number;
};

/** A ring around one point; nothing where the point is not drawn. */
export function Ring({ layout, row, radius, className, strokeWidth = 1.5 }: RingProps) {
  const cx = layout.left[row];
  const cy = layout.top[row];
  if (cx === undefined || Number.isNaN(cx)) return null;
  return <circle cx={cx} cy={cy} r={radius} fill="none" className={className} strokeWidth={strokeWidth} />;
}
