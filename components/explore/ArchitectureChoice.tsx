"use client";

import { useMemo, useState } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button } from "@/components/ui/Button";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { operationLabel } from "@/lib/core/searchSpace";
import { formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { useExploration } from "./exploration";

const MAX_FOUND = 8;

type ArchitectureChoiceProps = {
  chosen: EvaluatedArchitecture | null;
  onChoose: (id: string | null) => void;
};

/** The best measured architecture, or any other by its id or by the operations it begins with. */
export function ArchitectureChoice({ chosen, onChoose }: ArchitectureChoiceProps) {
  const { dataset, architectures, bestFirst, measured, opened } = useExploration();
  const [text, setText] = useState("");
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    if (wanted === "") return [];
    const order = bestFirst.length > 0 ? bestFirst : [...architectures.keys()];
    const matches: number[] = [];
    for (const index of order) {
      const architecture = architectures[index];
      if (architecture === undefined || matches.length >= MAX_FOUND) break;
      const operations = architecture.units.flat().map((node) => operationLabel(dataset.space, node));
      if (`${architecture.id} ${operations.join(" ")}`.toLowerCase().includes(wanted)) matches.push(index);
    }
    return matches;
  }, [text, architectures, bestFirst, dataset.space]);
  const chosenIndex = chosen ? architectures.indexOf(chosen) : -1;
  return (
    <div className="mb-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex items-center gap-2">
          <span className="text-muted">Architecture</span>
          <input
            type="search"
            value={text}
            placeholder="id or operations"
            className="w-48 rounded border border-line-strong bg-surface px-2 py-1 text-ink"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button onClick={() => onChoose(null)}>Best measured</Button>
        {chosen && (
          <p className="min-w-0 break-words">
            <span className="font-semibold">{chosen.id}</span>{" "}
            <span className="text-muted">
              {Number.isFinite(measured[chosenIndex])
                ? `${opened.file.target} ${formatValue(measured[chosenIndex] ?? NaN)}, measured`
                : "no measured target"}
            </span>
          </p>
        )}
      </div>
      {text.trim() !== "" && (
        <ul aria-label="Architectures found" className="mt-2 max-w-xl rounded border border-line">
          {found.length === 0 && (
            <li className="p-2 text-muted">No architecture has this in its id or operations.</li>
          )}
          {found.map((index) => {
            const architecture = architectures[index];
            return (
              architecture && (
                <li key={architecture.id}>
                  <button
                    type="button"
                    className="flex w-full flex-wrap items-center gap-3 px-2 py-1 text-left hover:bg-sunken"
                    onClick={() => {
                      onChoose(architecture.id);
                      setText("");
                    }}
                  >
                    <span className="min-w-0 truncate">{architecture.id}</span>
                    <ArchitectureStrip architecture={architecture} paint={paint} />
                    <span className="ml-auto text-muted">{formatValue(measured[index] ?? NaN)}</span>
                  </button>
                </li>
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}
