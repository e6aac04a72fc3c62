"use client";

import { RangeInputs } from "@/components/data/RangeInputs";
import { metricTitle } from "@/components/data/metricWords";
import { Button } from "@/components/ui/Button";
import { finiteRange, RANK_AXIS, type Axis, type Brush } from "./axes";

const SELECT = "max-w-48 min-w-0 rounded border border-line-strong bg-surface px-1 py-0.5 text-ink";

/** Shares of the measured architectures that are a press away. */
const SHARES = [
  { label: "Best 5 %", from: 0, to: 0.05 },
  { label: "Best 20 %", from: 0, to: 0.2 },
  { label: "Worst 20 %", from: 0.8, to: 1 },
];

type BrushControlsProps = {
  axes: readonly Axis[];
  across: Axis;
  up: Axis;
  brush: Brush | null;
  numMeasured: number;
  onAxes: (names: { across?: string; up?: string }) => void;
  onBest: (next: { across: string; brush: Brush }) => void;
  onBrush: (brush: Brush | null) => void;
};

/** Axes, and the rectangle by words and numbers, for the keyboard and for exact values. */
export function BrushControls(props: BrushControlsProps) {
  const { axes, across, up, brush, numMeasured, onAxes, onBest, onBrush } = props;
  const rank = axes.find(({ metric }) => metric.name === RANK_AXIS);
  const whole: Brush = { x: finiteRange(across.values), y: finiteRange(up.values) };
  const change = (side: "x" | "y", range: { low: number; high: number } | null) => {
    const [least, most] = whole[side];
    // An open end reaches as far as there is a point, and beyond where the other end lies beyond.
    const low = range && Number.isFinite(range.low) ? range.low : Math.min(least, range?.high ?? least);
    const high = range && Number.isFinite(range.high) ? range.high : Math.max(most, low);
    onBrush({ ...(brush ?? whole), [side]: [low, high] });
  };
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2">
      {(["up", "across"] as const).map((name) => {
        const axis = name === "up" ? up : across;
        const side = name === "up" ? "y" : "x";
        const range = brush?.[side];
        return (
          <div key={name} className="min-w-0 sm:min-w-72">
            <label className="flex items-center gap-2">
              <span className="text-muted">{name === "up" ? "Up" : "Across"}</span>
              <select
                className={SELECT}
                value={axis.metric.name}
                onChange={(event) => onAxes({ [name]: event.target.value })}
              >
                {axes.map(({ metric }) => (
                  <option key={metric.name} value={metric.name}>
                    {metricTitle(metric)}
                  </option>
                ))}
              </select>
            </label>
            <RangeInputs
              // The fields keep what is typed; a rectangle from elsewhere replaces it.
              key={`${axis.metric.name} ${range?.join(" ") ?? ""}`}
              label={metricTitle(axis.metric)}
              range={range && { low: range[0], high: range[1] }}
              onRange={(next) => change(side, next)}
            />
          </div>
        );
      })}
      <div className="flex flex-wrap gap-1">
        {rank !== undefined &&
          up !== rank &&
          SHARES.map(({ label, from, to }) => (
            <Button
              key={label}
              onClick={() =>
                onBest({
                  across: RANK_AXIS,
                  brush: { x: [1 + Math.floor(from * numMeasured), Math.ceil(to * numMeasured)], y: whole.y },
                })
              }
            >
              {label}
            </Button>
          ))}
        <Button look="quiet" disabled={brush === null} onClick={() => onBrush(null)}>
          Clear
        </Button>
      </div>
    </div>
  );
}
