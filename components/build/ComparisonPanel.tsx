"use client";

import { useExploration } from "@/components/explore/exploration";
import { Panel } from "@/components/ui/Panel";
import { compareUnits, edgeDifferences, numDifferences } from "@/lib/builder/comparison";
import type { Edge, EvaluatedArchitecture } from "@/lib/core/architecture";
import { formatEffect } from "@/lib/figures/evidence";
import { formatCount, formatValue, formatWithUnit } from "@/lib/figures/format";
import type { Interval } from "@/lib/predictor/predictor";
import { useBuild } from "./build";
import { ComparedStrips } from "./ComparedStrips";

/** The draft beside the best architecture that was measured. */
export function ComparisonPanel() {
  const { dataset, architectures, measured, opened } = useExploration();
  const { state, completion, bestMeasured, predictions, architecture, measuredAs } = useBuild();
  const [ownRow] = measuredAs;
  if (bestMeasured === null) return null;
  const places = compareUnits(state.draft.units, bestMeasured.units);
  const { onlyFirst, onlySecond } = edgeDifferences(state.draft.edges, bestMeasured.edges);
  const targetOf = (row: EvaluatedArchitecture | undefined) => row && measured[architectures.indexOf(row)];
  const own = predictions.of(completion);
  const reference = predictions.of(bestMeasured);
  return (
    <Panel
      title="Against the best measured"
      lead={differenceText(numDifferences(places), onlyFirst.length + onlySecond.length, bestMeasured.id)}
    >
      <ComparedStrips places={places} />
      {onlyFirst.length > 0 && <p className="text-muted">Edges only here: {edgesText(onlyFirst)}.</p>}
      {onlySecond.length > 0 && (
        <p className="text-muted">
          Edges only in {bestMeasured.id}: {edgesText(onlySecond)}.
        </p>
      )}
      <div
        role="region"
        aria-label="Against the best measured, as a table"
        tabIndex={0}
        className="mt-4 overflow-x-auto"
      >
        <table className="text-left whitespace-nowrap">
          <thead className="text-muted">
            <tr>
              <td />
              <th scope="col" className="pr-6 font-normal">
                {architecture === null ? "This draft, filled with the best" : "This draft"}
              </th>
              <th scope="col" className="pr-6 font-normal">
                {bestMeasured.id}
              </th>
              <th scope="col" className="font-normal">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Header>Predicted (90 % interval)</Header>
              <td className="pr-6">{intervalText(own)}</td>
              <td className="pr-6">{intervalText(reference)}</td>
              <td>{own && reference ? formatEffect(own.value - reference.value) : ""}</td>
            </tr>
            {!dataset.metrics.some(({ name }) => name === opened.file.target) && (
              <tr>
                <Header>{opened.file.target}, measured</Header>
                <td className="pr-6">{measuredText(targetOf(ownRow), null)}</td>
                <td className="pr-6">{measuredText(targetOf(bestMeasured), null)}</td>
                <td />
              </tr>
            )}
            {dataset.metrics.map(({ name, label, unit }, index) => (
              <tr key={name}>
                <Header>{label}, measured</Header>
                <td className="pr-6">{measuredText(ownRow?.metrics[index], unit)}</td>
                <td className="pr-6">{measuredText(bestMeasured.metrics[index], unit)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function differenceText(numPlaces: number, numEdges: number, id: string): string {
  if (numPlaces + numEdges === 0) return `The same as ${id}.`;
  if (numPlaces === 0) return `The same operations as ${id}, with other edges.`;
  return `${formatCount(numPlaces, "place")} ${numPlaces === 1 ? "differs" : "differ"} from ${id}; marked with ≠.`;
}

/** `1 → 3, 2 → 4`: nodes by their numbers from 1. */
const edgesText = (edges: readonly Edge[]): string =>
  edges.map(([source, target]) => `${source + 1} → ${target + 1}`).join(", ");

const measuredText = (value: number | null | undefined, unit: string | null): string =>
  Number.isFinite(value ?? NaN) ? formatWithUnit(value ?? NaN, unit) : "not measured";

const intervalText = (interval: Interval | null): string =>
  interval === null
    ? "not yet known"
    : `${formatValue(interval.value)} (${formatValue(interval.low)} to ${formatValue(interval.high)})`;

function Header({ children }: { children: React.ReactNode }) {
  return (
    <th scope="row" className="py-0.5 pr-6 font-normal text-muted">
      {children}
    </th>
  );
}
