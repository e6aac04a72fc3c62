/** What the address says about the table and the figures, as text and back. Unknown names are dropped, not an error. */
import type { Metric } from "@/lib/core/dataset";
import type { MetricRange, SortOrder } from "@/lib/core/filter";
import type { Goal } from "@/lib/core/pareto";

type Metrics = readonly Pick<Metric, "name" | "goal">[];

const indexOf = (metrics: Metrics, name: string | undefined): number =>
  metrics.findIndex((metric) => metric.name === name);

/** `accuracy:0.9~0.91,latency_ms:~12`: an open end has no number. */
export function parseRanges(text: string, metrics: Metrics): MetricRange[] {
  return text.split(",").flatMap((part) => {
    const [, name, from, to] = /^([^:]+):([^~]*)~(.*)$/.exec(part) ?? [];
    const metricIndex = indexOf(metrics, name);
    const low = from === "" ? -Infinity : Number(from);
    const high = to === "" ? Infinity : Number(to);
    return metricIndex >= 0 && low <= high ? [{ metricIndex, low, high }] : [];
  });
}

/** Null where there is no range, so that the address stays short. */
export function rangesText(ranges: readonly MetricRange[], metrics: Metrics): string | null {
  const end = (value: number): string => (Number.isFinite(value) ? String(value) : "");
  const parts = ranges.flatMap(({ metricIndex, low, high }) => {
    const name = metrics[metricIndex]?.name;
    return name === undefined ? [] : [`${name}:${end(low)}~${end(high)}`];
  });
  return parts.length > 0 ? parts.join(",") : null;
}

/** The ranges with one metric's replaced; null takes it away. */
export function withRange(
  ranges: readonly MetricRange[],
  metricIndex: number,
  range: { readonly low: number; readonly high: number } | null,
): MetricRange[] {
  const others = ranges.filter((other) => other.metricIndex !== metricIndex);
  return range === null ? others : [...others, { metricIndex, ...range }];
}

/** Rows in the file's order, by their number of nodes, or by a metric. */
export type Sort = {
  readonly by: "row" | "size" | { readonly metricIndex: number };
  readonly order: SortOrder;
};

export const FILE_ORDER: Sort = { by: "row", order: "asc" };

/** `accuracy.desc`, `size.asc`; a metric may be called `row`, and is meant then. */
export function parseSort(text: string, metrics: Metrics): Sort {
  const [, name, order] = /^(.+)\.(asc|desc)$/.exec(text) ?? [];
  const metricIndex = indexOf(metrics, name);
  if (metricIndex >= 0) return { by: { metricIndex }, order: order as SortOrder };
  return name === "row" || name === "size" ? { by: name, order: order as SortOrder } : FILE_ORDER;
}

export function sortText({ by, order }: Sort, metrics: Metrics): string | null {
  if (by === "row" && order === "asc") return null;
  const name = typeof by === "string" ? by : metrics[by.metricIndex]?.name;
  return name === undefined ? null : `${name}.${order}`;
}

/** What another press on a column's head does: the better end first, then the other end, then the file's order. */
export function nextSort(now: Sort, by: Sort["by"], firstOrder: SortOrder): Sort {
  const isSame =
    typeof by === "string" || typeof now.by === "string"
      ? by === now.by
      : by.metricIndex === now.by.metricIndex;
  if (!isSame) return { by, order: firstOrder };
  return now.order === firstOrder ? { by, order: firstOrder === "asc" ? "desc" : "asc" } : FILE_ORDER;
}

/** `latency_ms:max`: goals that the user switched. */
export function parseGoals(text: string, metrics: Metrics): Goal[] {
  const switched = new Map(
    text.split(",").map((part) => {
      const [name = "", goal] = part.split(":");
      return [name, goal] as const;
    }),
  );
  return metrics.map(({ name, goal }) => {
    const wanted = switched.get(name);
    return wanted === "max" || wanted === "min" ? wanted : (goal ?? "max");
  });
}

export function goalsText(goals: readonly Goal[], metrics: Metrics): string | null {
  const parts = metrics.flatMap(({ name, goal }, index) => {
    const wanted = goals[index];
    return wanted === undefined || wanted === (goal ?? "max") ? [] : [`${name}:${wanted}`];
  });
  return parts.length > 0 ? parts.join(",") : null;
}

/** The metrics of a scatter plot; by default a cost (less is better) across, a gain (more is better) up. */
export function chosenAxes(
  names: { readonly x: string | null; readonly y: string | null },
  metrics: Metrics,
): { readonly x: number; readonly y: number } {
  const firstWith = (goal: Metric["goal"]) => metrics.findIndex((metric) => metric.goal === goal);
  const wantedY = indexOf(metrics, names.y ?? undefined);
  const y = wantedY >= 0 ? wantedY : Math.max(0, firstWith("max"));
  const wantedX = indexOf(metrics, names.x ?? undefined);
  if (wantedX >= 0) return { x: wantedX, y };
  const cost = firstWith("min");
  const other = metrics.findIndex((_, index) => index !== y);
  return { x: cost >= 0 && cost !== y ? cost : Math.max(0, other), y };
}
