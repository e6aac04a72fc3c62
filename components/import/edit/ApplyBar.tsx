"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { editDataset } from "@/lib/api/client";
import type { DatasetDetail, DatasetEdits } from "@/lib/api/contracts";
import { formatCount } from "@/lib/figures/format";

type ApplyState =
  { readonly step: "idle" | "applying" } | { readonly step: "failed"; readonly message: string };

type ApplyBarProps = {
  dataset: DatasetDetail;
  edits: DatasetEdits;
  /** Rows that fit the edited search space. */
  numLeft: number;
  /** False where an edit cannot be made at all. */
  isPossible: boolean;
  onDiscard: () => void;
  onApplied: () => void;
};

/** Stays in sight while there is something to apply or to discard. */
export function ApplyBar({ dataset, edits, numLeft, isPossible, onDiscard, onApplied }: ApplyBarProps) {
  const [state, setState] = useState<ApplyState>({ step: "idle" });
  if (Object.keys(edits).length === 0) return null;
  const hindrance = isPossible
    ? hindranceOf(edits, numLeft)
    : "One change cannot be made; the reason is above.";
  const apply = async () => {
    setState({ step: "applying" });
    try {
      const { name } = edits;
      await editDataset(dataset.id, name === undefined ? edits : { ...edits, name: name.trim() });
      onApplied();
    } catch (error) {
      setState({ step: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="sticky bottom-2 z-20 space-y-2 rounded border border-line-strong bg-surface p-3 shadow-lg">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">
          {hindrance ??
            (edits.space === undefined
              ? "Changed, not stored yet."
              : `Changed, not stored yet. ${formatCount(numLeft, "row fits", "rows fit")}.`)}
        </p>
        <div className="flex gap-2">
          <Button disabled={state.step === "applying"} onClick={onDiscard}>
            Discard
          </Button>
          <Button
            look="primary"
            disabled={hindrance !== null || state.step === "applying"}
            onClick={() => void apply()}
          >
            {state.step === "applying" ? "Applying" : "Apply"}
          </Button>
        </div>
      </div>
      {state.step === "failed" && (
        <Note tone="bad" title="Nothing was changed">
          <p>{state.message}</p>
        </Note>
      )}
    </div>
  );
}

function hindranceOf({ name }: DatasetEdits, numLeft: number): string | null {
  if (name?.trim() === "") return "A dataset needs a name.";
  return numLeft <= 0 ? "No row would fit; allow at least one value more." : null;
}
