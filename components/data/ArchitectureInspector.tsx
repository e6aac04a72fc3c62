import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { ArchitectureDrawing, hasEdgesToSee } from "@/components/import/ArchitectureDrawing";
import { EmptyState } from "@/components/ui/EmptyState";
import { Panel } from "@/components/ui/Panel";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import { hasFailed } from "@/lib/core/evaluation";
import type { Goal } from "@/lib/core/pareto";
import { featureValue } from "@/lib/core/searchSpace";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { measuredWords } from "./metricWords";
import { numBetter } from "./rank";

/** Pixels. */
const WIDEST_DRAWING = 860;

type ArchitectureInspectorProps = {
  architecture: EvaluatedArchitecture | undefined;
  dataset: Pick<DatasetDetail, "space" | "metrics" | "fileName">;
  /** One column of numbers per metric. */
  columns: readonly Float64Array[];
  goals: readonly Goal[];
  paint: (node: Node) => OperationPaint;
};

/** One architecture in full: its nodes by unit, what was measured and where it stands, and the row it came from. */
export function ArchitectureInspector(props: ArchitectureInspectorProps) {
  const { architecture, dataset, columns, goals, paint } = props;
  if (architecture === undefined)
    return (
      <EmptyState title="No architecture selected">
        Click a row of the table or a point of the figure to see it here in full.
      </EmptyState>
    );
  const { space, metrics, fileName } = dataset;
  return (
    <Panel title={architecture.id} lead={`Row ${architecture.row} of ${fileName}`}>
      {hasEdgesToSee(space) ? (
        <ArchitectureDrawing space={space} architecture={architecture} maxWidth={WIDEST_DRAWING} />
      ) : (
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {architecture.units.map((unit, unitIndex) => (
          <div key={unitIndex} className="max-w-full min-w-0">
            <p className="mb-0.5 text-xs text-muted">{unitName(space, unitIndex)}</p>
            <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={unitName(space, unitIndex)}>
              <div className="w-max">
                <ArchitectureStrip
                  architecture={{ units: [unit] }}
                  paint={paint}
                  cellWidth={labelWidth(unit, paint)}
                  cellHeight={30}
                />
                <LayerNames names={space.units[unitIndex]?.layerNames} width={labelWidth(unit, paint)} />
              </div>
            </div>
          </div>
        ))}
      </div>
      )}
      {architecture.status !== undefined && (
        <p className="mt-4 text-warn">
          Status: {architecture.status}
          {hasFailed(architecture) && ". Nothing is trained on a failed evaluation or ranked by it."}
        </p>
      )}
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {metrics.map(({ name, label, unit }, metricIndex) => {
          const value = architecture.metrics[metricIndex] ?? null;
          return (
            <div key={name} className="min-w-0">
              <dt className="truncate text-xs text-muted" title={label}>
                {label}
              </dt>
              <dd>
                {value === null ? (
                  <span className="text-muted">missing</span>
                ) : (
                  <>
                    <span className="font-medium">{measuredWords(value, unit)}</span>{" "}
                    <span className="text-xs text-muted">
                      {hasFailed(architecture)
                        ? "not counted"
                        : rankWords(columns[metricIndex], value, goals[metricIndex])}
                    </span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
        {space.globalFeatures.map((feature, index) => (
          <div key={feature.name}>
            <dt className="text-xs text-muted">{feature.name}</dt>
            <dd>{featureValue(feature, architecture.globals[index] ?? NaN) ?? "does not apply"}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

const unitName = (space: DatasetDetail["space"], unitIndex: number): string =>
  space.units[unitIndex]?.name ?? `unit ${unitIndex + 1}`;

/** Wide enough for the longest label in 10 px type. */
function labelWidth(unit: readonly Node[], paint: (node: Node) => OperationPaint): number {
  const longest = Math.max(0, ...unit.map((node) => paint(node).label.length));
  return Math.max(36, Math.ceil(longest * 6) + 10);
}

/** Names of the layers below their nodes, where layers have names of their own. */
function LayerNames({ names, width }: { names: readonly string[] | undefined; width: number }) {
  if (names === undefined) return null;
  return (
    <div aria-hidden="true" className="flex text-center text-xs text-muted">
      {names.map((name) => (
        <span key={name} className="truncate" style={{ width }}>
          {name}
        </span>
      ))}
    </div>
  );
}

/** `12th best of 2,000`; nothing where the column is not there. */
function rankWords(column: Float64Array | undefined, value: number, goal: Goal | undefined): string {
  if (column === undefined) return "";
  const { better, measured } = numBetter(column, value, goal ?? "max");
  const place = better === 0 ? "best" : `${ordinal(better + 1)} best`;
  return `${place} of ${measured.toLocaleString("en")}`;
}

const ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });
const SUFFIXES: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };

const ordinal = (number: number): string =>
  `${number.toLocaleString("en")}${SUFFIXES[ORDINALS.select(number)] ?? "th"}`;
