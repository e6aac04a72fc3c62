"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useState } from "react";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { nodeMove, undoneMove, type NodeMove } from "@/lib/builder/graph/moves";
import { record, redo, startHistory, undo, type History } from "@/lib/builder/history";
import { moduleEdit } from "@/lib/builder/modules";
import { parseModule } from "@/lib/core/moduleCode";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { readStored, writeStored } from "./browserStore";

/** A draft, and what the gesture that made it did to the places of the one before. */
type Step = { readonly draft: Draft; readonly move: NodeMove | null };

const KEPT_FOR = 20;
/** Drafts of datasets visited in this tab: going to Explore for a module and coming back must not lose them. */
const kept = new Map<string, History<Step>>();

function keep(datasetId: string, history: History<Step>): void {
  kept.delete(datasetId);
  kept.set(datasetId, history);
  const oldest = kept.keys().next();
  if (kept.size > KEPT_FOR && !oldest.done) kept.delete(oldest.value);
}

/** Where the browser keeps a dataset's draft beyond the life of a tab. */
const storedKey = (datasetId: string): string => `archwright.draft.${datasetId}`;

type Start = { readonly history: History<Step>; readonly message: string | null };

/**
 * The draft in the address, else the one left behind in this tab, else the one this browser kept; with the module in
 * the address put in.
 */
function startOf(
  datasetId: string,
  space: SearchSpace,
  draftText: string | null,
  putText: string | null,
): Start {
  const left = kept.get(datasetId);
  const parsed = draftText === null ? null : parseDraft(draftText, space);
  const known = left !== undefined && (parsed === null || encodeDraft(left.present.draft) === draftText);
  const stored = parsed === null ? readStored(storedKey(datasetId)) : null;
  const autosaved = stored === null ? null : parseDraft(stored, space);
  const history = known ? left : startHistory(stepOf(parsed ?? autosaved ?? emptyDraft(space)));
  const refused = (what: string, reason: string): Start => ({
    history,
    message: `The ${what} in the address ${reason}.`,
  });
  if (draftText !== null && parsed === null) return refused("draft", "is none of this search space");
  if (putText === null) return { history, message: null };
  const module = parseModule(putText, space);
  if (module === null) return refused("module", "is none of this search space");
  const { draft } = history.present;
  const put = moduleEdit(space, draft, module);
  if (!put.ok) return refused("module", `cannot be put in: ${put.reason}`);
  return { history: record(history, stepOf(applyEdit(space, draft, put.edit))), message: null };
}

const stepOf = (draft: Draft, move: NodeMove | null = null): Step => ({ draft, move });

export type DraftState = {
  readonly draft: Draft;
  /** What in the address could not be used, or null. */
  readonly message: string | null;
  readonly edit: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/**
 * The draft with its history; `?draft=` always has it, and `?put=` is taken once.
 * @param onMove hears where places went when a node comes or goes, also by undoing and doing again
 */
export function useDraft(
  datasetId: string,
  space: SearchSpace,
  onMove: (move: NodeMove) => void,
): DraftState {
  const replace = parseAsString.withOptions({ history: "replace" });
  const [draftText, setDraftText] = useQueryState("draft", replace);
  const [putText, setPutText] = useQueryState("put", replace);
  const [start] = useState(() => startOf(datasetId, space, draftText, putText));
  const [history, setHistory] = useState(start.history);

  useEffect(() => {
    keep(datasetId, history);
    const code = encodeDraft(history.present.draft);
    writeStored(storedKey(datasetId), code);
    void setDraftText(code);
  }, [datasetId, history, setDraftText]);
  useEffect(() => {
    void setPutText(null);
  }, [setPutText]);

  const edit = useCallback(
    (change: Edit) => {
      const move = nodeMove(change);
      if (move !== null) onMove(move);
      setHistory((current) => {
        const { draft } = current.present;
        const next = applyEdit(space, draft, change);
        // A gesture that changes nothing is no step back: undo would seem broken.
        return encodeDraft(next) === encodeDraft(draft) ? current : record(current, stepOf(next, move));
      });
    },
    [space, onMove],
  );
  const { past, present, future } = history;
  return {
    draft: present.draft,
    message: start.message,
    edit,
    undo: useCallback(() => {
      if (past.length > 0 && present.move !== null) onMove(undoneMove(present.move));
      setHistory(undo);
    }, [past, present, onMove]),
    redo: useCallback(() => {
      const [next] = future;
      if (next?.move) onMove(next.move);
      setHistory(redo);
    }, [future, onMove]),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  };
}
