import { Panel } from "@/components/ui/Panel";
import type { UploadResult } from "@/lib/api/contracts";
import type { Candidate } from "@/lib/core/dataset";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import { formatCount } from "@/lib/figures/format";
import { FirstRowChoice } from "./FirstRowChoice";
import { FormatChoice } from "./FormatChoice";
import { firstRowOf, isDelimited, withFirstRow, withFormat } from "./importPlanEdits";
import { PreviewRows } from "./PreviewRows";
import { metricWords, shortList, structureWords, unitWords, valueWords } from "./words";

const MOST_UNITS = 8;
const MOST_FEATURES = 12;
const MOST_METRICS = 6;

type RecognisedStepProps = {
  result: UploadResult;
  fileName: string;
  readers: readonly Candidate[];
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
};

/** Step 1: what the file was taken for, the first rows drawn, and a way to say otherwise. */
export function RecognisedStep({
  result: { report, preview },
  fileName,
  readers,
  plan,
  onChange,
}: RecognisedStepProps) {
  const { format, candidates, columns, structure, units, features, metrics } = report;
  const shownFeatures = features.slice(0, MOST_FEATURES);
  return (
    <Panel title="1. Recognised" lead="What this file was taken for.">
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Term name="Format">
          <FormatChoice
            format={plan.format ?? format}
            candidates={candidates}
            readers={readers}
            onChange={(next) => onChange(withFormat(plan, next))}
          />
        </Term>
        {isDelimited(fileName) && (
          <Term name="First row">
            <FirstRowChoice
              firstRow={firstRowOf(
                plan,
                columns.map(({ label }) => label),
              )}
              onChange={(firstRow) => onChange(withFirstRow(plan, firstRow))}
            />
          </Term>
        )}
        <Term name="Structure">{structureWords(structure)}</Term>
        <Term name={formatCount(units.length, "unit")}>{shortList(unitWords(units), MOST_UNITS)}</Term>
        <Term name={formatCount(features.length, "feature")}>
          <ul className="space-y-0.5">
            {shownFeatures.map((feature) => (
              <li key={`${feature.scope} ${feature.name}`} className="break-words">
                <span className="font-medium">{feature.name}</span>: {valueWords(feature)}{" "}
                <span className="text-muted">
                  ({feature.kind}, {feature.scope === "node" ? "of each node" : "of the whole architecture"})
                </span>
              </li>
            ))}
            {features.length > shownFeatures.length && (
              <li className="text-muted">
                and {formatCount(features.length - shownFeatures.length, "more feature")}, under Search space
                below
              </li>
            )}
          </ul>
        </Term>
        <Term name={formatCount(metrics.length, "metric")}>
          {metrics.length === 0
            ? "No column holds numbers that were measured. A second file can add them once this one is stored."
            : shortList(metrics.map(metricWords), MOST_METRICS)}
        </Term>
      </dl>
      <div className="mt-4">
        <PreviewRows preview={preview} />
      </div>
    </Panel>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
