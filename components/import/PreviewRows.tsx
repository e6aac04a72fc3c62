import { columnFormat } from "@/components/data/columnFormat";
import { metricTitle } from "@/components/data/metricWords";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { UploadResult } from "@/lib/api/contracts";
import { ABSENT } from "@/lib/core/architecture";
import { featureValue } from "@/lib/core/searchSpace";
import { formatCount, formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { ArchitectureDrawing, hasEdgesToSee } from "./ArchitectureDrawing";

const NUM_SHOWN = 8;
const NUM_DRAWN = 2;
const MOST_GLOBALS = 4;
const MOST_METRICS = 6;

/** The first rows as drawn architectures: wrong units or a shifted column are seen at once. */
export function PreviewRows({ preview: { space, metrics, architectures } }: Pick<UploadResult, "preview">) {
  const paint = operationPalette(space);
  const shownGlobals = space.globalFeatures.slice(0, MOST_GLOBALS);
  const shownMetrics = metrics.slice(0, MOST_METRICS);
  const writers = shownMetrics.map((_, index) =>
    writerOf(Float64Array.from(architectures, ({ metrics: values }) => values[index] ?? NaN)),
  );
  return (
    <div>
      <h3 className="mb-1 font-medium">The first rows as architectures</h3>
      <p className="mb-1 text-xs text-muted">
        One cell a node, a gap between units, one colour for each operation; hover a strip to read it.
      </p>
      {hasEdgesToSee(space) && (
        <ul className="mb-3 grid items-start gap-4 md:grid-cols-2">
          {architectures.slice(0, NUM_DRAWN).map((architecture) => (
            <li key={architecture.row} className="min-w-0">
              <ArchitectureDrawing space={space} architecture={architecture} />
              <p className="text-xs text-muted">row {architecture.row}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="First rows">
        <table className="text-left">
          <thead className="text-muted">
            <tr className="border-b border-line [&>th]:py-1 [&>th]:pr-4 [&>th]:font-normal">
              <th scope="col">Row</th>
              <th scope="col">Id</th>
              <th scope="col">Architecture</th>
              {shownGlobals.map(({ name }) => (
                <th key={name} scope="col" className="text-right whitespace-nowrap">
                  {name}
                </th>
              ))}
              {shownMetrics.map((metric) => (
                <th key={metric.name} scope="col" className="text-right whitespace-nowrap">
                  {metricTitle(metric)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {architectures.slice(0, NUM_SHOWN).map((architecture) => (
              <tr key={architecture.row} className="[&>td]:py-1 [&>td]:pr-4">
                <td className="text-muted">{architecture.row}</td>
                <td className="max-w-32 truncate" title={architecture.id}>
                  {architecture.id}
                  {architecture.status !== undefined && (
                    <span className="block truncate text-xs text-warn" title={architecture.status}>
                      {architecture.status}
                    </span>
                  )}
                </td>
                <td>
                  <div className="w-max">
                    <ArchitectureStrip architecture={architecture} paint={paint} />
                  </div>
                </td>
                {shownGlobals.map((feature, index) => (
                  <td key={feature.name} className="text-right whitespace-nowrap">
                    {featureValue(feature, architecture.globals[index] ?? ABSENT) ?? "does not apply"}
                  </td>
                ))}
                {shownMetrics.map(({ name }, index) => (
                  <td key={name} className="text-right whitespace-nowrap">
                    <MetricValue value={architecture.metrics[index] ?? null} write={writers[index]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {metrics.length > MOST_METRICS && (
        <p className="text-xs text-muted">and {formatCount(metrics.length - MOST_METRICS, "more metric")}</p>
      )}
    </div>
  );
}

const WIDEST_SPAN = 1e4;

/** The same decimals for all; where sizes differ too much for that, each number as it needs. */
function writerOf(values: Float64Array): (value: number) => string {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  return Math.max(...sizes) > WIDEST_SPAN * Math.min(...sizes) ? formatValue : columnFormat(values);
}

type MetricValueProps = { value: number | null; write: ((value: number) => string) | undefined };

function MetricValue({ value, write = String }: MetricValueProps) {
  return value === null ? <span className="text-muted">missing</span> : write(value);
}
