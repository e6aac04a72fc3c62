"use client";

import { useMemo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { Module } from "@/lib/core/module";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { architectureHolds } from "@/lib/figures/linked";
import { operationPalette } from "@/lib/figures/operationPalette";
import { useExploration } from "./exploration";

const MAX_SHOWN = 8;

/** The architectures of the dataset that hold a module, best measured first. */
export function Holders({ module }: { module: Module }) {
  const { dataset, architectures, bestFirst, measured, opened } = useExploration();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const holders = useMemo(() => {
    return bestFirst.flatMap((index) => {
      const architecture = architectures[index];
      return architecture && architectureHolds(dataset.space, architecture, module)
        ? [{ index, architecture }]
        : [];
    });
  }, [module, architectures, bestFirst, dataset]);
  return (
    <div className="min-w-0">
      <h3 className="font-medium">
        {holders.length === 0
          ? "No measured architecture holds it"
          : `${formatCount(holders.length, "measured architecture")} ${holders.length === 1 ? "holds" : "hold"} it, best first`}
      </h3>
      {holders.length > 0 && (
        <p className="text-xs text-muted">{opened.file.target}, rank among all measured</p>
      )}
      <ul className="mt-1 grid gap-1">
        {holders.slice(0, MAX_SHOWN).map(({ index, architecture }) => (
          <li key={architecture.id} className="flex items-center gap-2" title={architecture.id}>
            <span className="w-14 shrink-0 text-right">{formatValue(measured[index] ?? NaN)}</span>
            <span className="w-16 shrink-0 text-right text-muted">
              #{formatInteger(bestFirst.indexOf(index) + 1)}
            </span>
            <span className="min-w-0">
              <ArchitectureStrip architecture={architecture} paint={paint} cellWidth={8} cellHeight={14} />
            </span>
          </li>
        ))}
      </ul>
      {holders.length > MAX_SHOWN && (
        <p className="text-xs text-muted">and {formatCount(holders.length - MAX_SHOWN, "more", "more")}</p>
      )}
    </div>
  );
}
