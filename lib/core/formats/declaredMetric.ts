import type { Metric } from "../dataset";
import { isRecord } from "./readTable";
import type { Table } from "./table";

/** Name, goal and unit of a metric where a JSON file says them beside its rows (`meta.metrics` or `metrics`). */
export function declaredMetric(table: Table, label: string): Partial<Pick<Metric, "name" | "unit" | "goal">> {
  const meta = isRecord(table.meta.meta) ? table.meta.meta : table.meta;
  const { metrics } = meta;
  const entry: unknown = Array.isArray(metrics)
    ? metrics.find((metric: unknown) => isRecord(metric) && metric.label === label)
    : isRecord(metrics) && Object.hasOwn(metrics, label)
      ? metrics[label]
      : undefined;
  if (!isRecord(entry)) return {};
  const { name, unit, goal } = entry;
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof unit === "string" || unit === null ? { unit } : {}),
    ...(goal === "max" || goal === "min" || goal === null ? { goal } : {}),
  };
}
