"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { compareUnits, numDifferences, numEdgeDifferences } from "@/lib/builder/comparison";
import { parseDraft } from "@/lib/builder/draftCode";
import { toArchitecture } from "@/lib/builder/legality";
import type { Version } from "@/lib/builder/versions";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "../build";
import { useManyPredictions } from "../judge/useManyPredictions";
import { LatencyLines } from "../measured/LatencyLines";

/** Versions as columns: what they are made of, what every target is predicted to be, and what they break. */
export function SideBySide({ versions }: { versions: readonly Version[] }) {
  const { space } = useExploration().dataset;
  const { state, sought, constraints, complete, paint, measured, graph } = useBuild();
  const { rules } = graph;
  const shown = useMemo(
    () =>
      versions.flatMap(({ name, code }) => {
        const draft = parseDraft(code, space);
        if (draft === null) return [];
        const own = toArchitecture(space, draft, name, rules);
        const architecture =
          own ?? (complete === null ? null : toArchitecture(space, complete(draft), name, rules));
        return [{ name, draft, architecture, isFilled: own === null }];
      }),
    [versions, space, complete, rules],
  );
  const asked = useMemo(() => shown.flatMap(({ architecture }) => architecture ?? []), [shown]);
  const many = useManyPredictions(sought.used, asked);
  return (
    <div role="region" aria-label="Side by side" tabIndex={0} className="relative mt-4 overflow-x-auto">
      <table className="text-left whitespace-nowrap tabular-nums">
        <thead>
          <tr>
            <td />
            {shown.map(({ name }) => (
              <th key={name} scope="col" className="pr-8 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Header>Architecture</Header>
            {shown.map(({ name, architecture, isFilled }) => (
              <td key={name} className="py-1 pr-8">
                {architecture ? (
                  <ArchitectureStrip architecture={architecture} paint={paint} />
                ) : (
                  "not complete"
                )}
                {isFilled && <span className="block text-xs text-muted">filled with the best</span>}
              </td>
            ))}
          </tr>
          {sought.used.map(({ id, target }) => (
            <tr key={id}>
              <Header>{target}</Header>
              {shown.map(({ name, architecture }) => {
                const interval = many.of(id, architecture);
                return (
                  <td key={name} className="pr-8">
                    {interval
                      ? `${formatValue(interval.value)} (${formatValue(interval.low)} to ${formatValue(interval.high)})`
                      : "not yet known"}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <Header>Latency, measured</Header>
            {shown.map(({ name, architecture }) => {
              const latencies = measured.of(architecture);
              return (
                <td key={name} className="pr-8">
                  {latencies.length > 0 ? <LatencyLines latencies={latencies} /> : "not measured"}
                </td>
              );
            })}
          </tr>
          <tr>
            <Header>Differs from the draft in</Header>
            {shown.map(({ name, draft }) => (
              <td key={name} className="pr-8">
                {numDifferences(compareUnits(state.draft.units, draft.units))} places
                {draft.edges !== undefined && `, ${numEdgeDifferences(state.draft, draft)} edges`}
              </td>
            ))}
          </tr>
          {constraints.constraints.length > 0 && (
            <tr>
              <Header>Breaks</Header>
              {shown.map(({ name, architecture }) => (
                <td key={name} className="pr-8">
                  {architecture === null
                    ? ""
                    : constraints
                        .broken(
                          architecture,
                          sought.used.map(({ id }) => many.of(id, architecture)?.value ?? NaN),
                        )
                        .join(", ") || "nothing"}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Header({ children }: { children: React.ReactNode }) {
  return (
    <th scope="row" className="py-0.5 pr-6 font-normal text-muted">
      {children}
    </th>
  );
}
