"use client";

import { useMemo, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { freeName, MAX_COMPARED } from "@/lib/builder/versions";
import { useBuild } from "../build";
import { SideBySide } from "./SideBySide";
import { useVersions } from "./useVersions";

/** Versions of the draft under names, and up to four of them side by side. */
export function VersionsPanel() {
  const { dataset } = useExploration();
  const { state } = useBuild();
  const { versions, add, remove } = useVersions(dataset.id, dataset.space);
  const [name, setName] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const code = encodeDraft(state.draft);
  const compared = useMemo(() => versions.filter((one) => ticked.includes(one.name)), [versions, ticked]);
  const tick = (one: string) =>
    setTicked(
      ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one].slice(-MAX_COMPARED),
    );
  return (
    <Panel
      title="Versions"
      lead={`Steps on the way, kept in this browser; the draft itself is kept as it is, too. Tick up to ${MAX_COMPARED} to see them side by side.`}
    >
      <form
        className="mb-3 flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (code === null) return;
          const kept = name.trim() === "" ? freeName(versions) : name.trim();
          add({ name: kept, code });
          setName("");
        }}
      >
        <input
          aria-label="Call the version"
          value={name}
          maxLength={60}
          placeholder={freeName(versions)}
          className="w-48 rounded border border-line bg-surface px-2 py-1"
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="submit"
          disabled={code === null}
          title={code === null ? "The draft is empty" : undefined}
        >
          Keep this version
        </Button>
      </form>
      {versions.length === 0 ? (
        <p className="text-muted">No version kept yet.</p>
      ) : (
        <ul aria-label="Versions" className="grid gap-1">
          {versions.map((one) => (
            <li key={one.name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <label className="flex min-w-40 items-center gap-2">
                <input
                  type="checkbox"
                  checked={ticked.includes(one.name)}
                  className="accent-(--accent)"
                  onChange={() => tick(one.name)}
                />
                {one.name}
              </label>
              <Button
                look="quiet"
                className="text-xs"
                aria-label={`Go back to ${one.name}`}
                onClick={() => {
                  const draft = parseDraft(one.code, dataset.space);
                  if (draft !== null) state.edit({ type: "load", draft });
                }}
              >
                Go back to it
              </Button>
              <Button
                look="quiet"
                className="text-xs"
                aria-label={`Forget ${one.name}`}
                onClick={() => remove(one.name)}
              >
                Forget
              </Button>
            </li>
          ))}
        </ul>
      )}
      {compared.length > 0 && <SideBySide versions={compared} />}
    </Panel>
  );
}
