import { Panel } from "@/components/ui/Panel";
import type { UploadResult } from "@/lib/api/contracts";
import { formatCount } from "@/lib/figures/format";
import { MetricTable } from "./MetricTable";
import { formatWords, lengthWords, structureWords, valueWords } from "./words";

/** Step 1: what the file was taken for. */
export function RecognisedStep({ result: { report } }: { result: UploadResult }) {
  const { format, structure, units, features, metrics } = report;
  return (
    <Panel title="1. Recognised" lead="What this file was taken for.">
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Term name="Format">{formatWords(format)}</Term>
        <Term name="Structure">{structureWords(structure)}</Term>
        <Term name={formatCount(units.length, "unit")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {units.map(({ name, lengths }) => (
              <li key={name}>
                {name}: {lengthWords(lengths)} {lengths.length === 1 && lengths[0] === 1 ? "layer" : "layers"}
              </li>
            ))}
          </ul>
        </Term>
        <Term name={formatCount(features.length, "feature")}>
          <ul className="space-y-0.5">
            {features.map((feature) => (
              <li key={`${feature.scope} ${feature.name}`} className="break-words">
                <span className="font-medium">{feature.name}</span>: {valueWords(feature)}{" "}
                <span className="text-muted">
                  ({feature.kind}, {feature.scope === "node" ? "of each node" : "of the whole architecture"})
                </span>
              </li>
            ))}
          </ul>
        </Term>
      </dl>
      <h3 className="mt-4 mb-1 font-medium">{formatCount(metrics.length, "metric")}</h3>
      <MetricTable metrics={metrics} />
    </Panel>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
