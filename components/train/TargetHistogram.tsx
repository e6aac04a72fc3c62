import { useMemo } from "react";
import { formatCount, formatValue } from "@/lib/figures/format";
import { targetHistogramLayout } from "@/lib/figures/targetHistogram";

/** How the target is spread over the usable rows. */
export function TargetHistogram({ values, label }: { values: readonly number[]; label: string }) {
  const { width, height, baseline, bars, xTicks, most } = useMemo(
    () => targetHistogramLayout(values),
    [values],
  );
  return (
    <figure className="min-w-0">
      <figcaption className="truncate text-xs text-muted" title={label}>
        {label}; bars count rows, the tallest {formatCount(most, "row")}
      </figcaption>
      <svg
        role="img"
        aria-label={`Distribution of ${label} over ${formatCount(values.length, "row")}`}
        viewBox={`0 0 ${width} ${height}`}
        className="w-full max-w-xl"
      >
        {bars.map((bar) => (
          <rect key={bar.low} {...rectangle(bar)} className="fill-accent">
            <title>
              {`${formatValue(bar.low)} to ${formatValue(bar.high)}: ${formatCount(bar.count, "row")}`}
            </title>
          </rect>
        ))}
        <line x1={0} x2={width} y1={baseline} y2={baseline} className="stroke-line-strong" />
        {xTicks.map(({ value, position }) => (
          <g key={value} transform={`translate(${position},${baseline})`} className="text-muted">
            <line y2={4} stroke="currentColor" />
            <text y={16} fontSize={11} textAnchor="middle">
              {formatValue(value)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const rectangle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x,
  y,
  width,
  height,
});
