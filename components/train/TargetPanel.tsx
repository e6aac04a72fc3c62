import { useId } from "react";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { formatCount } from "@/lib/figures/format";
import { DataWarnings } from "./DataWarnings";
import { ExpressionInput } from "./ExpressionInput";
import { TargetHistogram } from "./TargetHistogram";
import type { TargetState } from "./useTarget";

type TargetPanelProps = {
  target: TargetState;
  architectures: readonly EvaluatedArchitecture[];
  disabled: boolean;
};

/** What the predictor will learn to rank: a metric at a click, or an expression. */
export function TargetPanel({ target, architectures, disabled }: TargetPanelProps) {
  const faultId = useId();
  return (
    <Panel
      title="What should be high?"
      lead="The target. Predictors learn it and rank by it; higher is better."
    >
      <div className="grid min-w-0 gap-3">
        <MetricChips target={target} disabled={disabled} />
        <ExpressionInput target={target} disabled={disabled} describedBy={faultId} />
        {target.fault && <CaretFault id={faultId} text={target.text} fault={target.fault} />}
        {target.targets && target.problem && <Note tone="bad" title={target.problem} />}
        {target.targets && <RowCounts target={target} />}
        {target.targets && target.rows.length > 0 && (
          <TargetHistogram
            values={target.targets.values}
            label={target.unit === null ? target.text : `${target.text} (${target.unit})`}
          />
        )}
        <DataWarnings target={target} architectures={architectures} />
      </div>
    </Panel>
  );
}

/** Less is better: its negation is the target, so that higher is better for every target. */
const chipTarget = ({ name, goal }: Metric): string => (goal === "min" ? `-${name}` : name);

function MetricChips({ target, disabled }: { target: TargetState; disabled: boolean }) {
  const negated = target.metrics.some(({ goal }) => goal === "min");
  return (
    <div className="grid gap-1.5">
      <div role="group" aria-label="Metrics" className="flex flex-wrap gap-1.5">
        {target.metrics.map((metric) => {
          const text = chipTarget(metric);
          const chosen = target.text.trim() === text;
          return (
            <button
              key={metric.name}
              type="button"
              disabled={disabled}
              aria-pressed={chosen}
              title={metric.label}
              onClick={() => target.setText(text)}
              className={`max-w-full truncate rounded-full border px-3 py-1 disabled:opacity-50 ${
                chosen ? "border-accent bg-accent-soft font-medium" : "border-line hover:bg-sunken"
              }`}
            >
              {text}
              {metric.unit && <span className="text-muted"> {metric.unit}</span>}
            </button>
          );
        })}
      </div>
      {negated && (
        <p className="text-muted">
          Of metrics where less is better the negation is offered, so that a higher target is always better.
        </p>
      )}
    </div>
  );
}

type Fault = { readonly message: string; readonly position: number };

/** The expression again with a caret under the character that is wrong. */
function CaretFault({ id, text, fault }: { id: string; text: string; fault: Fault }) {
  return (
    <div id={id} role="alert" className="min-w-0 rounded border-l-4 border-bad bg-bad-soft px-3 py-2">
      {text.trim() !== "" && (
        <pre aria-hidden="true" className="overflow-x-auto font-mono text-xs leading-tight">
          {`${text}\n${" ".repeat(fault.position)}^`}
        </pre>
      )}
      <p>
        {fault.message} <span className="text-muted">(character {fault.position + 1})</span>
      </p>
    </div>
  );
}

/** Every row is accounted for: usable, without the metric, or without a finite number, with the first ids. */
function RowCounts({ target: { rows, targets } }: { target: TargetState }) {
  if (!targets) return null;
  const { missing, nonFinite, failed } = targets;
  return (
    <div role="status" aria-label="Usable rows">
      <p>
        <strong>{formatCount(rows.length, "usable row")}</strong>
        {missing.length > 0 && `, ${formatCount(missing.length, "row")} without a metric it names`}
      </p>
      {failed.length > 0 && (
        <p className="text-warn">
          {formatCount(
            failed.reduce((sum, { ids }) => sum + ids.length, 0),
            "row",
          )}{" "}
          left out, the evaluation failed (
          {failed
            .slice(0, 5)
            .map(({ status, ids }) => `${status}: ${ids.length}`)
            .join(", ")}
          {failed.length > 5 && " and others"})
        </p>
      )}
      {nonFinite.map(({ cause, ids }) => (
        <p key={cause} className="text-warn">
          {formatCount(ids.length, "row")} left out, {cause}: {ids.slice(0, 5).join(", ")}
          {ids.length > 5 && " and more"}
        </p>
      ))}
    </div>
  );
}
