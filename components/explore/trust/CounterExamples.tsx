"use client";

import { useMemo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { CounterExample } from "@/lib/core/trust/measuredDifference";
import { formatEffect } from "@/lib/figures/evidence";
import { formatCount, formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { useExploration } from "../exploration";

/** Pairs of rows that contradict the claim, the strongest first. */
export function CounterExamples({
  examples,
  numAgainst,
}: {
  examples: readonly CounterExample[];
  numAgainst: number;
}) {
  const { dataset, architectures, measured } = useExploration();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  if (examples.length === 0) return <p className="text-muted">No counter-example in the data.</p>;
  const strip = (row: number) => {
    const architecture = architectures[row];
    if (!architecture) return null;
    return (
      <span className="flex min-w-0 items-center gap-2" title={architecture.id}>
        <span className="w-14 shrink-0 text-right">{formatValue(measured[row] ?? NaN)}</span>
        <ArchitectureStrip architecture={architecture} paint={paint} cellWidth={8} cellHeight={12} />
      </span>
    );
  };
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer font-medium">
        Counter-examples, the strongest {examples.length < numAgainst ? `${examples.length} of ` : ""}
        {formatCount(numAgainst, "pair")}
      </summary>
      <ul className="mt-1 grid gap-2">
        {examples.map(({ holder, partner, difference, numOtherDifferences }) => (
          <li key={`${holder} ${partner}`} className="grid gap-0.5">
            {strip(holder)}
            {strip(partner)}
            <span className="text-xs text-muted">
              {formatEffect(difference)} with the module (above) against without
              {numOtherDifferences > 0 && `, ${formatCount(numOtherDifferences, "other difference")}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
