import { formatValue } from "@/lib/figures/format";

type Tick = { readonly value: number; readonly position: number };
type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Grid lines of a square plot with a value on each, and the diagonal on which both values are equal. */
export function PlotGrid({
  plot,
  xTicks,
  yTicks,
}: {
  plot: Plot;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}) {
  return (
    <>
      {yTicks.map(({ value, position }) => (
        <g key={value} transform={`translate(0,${position})`} className="text-muted">
          <line x1={plot.left} x2={plot.right} className="stroke-line" />
          <text x={plot.left - 6} dy="0.32em" fontSize={10} textAnchor="end">
            {formatValue(value)}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, position }) => (
        <g key={value} transform={`translate(${position},0)`} className="text-muted">
          <line y1={plot.top} y2={plot.bottom} className="stroke-line" />
          <text y={plot.bottom + 14} fontSize={10} textAnchor="middle">
            {formatValue(value)}
          </text>
        </g>
      ))}
      <line
        x1={plot.left}
        y1={plot.bottom}
        x2={plot.right}
        y2={plot.top}
        className="stroke-line-strong"
        strokeDasharray="4 3"
      />
    </>
  );
}
