import type { Issue, Metric } from "../dataset";
import { metricGoal, metricName, metricUnit, metricValue } from "./metricColumn";
import { isRecord } from "./readTable";
import type { Table } from "./table";

export type MetricColumn = { readonly metric: Metric };

const NOT_METRICS = new Set(["id", "index", "idx", "row", "provenance", "globals"]);

/**
 * Columns that are numbers in most of their filled cells are metrics; a single text among them rejects its row, not
 * the column. Others (dates, sources, nested data) are left out with a note.
 */
export function findMetrics(
  table: Table,
  architectureColumns: readonly string[],
): { metrics: MetricColumn[]; notes: Issue[] } {
  const metrics: MetricColumn[] = [];
  const notes: Issue[] = [];
  const taken = new Set<string>();
  for (const label of table.columns) {
    if (architectureColumns.includes(label) || NOT_METRICS.has(label.toLowerCase())) continue;
    const values = table.rows.map(({ cells }) => metricValue(cells[label]));
    const numText = values.filter((value) => value === "text").length;
    const numNumbers = values.filter((value) => typeof value === "number").length;
    if (numText > 0 && numText >= numNumbers) {
      notes.push({ row: 0, field: label, message: "is not a number and was left out." });
      continue;
    }
    const declared = declaredMetric(table, label);
    const name = metricName(declared?.name ?? label, taken);
    taken.add(name);
    metrics.push({
      metric: { name, label, unit: metricUnit(label), goal: metricGoal(label), ...declared?.rest },
    });
  }
  return { metrics, notes };
}

/** Goal and unit where the file itself says them (`meta.metrics` of a JSON, `metrics` of an archset). */
function declaredMetric(
  table: Table,
  label: string,
): { name: string | null; rest: Partial<Pick<Metric, "unit" | "goal">> } | null {
  const meta = isRecord(table.meta.meta) ? table.meta.meta : table.meta;
  const { metrics } = meta;
  const entry = Array.isArray(metrics)
    ? metrics.find((metric: unknown) => isRecord(metric) && metric.label === label)
    : isRecord(metrics)
      ? metrics[label]
      : undefined;
  if (!isRecord(entry)) return null;
  const { name, unit, goal } = entry;
  return {
    name: typeof name === "string" ? name : null,
    rest: {
      ...(typeof unit === "string" || unit === null ? { unit } : {}),
      ...(goal === "max" || goal === "min" || goal === null ? { goal } : {}),
    },
  };
}
