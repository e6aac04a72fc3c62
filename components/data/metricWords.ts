import type { Metric } from "@/lib/core/dataset";

/** `latency (ms)`: the label with its unit, once. */
export const metricTitle = ({ label, unit }: Pick<Metric, "label" | "unit">): string =>
  unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
