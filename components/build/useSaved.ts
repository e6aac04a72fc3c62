"use client";

import { useCallback, useEffect, useState } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import { deleteAssembled, editAssembled, listAssembled, saveAssembled } from "@/lib/api/client";
import type { AssembledArchitecture, AssembledRequest } from "@/lib/api/contracts";
import type { BrowserLatency } from "@/lib/core/browserLatency";

export type Saved = {
  readonly designs: Loadable<readonly AssembledArchitecture[]>;
  /** What the last change failed with, or null. */
  readonly failure: string | null;
  /** Whether it was saved. */
  readonly save: (request: AssembledRequest) => Promise<boolean>;
  /** Stores what was measured with designs that are saved already. */
  readonly measure: (ids: readonly string[], latencies: readonly BrowserLatency[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The saved designs of a dataset, newest first. */
export function useSaved(datasetId: string): Saved {
  const [designs, setDesigns] = useState<Saved["designs"]>({ status: "loading" });
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    listAssembled(datasetId, { signal: abort.signal }).then(
      (value) => setDesigns({ status: "ready", value }),
      (error: unknown) => {
        if (!abort.signal.aborted) setDesigns({ status: "failed", message: messageOf(error) });
      },
    );
    return () => abort.abort();
  }, [datasetId]);

  const change = useCallback(
    async (act: () => Promise<unknown>): Promise<boolean> => {
      try {
        await act();
        setDesigns({ status: "ready", value: await listAssembled(datasetId) });
        setFailure(null);
        return true;
      } catch (error) {
        setFailure(messageOf(error));
        return false;
      }
    },
    [datasetId],
  );
  const measure = useCallback(
    async (ids: readonly string[], latencies: readonly BrowserLatency[]) =>
      void (await change(() => Promise.all(ids.map((id) => editAssembled(datasetId, id, { latencies }))))),
    [change, datasetId],
  );
  return {
    designs,
    failure,
    measure,
    save: (request) => change(() => saveAssembled(datasetId, request)),
    remove: async (id) => void (await change(() => deleteAssembled(datasetId, id))),
  };
}
