import type { ColumnUse, ImportReport, MetricSummary } from "@/lib/core/dataset";
import type { ColumnRole, ImportPlan } from "@/lib/core/formats/importPlan";
import { formatValue } from "@/lib/figures/format";
import { withMetric, withRole } from "./importPlanEdits";
import { GoalSelect, UnitInput } from "./MetricInputs";

const ROLES: readonly { readonly role: ColumnRole; readonly words: string }[] = [
  { role: "id", words: "id" },
  { role: "architecture", words: "architecture" },
  { role: "feature", words: "feature" },
  { role: "metric", words: "metric" },
  { role: "status", words: "status" },
  { role: "ignored", words: "ignored" },
];

type ColumnTableProps = {
  report: Pick<ImportReport, "columns" | "metrics">;
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
};

/** Every column of the file with what it is for; of a metric also unit, goal, range and what looks wrong. */
export function ColumnTable({ report: { columns, metrics }, plan, onChange }: ColumnTableProps) {
  return (
    <div className="max-h-128 overflow-auto" tabIndex={0} role="region" aria-label="Columns of the file">
      <table className="w-full min-w-132 text-left md:min-w-176">
        <thead className="text-muted">
          <tr className="border-b border-line [&>th]:sticky [&>th]:top-0 [&>th]:z-10 [&>th]:bg-surface [&>th]:py-1 [&>th]:pr-3 [&>th]:font-normal">
            <th scope="col">Column</th>
            <th scope="col" className="hidden md:table-cell">
              Example
            </th>
            <th scope="col">Role</th>
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
          {columns.map((column) => (
            <ColumnRow
              key={column.label}
              column={column}
              metric={metrics.find(({ label }) => label === column.label)}
              plan={plan}
              onChange={onChange}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ColumnRowProps = {
  column: ColumnUse;
  metric: MetricSummary | undefined;
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
};

function ColumnRow({ column: { label, role: foundRole, example }, metric, plan, onChange }: ColumnRowProps) {
  const role = plan.columns?.[label] ?? foundRole;
  const edited = plan.metrics?.[label];
  const setMetric = (edit: NonNullable<typeof edited>) =>
    onChange({ ...plan, metrics: withMetric(plan.metrics, label, edit) });
  const isMetric = role === "metric" && metric !== undefined;
  return (
    <>
      <tr className="border-b border-line [&>*]:py-1 [&>*]:pr-3">
        <th scope="row" className="max-w-48 font-medium break-words">
          {label}
          <span className="block max-w-44 truncate font-mono text-xs font-normal text-muted md:hidden">
            {example || "empty"}
          </span>
        </th>
        <td className="hidden max-w-40 truncate font-mono text-xs text-muted md:table-cell" title={example}>
          {example || "empty"}
        </td>
        <td>
          <select
            aria-label={`Role of ${label}`}
            value={role}
            onChange={(event) => {
              const chosen = ROLES.find((option) => option.role === event.target.value);
              if (chosen) onChange(withRole(plan, label, chosen.role));
            }}
            className={`rounded border border-line-strong bg-surface px-1 py-0.5 ${role === "ignored" ? "text-muted" : ""}`}
          >
            {ROLES.map((option) => (
              <option key={option.role} value={option.role}>
                {option.words}
              </option>
            ))}
          </select>
        </td>
        {isMetric ? (
          <>
            <td>
              <UnitInput
                of={label}
                value={edited?.unit === undefined ? metric.unit : edited.unit}
                onChange={(unit) => setMetric({ unit })}
              />
            </td>
            <td>
              <GoalSelect
                of={label}
                value={edited?.goal === undefined ? metric.goal : edited.goal}
                onChange={(goal) => setMetric({ goal })}
              />
            </td>
            <td className="text-right whitespace-nowrap">{rangeWords(metric)}</td>
            <td className={`text-right ${metric.missing > 0 ? "font-medium text-warn" : ""}`}>
              {metric.missing}
            </td>
          </>
        ) : (
          <td colSpan={4} />
        )}
      </tr>
      {isMetric && metric.suspicion !== null && (
        <tr className="border-b border-line">
          <td colSpan={7} className="rounded bg-warn-soft px-3 py-1">
            <span className="font-medium">Look at {label}: </span>
            {metric.suspicion}
          </td>
        </tr>
      )}
    </>
  );
}

/** `70.1 to 75.4`; one value alone where all are equal. */
export function rangeWords({ min, max }: Pick<MetricSummary, "min" | "max">): string {
  if (min === null || max === null) return "none";
  return min === max ? formatValue(min) : `${formatValue(min)} to ${formatValue(max)}`;
}
