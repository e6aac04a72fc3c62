"use client";

import { useMemo, useState } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button } from "@/components/ui/Button";
import { operationLabel } from "@/lib/core/searchSpace";
import { formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { useExploration } from "./exploration";
import type { ShownArchitecture } from "./shownArchitecture";

const MAX_FOUND = 8;

type ArchitectureChoiceProps = {
  chosen: ShownArchitecture | null;
  /** Designs of Build that were saved for this dataset. */
  designs: readonly ShownArchitecture[];
  onChoose: (id: string | null) => void;
};

/** The best, median and worst measured architecture, a saved design, or any by its id or its operations. */
export function ArchitectureChoice({ chosen, designs, onChoose }: ArchitectureChoiceProps) {
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
  const chosenIndex = chosen ? architectures.findIndex((each) => each === chosen) : -1;
  const standing = [
    { label: "Best measured", rank: 0 },
    { label: "Median", rank: Math.floor((bestFirst.length - 1) / 2) },
    { label: "Worst", rank: bestFirst.length - 1 },
  ].flatMap(({ label, rank }) => {
    const architecture = architectures[bestFirst[rank] ?? -1];
    return architecture ? [{ label, id: architecture.id }] : [];
  });
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
        <span className="flex flex-wrap gap-1">
          {standing.map(({ label, id }) => (
            <Button key={label} aria-pressed={chosen?.id === id} onClick={() => onChoose(id)}>
              {label}
            </Button>
          ))}
        </span>
        {designs.length > 0 && (
          <label className="flex items-center gap-2">
            <span className="text-muted">Saved design</span>
            <select
              className="max-w-48 rounded border border-line-strong bg-surface px-1 py-0.5 text-ink"
              value={designs.some(({ id }) => id === chosen?.id) ? chosen?.id : ""}
              onChange={(event) => onChoose(event.target.value || null)}
            >
              <option value="">none</option>
              {designs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {chosen && (
          <p className="min-w-0 break-words">
            <span className="font-semibold">{chosen.name ?? chosen.id}</span>{" "}
            <span className="text-muted">
              {Number.isFinite(measured[chosenIndex])
                ? `${opened.file.target} ${formatValue(measured[chosenIndex] ?? NaN)}, measured`
                : chosen.name === undefined
                  ? "no measured target"
                  : "assembled, not measured"}
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
