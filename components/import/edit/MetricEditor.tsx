import type { MetricSummary } from "@/lib/core/dataset";
import { rangeWords } from "../ColumnTable";
import { withMetric, type MetricEdits } from "../importPlanEdits";
import { GoalSelect, UnitInput } from "../MetricInputs";

type MetricEditorProps = {
  metrics: readonly MetricSummary[];
  /** By metric name. */
  edits: MetricEdits | undefined;
  onChange: (edits: MetricEdits) => void;
};

/** Unit and goal of every stored metric, beside its range. */
export function MetricEditor({ metrics, edits, onChange }: MetricEditorProps) {
  if (metrics.length === 0)
    return <p className="text-muted">This dataset has no metrics; add some from another file.</p>;
  return (
    <div className="max-h-128 overflow-auto" tabIndex={0} role="region" aria-label="Metrics">
      <table className="w-full min-w-120 text-left">
        <thead className="text-muted">
          <tr className="border-b border-line [&>th]:py-1 [&>th]:pr-3 [&>th]:font-normal">
            <th scope="col">Metric</th>
            <th scope="col">Unit</th>
            <th scope="col">Goal</th>
            <th scope="col" className="text-right">
              Range
            </th>
            <th scope="col" className="text-right">
              Missing
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => {
            const { name, label, unit, goal, missing } = metric;
            const edit = edits?.[name];
            return (
              <tr key={name} className="border-b border-line last:border-0 [&>*]:py-1 [&>*]:pr-3">
                <th scope="row" className="font-medium">
                  {label}
                  {label !== name && <span className="block text-xs font-normal text-muted">{name}</span>}
                </th>
                <td>
                  <UnitInput
                    of={label}
                    value={edit?.unit === undefined ? unit : edit.unit}
                    onChange={(next) => onChange(withMetric(edits, name, { unit: next }))}
                  />
                </td>
                <td>
                  <GoalSelect
                    of={label}
                    value={edit?.goal === undefined ? goal : edit.goal}
                    onChange={(next) => onChange(withMetric(edits, name, { goal: next }))}
                  />
                </td>
                <td className="text-right whitespace-nowrap">{rangeWords(metric)}</td>
                <td className="text-right">{missing}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
