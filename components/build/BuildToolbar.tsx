"use client";

import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { draftOf, isEmptyDraft } from "@/lib/builder/draft";
import { useBuild } from "./build";

/** What can be done to the draft as a whole. */
export function BuildToolbar() {
  const { opened } = useExploration();
  const { state, architecture, complete, bestMeasured } = useBuild();
  const { draft, edit, undo, redo, canUndo, canRedo } = state;
  const fillReason =
    architecture !== null
      ? "Nothing is open"
      : complete === null
        ? "The modules are still being scored"
        : undefined;
  return (
    <>
      <Button onClick={undo} disabled={!canUndo} title="Undo (Ctrl+Z)" aria-keyshortcuts="Control+Z">
        Undo
      </Button>
      <Button
        onClick={redo}
        disabled={!canRedo}
        title="Redo (Ctrl+Shift+Z or Ctrl+Y)"
        aria-keyshortcuts="Control+Shift+Z Control+Y"
      >
        Redo
      </Button>
      <Button
        look="primary"
        disabled={fillReason !== undefined}
        title={fillReason}
        onClick={() => complete && edit({ type: "fill", completion: complete(draft) })}
      >
        Fill the rest with the best
      </Button>
      <Button
        disabled={bestMeasured === null}
        title={
          bestMeasured === null
            ? `No architecture has a measured ${opened.file.target}`
            : `Replaces the draft by ${bestMeasured.id}`
        }
        onClick={() => bestMeasured && edit({ type: "load", draft: draftOf(bestMeasured) })}
      >
        Start from the best measured
      </Button>
      <Button
        disabled={isEmptyDraft(draft) && draft.units.every((slots) => slots.length === 0)}
        onClick={() => edit({ type: "clear" })}
      >
        Clear
      </Button>
    </>
  );
}
