"use client";

import { useMemo } from "react";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatCount } from "@/lib/figures/format";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { legendEntries } from "./legendEntries";
import type { DataView } from "./useDataView";

const MOST_SHOWN = 36;

type OperationLegendProps = {
  architectures: readonly EvaluatedArchitecture[];
  space: SearchSpace;
  paint: (node: Node) => OperationPaint;
  view: Pick<DataView, "text" | "setText">;
};

/** The colours of the operations that occur; a press keeps the architectures that hold the operation. */
export function OperationLegend({ architectures, space, paint, view }: OperationLegendProps) {
  const entries = useMemo(() => legendEntries(architectures, space, paint), [architectures, space, paint]);
  if (space.nodeFeatures.length === 0) return null;
  const toggle = (word: string) => {
    const words = view.text.includes(word) ? view.text.replace(word, " ") : `${view.text} ${word}`;
    view.setText(words.replaceAll(/\s+/g, " ").trim());
  };
  return (
    <div>
      <ul aria-label="Operations" className="flex max-h-24 flex-wrap gap-1 overflow-y-auto p-0.5">
        {entries.slice(0, MOST_SHOWN).map(({ key, label, word, fill }) => {
          const isKept = view.text.includes(word);
          return (
            <li key={key}>
              <button
                type="button"
                aria-pressed={isKept}
                title={`Keep architectures that hold ${label}`}
                onClick={() => toggle(word)}
                className={`flex items-center gap-1 rounded border px-1.5 text-xs leading-5 hover:bg-sunken ${
                  isKept ? "border-accent bg-accent-soft" : "border-transparent"
                }`}
              >
                <span aria-hidden="true" className="size-3 rounded-xs" style={{ background: fill }} />
                {label}
              </button>
            </li>
          );
        })}
      </ul>
      {entries.length > MOST_SHOWN && (
        <p className="text-xs text-muted">
          and {formatCount(entries.length - MOST_SHOWN, "more operation")}; hover a strip to read them
        </p>
      )}
    </div>
  );
}
