"use client";

import { useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { AssembledRequest } from "@/lib/api/contracts";
import type { Architecture } from "@/lib/core/architecture";
import { useBuild } from "./build";
import { SavedDesign } from "./SavedDesign";

/** Keeps the draft under a name, and holds what was kept. */
export function SavedPanel() {
  const { saved } = useBuild();
  const { designs, failure } = saved;
  return (
    <Panel
      title="Saved designs"
      lead="Kept with the dataset, with what was predicted when they were saved and what was measured here."
    >
      <SaveForm />
      {failure !== null && (
        <Note tone="bad" title="That did not work">
          {failure}
        </Note>
      )}
      {designs.status === "loading" && <ProgressBar label="Reading saved designs" fraction={null} />}
      {designs.status === "failed" && (
        <Note tone="bad" title="The saved designs could not be read">
          {designs.message}
        </Note>
      )}
      {designs.status === "ready" &&
        (designs.value.length === 0 ? (
          <p className="text-muted">Nothing saved yet. A complete draft can be saved under a name.</p>
        ) : (
          <ul aria-label="Saved designs" className="divide-y divide-line">
            {designs.value.map((design) => (
              <SavedDesign key={design.id} design={design} onDelete={() => saved.remove(design.id)} />
            ))}
          </ul>
        ))}
    </Panel>
  );
}

/** A copy that may be written to, as the request's schema has it. */
const requestOf = (architecture: Architecture, id: string): AssembledRequest["architecture"] => ({
  id,
  units: architecture.units.map((unit) => unit.map((node) => [...node])),
  globals: [...architecture.globals],
  ...(architecture.edges ? { edges: architecture.edges.map(([source, target]) => [source, target]) } : {}),
});

function SaveForm() {
  const { opened } = useExploration();
  const { architecture, predictions, saved, measured } = useBuild();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const trimmed = name.trim();
  const reason =
    architecture === null ? "The draft is not complete yet." : trimmed === "" ? "A name is needed." : null;
  const save = async () => {
    if (architecture === null || trimmed === "") return;
    setBusy(true);
    const done = await saved.save({
      name: trimmed,
      predictorId: opened.id,
      architecture: requestOf(architecture, trimmed),
      predicted: predictions.of(architecture),
      latencies: measured.of(architecture),
    });
    setBusy(false);
    if (done) setName("");
  };
  return (
    <form
      className="mb-3 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="flex min-w-0 items-center gap-2">
        <span className="text-muted">Name</span>
        <input
          value={name}
          maxLength={120}
          className="min-w-0 rounded border border-line-strong bg-surface px-2 py-1 text-ink"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" look="primary" disabled={busy || reason !== null} title={reason ?? undefined}>
        Save
      </Button>
      {reason !== null && <span className="text-xs text-muted">{reason}</span>}
    </form>
  );
}
