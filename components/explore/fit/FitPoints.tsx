import { memo } from "react";
import { formatValue } from "@/lib/figures/format";
import type { Fitted } from "@/lib/figures/fitSets";
import type { PredictedMeasuredLayout } from "@/lib/figures/predictedMeasured";

type FitPointsProps = {
  points: PredictedMeasuredLayout["points"];
  fitted: readonly Fitted[];
  /** -1 for none. */
  selectedIndex: number;
  /** Ids of architectures that hold what is selected elsewhere. */
  linked: ReadonlySet<string>;
  onPick?: (id: string) => void;
};

/** The points of one plot; the selected one lies on top. Drawn anew only when what they show changes. */
export const FitPoints = memo(function FitPoints(props: FitPointsProps) {
  const { points, fitted, selectedIndex, linked, onPick } = props;
  const selected = points[selectedIndex];
  return (
    <g>
      {points.map(({ x, y, measured, predicted }, index) => {
        const id = fitted[index]?.id ?? null;
        const isLinked = id !== null && linked.has(id);
        return (
          <circle
            key={index}
            data-linked={isLinked || undefined}
            cx={x}
            cy={y}
            r={isLinked ? 4 : 3}
            className={`${isLinked ? "fill-ink" : "fill-accent hover:fill-ink"} ${id !== null && onPick ? "cursor-pointer" : ""}`}
            fillOpacity={0.55}
            onClick={id === null || onPick === undefined ? undefined : () => onPick(id)}
          >
            <title>{`${id === null ? "" : `${id}: `}measured ${formatValue(measured)}, predicted ${formatValue(predicted)}`}</title>
          </circle>
        );
      })}
      {selected && (
        <circle
          cx={selected.x}
          cy={selected.y}
          r={6}
          strokeWidth={2}
          className="pointer-events-none fill-ink stroke-surface"
        />
      )}
    </g>
  );
});
