"use client";

import type { Metric } from "@/lib/core/dataset";
import type { Goal } from "@/lib/core/pareto";
import { metricTitle } from "./metricWords";
import type { DataView } from "./useDataView";

const SELECT = "min-w-0 rounded border border-line-strong bg-surface px-1 py-0.5";
const WORDS = { x: "Across", y: "Up" } as const;

type AxisChoiceProps = {
  axis: "x" | "y";
  metrics: readonly Metric[];
  view: Pick<DataView, "axes" | "goals" | "setAxis" | "setGoal">;
};

/** Which metric an axis shows, and whether more or less of it is better. */
export function AxisChoice({ axis, metrics, view }: AxisChoiceProps) {
  const metricIndex = view.axes[axis];
  const metric = metrics[metricIndex];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      <label className="flex min-w-0 items-center gap-1.5">
        <span className="w-11 text-muted">{WORDS[axis]}</span>
        <select
          className={`${SELECT} max-w-44`}
          value={metricIndex}
          onChange={(event) => view.setAxis(axis, Number(event.target.value))}
        >
          {metrics.map((option, index) => (
            <option key={option.name} value={index}>
              {metricTitle(option)}
            </option>
          ))}
        </select>
      </label>
      <select
        aria-label={`Goal of ${metric?.label ?? ""}`}
        className={SELECT}
        value={view.goals[metricIndex] ?? "max"}
        onChange={(event) => view.setGoal(metricIndex, event.target.value as Goal)}
      >
        <option value="max">more is better</option>
        <option value="min">less is better</option>
      </select>
      {metric?.goal === null && <span className="text-muted">the file does not say</span>}
    </div>
  );
}
