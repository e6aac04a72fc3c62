import { memo, useMemo } from "react";
import { PlotGrid } from "@/components/ui/PlotGrid";
import { formatCount, formatValue } from "@/lib/figures/format";
import type { FitSet } from "@/lib/figures/fitSets";
import { predictedMeasuredLayout } from "@/lib/figures/predictedMeasured";
import { formatSrcc } from "@/lib/figures/trust";

type FitPlotProps = {
  set: FitSet;
  range: readonly [number, number] | null;
  unit: string;
  /** Id of the selected architecture. */
  selected: string | null;
  onPick?: (id: string) => void;
};

const SIZE = 280;

/** Predicted against measured, one part of the rows; points that are known by name can be pressed. */
export const FitPlot = memo(function FitPlot({ set, range, unit, selected, onPick }: FitPlotProps) {
  const layout = useMemo(
    () =>
      predictedMeasuredLayout(
        {
          measured: set.fitted.map(({ measured }) => measured),
          predicted: set.fitted.map(({ predicted }) => predicted),
        },
        SIZE,
        range,
      ),
    [set, range],
  );
  const { plot, points, xTicks, yTicks } = layout;
  return (
    <figure className="min-w-0">
      <figcaption>
        <span className="font-medium">{set.name}</span>{" "}
        {set.srcc !== null && <span>SRCC {formatSrcc(set.srcc)}</span>}
        <span className="block max-w-72 text-xs text-muted">
          {set.role}
          {set.fitted.length < set.numAll &&
            ` ${formatCount(set.fitted.length, "point")} drawn of ${formatCount(set.numAll, "row")}.`}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${set.name}: predicted against measured of ${formatCount(set.fitted.length, "architecture")}, SRCC ${formatSrcc(set.srcc)}`}
        width={SIZE}
        height={SIZE}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
      >
        <PlotGrid plot={plot} xTicks={xTicks} yTicks={yTicks} />
        {points.map(({ x, y, measured, predicted }, index) => {
          const id = set.fitted[index]?.id ?? null;
          const isSelected = id !== null && id === selected;
          return (
            <circle
              key={index}
              cx={x}
              cy={y}
              r={isSelected ? 6 : 3}
              className={`${isSelected ? "fill-ink" : "fill-accent hover:fill-ink"} ${id !== null && onPick ? "cursor-pointer" : ""}`}
              fillOpacity={isSelected ? 1 : 0.55}
              onClick={id === null || onPick === undefined ? undefined : () => onPick(id)}
            >
              <title>{`${id === null ? "" : `${id}: `}measured ${formatValue(measured)}, predicted ${formatValue(predicted)}`}</title>
            </circle>
          );
        })}
        <text x={plot.right} y={SIZE - 10} fontSize={11} textAnchor="end">
          measured ({unit}) →
        </text>
        <text x={plot.left + 4} y={plot.top - 8} fontSize={11}>
          ↑ predicted ({unit})
        </text>
      </svg>
    </figure>
  );
});
