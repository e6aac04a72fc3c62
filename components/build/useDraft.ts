"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useState } from "react";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { record, redo, startHistory, undo, type History } from "@/lib/builder/history";
import { moduleEdit } from "@/lib/builder/modules";
import { parseModule } from "@/lib/core/moduleCode";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { readStored, writeStored } from "./browserStore";

const KEPT_FOR = 20;
/** Drafts of datasets visited in this tab: going to Explore for a module and coming back must not lose them. */
const kept = new Map<string, History<Draft>>();

function keep(datasetId: string, history: History<Draft>): void {
  kept.delete(datasetId);
  kept.set(datasetId, history);
  const oldest = kept.keys().next();
  if (kept.size > KEPT_FOR && !oldest.done) kept.delete(oldest.value);
}

/** Where the browser keeps a dataset's draft beyond the life of a tab. */
const storedKey = (datasetId: string): string => `archwright.draft.${datasetId}`;

type Start = { readonly history: History<Draft>; readonly message: string | null };

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
  const known = left !== undefined && (parsed === null || encodeDraft(left.present) === draftText);
  const stored = parsed === null ? readStored(storedKey(datasetId)) : null;
  const autosaved = stored === null ? null : parseDraft(stored, space);
  const history = known ? left : startHistory(parsed ?? autosaved ?? emptyDraft(space));
  const refused = (what: string, reason: string): Start => ({
    history,
    message: `The ${what} in the address ${reason}.`,
  });
  if (draftText !== null && parsed === null) return refused("draft", "is none of this search space");
  if (putText === null) return { history, message: null };
  const module = parseModule(putText, space);
  if (module === null) return refused("module", "is none of this search space");
  const put = moduleEdit(space, history.present, module);
  if (!put.ok) return refused("module", `cannot be put in: ${put.reason}`);
  return { history: record(history, applyEdit(space, history.present, put.edit)), message: null };
}

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

/** The draft with its history; `?draft=` always has it, and `?put=` is taken once. */
export function useDraft(datasetId: string, space: SearchSpace): DraftState {
  const replace = parseAsString.withOptions({ history: "replace" });
  const [draftText, setDraftText] = useQueryState("draft", replace);
  const [putText, setPutText] = useQueryState("put", replace);
  const [start] = useState(() => startOf(datasetId, space, draftText, putText));
  const [history, setHistory] = useState(start.history);

  useEffect(() => {
    keep(datasetId, history);
    const code = encodeDraft(history.present);
    writeStored(storedKey(datasetId), code);
    void setDraftText(code);
  }, [datasetId, history, setDraftText]);
  useEffect(() => {
    void setPutText(null);
  }, [setPutText]);

  const edit = useCallback(
    (change: Edit) =>
      setHistory((current) => {
        const next = applyEdit(space, current.present, change);
        // A gesture that changes nothing is no step back: undo would seem broken.
        return encodeDraft(next) === encodeDraft(current.present) ? current : record(current, next);
      }),
    [space],
  );
  return {
    draft: history.present,
    message: start.message,
    edit,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
