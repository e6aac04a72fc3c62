import { memo, useMemo, useState } from "react";
import { PlotGrid } from "@/components/ui/PlotGrid";
import { formatCount } from "@/lib/figures/format";
import { fitOrder, pointWords, stepTo } from "@/lib/figures/fitOrder";
import type { FitSet } from "@/lib/figures/fitSets";
import { predictedMeasuredLayout } from "@/lib/figures/predictedMeasured";
import { formatSrcc } from "@/lib/figures/trust";
import { FitPoints } from "./FitPoints";

type FitPlotProps = {
  set: FitSet;
  range: readonly [number, number] | null;
  unit: string;
  /** Id of the selected architecture. */
  selected: string | null;
  /** Ids of architectures that hold what is selected elsewhere. */
  linked: ReadonlySet<string>;
  onPick?: (id: string) => void;
};

const SIZE = 236;

/**
 * Predicted against measured, one part of the rows. One tab stop: arrow keys walk through the points, Enter selects;
 * points that are known by name can be pressed.
 */
export const FitPlot = memo(function FitPlot({ set, range, unit, selected, linked, onPick }: FitPlotProps) {
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
  const order = useMemo(() => fitOrder(set.fitted), [set]);
  const [active, setActive] = useState<number | null>(null);
  const selectedIndex = selected === null ? -1 : set.fitted.findIndex(({ id }) => id === selected);
  const { plot, points, xTicks, yTicks } = layout;
  const at = active === null ? undefined : points[active];
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") return setActive(null);
    const from = active ?? (selectedIndex < 0 ? null : selectedIndex);
    const next = stepTo(order, from, event.key);
    const id = active === null ? null : (set.fitted[active]?.id ?? null);
    if (next !== null) setActive(next);
    else if ((event.key === "Enter" || event.key === " ") && active !== null) {
      if (id !== null) onPick?.(id);
    } else return;
    event.preventDefault();
  };
  return (
    <figure className="min-w-0">
      <figcaption>
        <span className="font-medium">{set.name}</span>{" "}
        {set.srcc !== null && <span>SRCC {formatSrcc(set.srcc)}</span>}
        <span className="block max-w-56 text-xs text-muted">
          {set.role}
          {set.fitted.length < set.numAll &&
            ` ${formatCount(set.fitted.length, "point")} drawn of ${formatCount(set.numAll, "row")}.`}
        </span>
      </figcaption>
      <svg
        role="application"
        aria-label={`${set.name}: predicted against measured of ${formatCount(set.fitted.length, "architecture")}, SRCC ${formatSrcc(set.srcc)}. Arrow keys move between points, Enter selects`}
        tabIndex={0}
        width={SIZE}
        height={SIZE}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        className="block"
        onKeyDown={onKeyDown}
      >
        <PlotGrid plot={plot} xTicks={xTicks} yTicks={yTicks} />
        <FitPoints
          points={points}
          fitted={set.fitted}
          selectedIndex={selectedIndex}
          linked={linked}
          onPick={onPick}
        />
        {at && <circle cx={at.x} cy={at.y} r={8} fill="none" strokeWidth={2.5} className="stroke-accent" />}
        <text x={plot.right} y={SIZE - 10} fontSize={11} textAnchor="end">
          measured ({unit}) →
        </text>
        <text x={plot.left + 4} y={plot.top - 8} fontSize={11}>
          ↑ predicted ({unit})
        </text>
      </svg>
      {/* Room is kept, and what is said stays when the focus goes: what is below must not move under a press. */}
      <p aria-live="polite" data-readout="" className="min-h-16 max-w-56 text-xs break-words text-muted">
        {active !== null && pointWords(set.fitted, order, active)}
        {active !== null && active === selectedIndex && ", selected"}
      </p>
    </figure>
  );
});
