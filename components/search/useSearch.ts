"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import type { SearchPlan, SearchProgress, SearchResult } from "@/lib/core/search/plan";
import type { Asked } from "@/lib/worker/protocol";
import { TaskError } from "@/lib/worker/trainer-client";
import { forgetBeside, openBeside } from "./beside";

export type RegionName = "reduced space" | "whole space";

/** One search that is done. */
export type SearchRun = {
  readonly region: RegionName;
  readonly plan: SearchPlan;
  readonly result: SearchResult;
  readonly seconds: number;
};

export type SearchState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly region: RegionName; readonly progress: SearchProgress | null }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly message: string };

export type Searches = {
  readonly state: SearchState;
  /** Of the last start; the first is there before the second is. */
  readonly runs: readonly SearchRun[];
  /** One after the other; a plan may rest on the runs before it. */
  readonly start: (
    predictorIds: readonly string[],
    plans: readonly { region: RegionName; plan: (runs: readonly SearchRun[]) => SearchPlan }[],
  ) => void;
  readonly cancel: () => void;
};

/** Searches in the worker, with progress, and what they found. */
export function useSearch(): Searches {
  const { dataset, opened } = useExploration();
  const [state, setState] = useState<SearchState>({ status: "idle" });
  const [runs, setRuns] = useState<readonly SearchRun[]>([]);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = useCallback<Searches["start"]>(
    (predictorIds, plans) => {
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      const { signal } = controller;
      const show = (next: SearchState) => abort.current === controller && setState(next);
      const searchAll = async (predictors: readonly Asked[]) => {
        const done: SearchRun[] = [];
        for (const { region, plan: planAfter } of plans) {
          const plan = planAfter(done);
          show({ status: "running", region, progress: null });
          const begun = performance.now();
          const onProgress = (progress: SearchProgress) => show({ status: "running", region, progress });
          const result = await opened.client.run("search", { plan, predictors }, { signal, onProgress });
          done.push({ region, plan, result, seconds: (performance.now() - begun) / 1000 });
          if (abort.current === controller) setRuns([...done]);
        }
        show({ status: "idle" });
      };
      setRuns([]);
      show({ status: "running", region: plans[0]?.region ?? "reduced space", progress: null });
      openBeside(opened, dataset.id, predictorIds)
        .then(searchAll)
        .catch((error: unknown) => {
          const code = error instanceof TaskError ? error.code : null;
          if (code === "cancelled") return show({ status: "cancelled" });
          if (code === "lost" || code === "internal") forgetBeside(opened.client);
          show({ status: "failed", message: error instanceof Error ? error.message : String(error) });
        });
    },
    [opened, dataset.id],
  );
  return { state, runs, start, cancel: useCallback(() => abort.current?.abort(), []) };
}
