import type { Metric } from "../dataset";
import { metricName } from "./metricColumn";

/** Metrics of a dataset after a second file joined, and where the file's columns go among them. */
export type JoinedMetrics = {
  readonly metrics: readonly Metric[];
  /** By metric of the file: its index among the metrics above. */
  readonly places: readonly number[];
  readonly newNames: readonly string[];
};

/** A metric of the file is one that is there if label or name agree; the others come behind. */
export function joinMetrics(there: readonly Metric[], coming: readonly Metric[]): JoinedMetrics {
  const metrics = [...there];
  const places = coming.map((metric) => {
    const byLabel = there.findIndex(({ label }) => label === metric.label);
    const known = byLabel >= 0 ? byLabel : there.findIndex(({ name }) => name === metric.name);
    if (known >= 0) return known;
    const name = metricName(metric.name, new Set(metrics.map((taken) => taken.name)));
    return metrics.push({ ...metric, name }) - 1;
  });
  return { metrics, places, newNames: metrics.slice(there.length).map(({ name }) => name) };
}
