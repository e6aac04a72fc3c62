import { formatValue, formatWithUnit } from "@/lib/figures/format";
import type { Metric } from "@/lib/core/dataset";

/** `latency (ms)`: the label with its unit, once. */
export const metricTitle = ({ label, unit }: Pick<Metric, "label" | "unit">): string =>
  unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;

/** Units that say what a number is, but that nobody writes behind it. */
const UNWRITTEN = new Set(["fraction", "count"]);

/** `75.45 %`, `0.9069`, `17,320`. */
export const measuredWords = (value: number, unit: Metric["unit"]): string =>
  unit === null || UNWRITTEN.has(unit) ? formatValue(value) : formatWithUnit(value, unit);
