import { useMemo } from "react";
import { formatCount, formatValue } from "@/lib/figures/format";
import { histogramLayout } from "@/lib/figures/histogram";

const WIDTH = 460;
const HEIGHT = 90;
/** Room for half a tick label at either end, and for the labels below. */
const SIDE = 20;
const BELOW = 22;
const NONE_APART = new Uint32Array(0);

/** How the target is spread over the usable rows. */
export function TargetHistogram({ values, label }: { values: Float64Array; label: string }) {
  const { bars, ticks, maxCount } = useMemo(
    () => histogramLayout(values, NONE_APART, { width: WIDTH - 2 * SIDE, height: HEIGHT, numBars: 40 }),
    [values],
  );
  const numRows = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="min-w-0">
      <figcaption className="truncate text-xs text-muted" title={label}>
        {label}; bars count rows, the tallest {formatCount(maxCount, "row")}
      </figcaption>
      <svg
        role="img"
        aria-label={`Distribution of ${label} over ${formatCount(numRows, "row")}`}
        viewBox={`${-SIDE} 0 ${WIDTH} ${HEIGHT + BELOW}`}
        className="w-full max-w-xl"
      >
        {bars.map(({ low, high, count, x, width, height }) => (
          <rect
            key={low}
            x={x}
            y={HEIGHT - height}
            width={Math.max(1, width - 1)}
            height={height}
            className="fill-accent"
          >
            <title>{`${formatValue(low)} to ${formatValue(high)}: ${formatCount(count, "row")}`}</title>
          </rect>
        ))}
        <line x1={-SIDE} x2={WIDTH - SIDE} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
        {ticks.map(({ value, x }) => (
          <g key={value} transform={`translate(${x},${HEIGHT})`} className="text-muted">
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
