import type { JoinResult } from "@/lib/api/contracts";
import type { MetricSummary } from "@/lib/core/dataset";
import { formatCount, formatInteger } from "@/lib/figures/format";

type JoinSumProps = { result: JoinResult; metrics: readonly MetricSummary[] };

/** The account of the second file: read = new + matched + rejected, and what it brings. */
export function JoinSum({ result: { added, matched, numRejected, newMetrics }, metrics }: JoinSumProps) {
  const labels = newMetrics.map((name) => metrics.find((metric) => metric.name === name)?.label ?? name);
  return (
    <>
      <span className="font-medium text-ink">{formatCount(added + matched + numRejected, "row")} read</span> ={" "}
      {formatInteger(added)} new + {formatInteger(matched)} already there + {formatInteger(numRejected)}{" "}
      rejected.{" "}
      {labels.length === 0
        ? "No new metric."
        : `${formatCount(labels.length, "new metric")}: ${labels.join(", ")}.`}
    </>
  );
}
