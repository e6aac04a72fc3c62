import type { MetricSummary } from "@/lib/core/dataset";
import { formatValue } from "@/lib/figures/format";
import { goalWords } from "./words";

/** What was measured: unit, goal, range and how many rows lack it. */
export function MetricTable({ metrics }: { metrics: readonly MetricSummary[] }) {
  if (metrics.length === 0) return <p className="text-muted">No column holds numbers that were measured.</p>;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Metrics">
      <table className="w-full min-w-120 text-left">
        <thead className="text-muted">
          <tr className="border-b border-line [&>th]:py-1 [&>th]:pr-4 [&>th]:font-normal">
            <th scope="col">Metric</th>
            <th scope="col">Unit</th>
            <th scope="col">Goal</th>
            <th scope="col" className="text-right">
              Smallest
            </th>
            <th scope="col" className="text-right">
              Largest
            </th>
            <th scope="col" className="text-right">
              Missing
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ name, label, unit, goal, min, max, missing }) => (
            <tr key={name} className="border-b border-line last:border-0 [&>*]:py-1 [&>*]:pr-4">
              <th scope="row" className="font-medium">
                {label}
                {label !== name && <span className="block text-xs font-normal text-muted">{name}</span>}
              </th>
              <td>{unit ?? <span className="text-muted">not said</span>}</td>
              <td className={goal === null ? "text-muted" : ""}>{goalWords(goal)}</td>
              <td className="text-right">{min === null ? "none" : formatValue(min)}</td>
              <td className="text-right">{max === null ? "none" : formatValue(max)}</td>
              <td className={`text-right ${missing > 0 ? "font-medium text-warn" : ""}`}>{missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
