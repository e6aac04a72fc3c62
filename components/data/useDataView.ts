import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { Metric } from "@/lib/core/dataset";
import type { MetricRange } from "@/lib/core/filter";
import type { Goal } from "@/lib/core/pareto";
import {
  chosenAxes,
  goalsText,
  parseGoals,
  parseRanges,
  parseSort,
  rangesText,
  sortText,
  withRange,
  type Sort,
} from "./viewState";

const KEYS = {
  q: parseAsString.withDefault(""),
  in: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(""),
  x: parseAsString,
  y: parseAsString,
  better: parseAsString.withDefault(""),
  row: parseAsInteger,
};

/** The view of the data page; all of it lives in the address. */
export type DataView = {
  readonly text: string;
  readonly ranges: readonly MetricRange[];
  readonly sort: Sort;
  /** Metric indexes of the scatter plot. */
  readonly axes: { readonly x: number; readonly y: number };
  /** One per metric, as given or as switched by the user. */
  readonly goals: readonly Goal[];
  /** Source row of the selected architecture. */
  readonly selectedRow: number | null;
  readonly setText: (text: string) => void;
  readonly setRange: (metricIndex: number, range: { low: number; high: number } | null) => void;
  /** Several at once, for a rectangle in the scatter plot. */
  readonly setRanges: (ranges: readonly MetricRange[]) => void;
  readonly setSort: (sort: Sort) => void;
  readonly setAxis: (axis: "x" | "y", metricIndex: number) => void;
  readonly setGoal: (metricIndex: number, goal: Goal) => void;
  readonly select: (row: number | null) => void;
  readonly clearFilter: () => void;
};

export function useDataView(metrics: readonly Metric[]): DataView {
  const [query, setQuery] = useQueryStates(KEYS, { history: "replace" });
  const ranges = useMemo(() => parseRanges(query.in, metrics), [query.in, metrics]);
  const sort = useMemo(() => parseSort(query.sort, metrics), [query.sort, metrics]);
  const goals = useMemo(() => parseGoals(query.better, metrics), [query.better, metrics]);
  const { x, y } = chosenAxes({ x: query.x, y: query.y }, metrics);
  return useMemo(
    () => ({
      text: query.q,
      ranges,
      sort,
      axes: { x, y },
      goals,
      selectedRow: query.row,
      setText: (text) => void setQuery({ q: text || null }),
      setRange: (metricIndex, range) =>
        void setQuery({ in: rangesText(withRange(ranges, metricIndex, range), metrics) }),
      setRanges: (changed) => {
        const all = changed.reduce(
          (kept: readonly MetricRange[], range) => withRange(kept, range.metricIndex, range),
          ranges,
        );
        void setQuery({ in: rangesText(all, metrics) });
      },
      setSort: (next) => void setQuery({ sort: sortText(next, metrics) }),
      setAxis: (axis, metricIndex) => void setQuery({ [axis]: metrics[metricIndex]?.name ?? null }),
      setGoal: (metricIndex, goal) =>
        void setQuery({ better: goalsText(goals.with(metricIndex, goal), metrics) }),
      select: (row) => void setQuery({ row }),
      clearFilter: () => void setQuery({ q: null, in: null }),
    }),
    [query.q, query.row, ranges, sort, x, y, goals, metrics, setQuery],
  );
}
