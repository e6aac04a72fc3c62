"use client";

import { useId } from "react";
import { Button } from "@/components/ui/Button";
import type { Metric } from "@/lib/core/dataset";
import type { MetricRange } from "@/lib/core/filter";
import { formatCount, formatValue } from "@/lib/figures/format";
import type { DataView } from "./useDataView";

type FilterBarProps = {
  view: DataView;
  metrics: readonly Metric[];
  numShown: number;
  numRows: number;
};

/** The filter in words: a text, and the ranges kept in the figures as chips to take away. */
export function FilterBar({ view, metrics, numShown, numRows }: FilterBarProps) {
  const helpId = useId();
  const isFiltered = view.text !== "" || view.ranges.length > 0;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <label className="min-w-0 flex-1 basis-56">
          <span className="block text-muted">Filter by id or operation</span>
          <input
            type="search"
            value={view.text}
            aria-describedby={helpId}
            onChange={(event) => view.setText(event.target.value)}
            className="w-full rounded border border-line-strong bg-surface px-2 py-1"
          />
        </label>
        <p role="status" className="py-1 font-medium">
          {formatCount(numShown, "row")} of {numRows.toLocaleString("en")}
        </p>
        {isFiltered && <Button onClick={view.clearFilter}>Show all</Button>}
      </div>
      <p id={helpId} className="text-xs text-muted">
        Words must all occur. <code>2:</code> in front of one looks into unit 2 only; quotes ask for the whole
        name of an operation.
      </p>
      {view.ranges.length > 0 && (
        <ul aria-label="Ranges" className="flex flex-wrap gap-2">
          {view.ranges.map((range) => {
            const label = metrics[range.metricIndex]?.label ?? "";
            return (
              <li key={range.metricIndex}>
                <button
                  type="button"
                  className="rounded-full border border-accent bg-accent-soft px-2.5 py-0.5 hover:bg-surface"
                  aria-label={`Remove the range of ${label}`}
                  onClick={() => view.setRange(range.metricIndex, null)}
                >
                  {label} {rangeWords(range)} <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** `0.9 to 0.91`, `at least 0.9`, `at most 12`. */
export function rangeWords({ low, high }: Pick<MetricRange, "low" | "high">): string {
  if (high === Infinity) return low === -Infinity ? "measured" : `at least ${formatValue(low)}`;
  if (low === -Infinity) return `at most ${formatValue(high)}`;
  return `${formatValue(low)} to ${formatValue(high)}`;
}
