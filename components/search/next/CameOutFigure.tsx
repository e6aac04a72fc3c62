import { useMemo } from "react";
import { PlotGrid } from "@/components/ui/PlotGrid";
import { mean, srcc } from "@/lib/core/stats";
import { cameOutLayout, isInside } from "@/lib/figures/cameOutLayout";
import { formatCount, formatValue, formatWithUnit } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import type { Outcome } from "./keptLists";

type CameOutFigureProps = { target: string; unit: string | null; outcomes: readonly Outcome[] };

/** One target of a list: what was predicted against what was measured; the table beside it has the numbers. */
export function CameOutFigure({ target, unit, outcomes }: CameOutFigureProps) {
  const { size, plot, points, xTicks, yTicks } = useMemo(() => cameOutLayout(outcomes), [outcomes]);
  return (
    <figure className="min-w-0">
      <figcaption>
        <p className="font-medium break-words">{target}</p>
        <p className="text-xs text-muted">{words(outcomes, unit)}</p>
      </figcaption>
      <svg
        role="img"
        aria-label={`Predicted against measured ${target} of ${formatCount(points.length, "architecture")}`}
        viewBox={`0 0 ${size} ${size}`}
        className="w-full max-w-80"
      >
        <PlotGrid plot={plot} xTicks={xTicks} yTicks={yTicks} />
        {points.map(({ x, y, yLow, yHigh, isInside: inside }, index) => (
          <g key={index} strokeWidth={1.5} className={inside ? "stroke-accent" : "stroke-warn"}>
            <line x1={x} x2={x} y1={yLow} y2={yHigh} strokeOpacity={0.6} />
            <circle cx={x} cy={y} r={3.5} className={inside ? "fill-accent" : "fill-surface"} />
          </g>
        ))}
        <text x={plot.right} y={size - 8} fontSize={11} textAnchor="end">
          measured{unit === null ? "" : ` (${unit})`} →
        </text>
        <text x={plot.left + 4} y={plot.top - 8} fontSize={11}>
          ↑ predicted, 90 % interval
        </text>
      </svg>
    </figure>
  );
}

/** Fewer than these make no rank correlation worth telling. */
const FEWEST_RANKED = 5;

function words(outcomes: readonly Outcome[], unit: string | null): string {
  const error = mean(outcomes.map(({ predicted, measured }) => Math.abs(predicted.value - measured)));
  const order = srcc(
    outcomes.map(({ predicted }) => predicted.value),
    outcomes.map(({ measured }) => measured),
  );
  return [
    `${outcomes.filter(isInside).length} of ${outcomes.length} lie in their interval`,
    `off by ${formatWithUnit(error, unit)} on average`,
    ...(outcomes.length >= FEWEST_RANKED && Number.isFinite(order)
      ? [`ordered with SRCC ${formatSrcc(order)}`]
      : []),
  ].join("; ");
}

/** `0.912 0.905 to 0.92` and the difference of what came out, as cells of a table. */
export function OutcomeCells({ outcome }: { outcome: Outcome | undefined }) {
  if (outcome === undefined) return <td colSpan={3} />;
  const { predicted, measured } = outcome;
  const isKnown = Number.isFinite(measured);
  return (
    <>
      <td className="py-1 pr-4 whitespace-nowrap">
        {formatValue(predicted.value)}{" "}
        <span className="text-xs text-muted">
          {formatValue(predicted.low)} to {formatValue(predicted.high)}
        </span>
      </td>
      <td className="py-1 pr-4 whitespace-nowrap">{isKnown ? formatValue(measured) : "not measured"}</td>
      <td className="py-1 pr-4 whitespace-nowrap">
        {isKnown && formatValue(measured - predicted.value)}
        {isKnown && !isInside(outcome) && <span className="text-xs text-muted"> outside</span>}
      </td>
    </>
  );
}
