"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import type { Found } from "@/lib/core/search/plan";
import type { ProposalRule } from "@/lib/core/search/proposals";
import { TaskError } from "@/lib/worker/trainer-client";
import { forgetBeside, openBeside } from "../beside";
import { wholePlan, type Chosen } from "../plans";
import type { SearchRun } from "../useSearch";
import { goalOfUse, type PredictorUse } from "../useSought";
import { chooseProposals, unmeasured } from "./candidates";

/** Drawn from the whole space beside what a search found, so that not only the best can be proposed. */
const NUM_DRAWN = 1_500;

export type Proposals = {
  readonly rule: ProposalRule;
  readonly seed: number;
  readonly used: readonly PredictorUse[];
  readonly numCandidates: number;
  readonly chosen: readonly Found[];
};

export type ProposalState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly fraction: number | null }
  | { readonly status: "done"; readonly proposals: Proposals }
  | { readonly status: "failed"; readonly message: string };

type Wanted = { readonly rule: ProposalRule; readonly count: number; readonly seed: number };

/** Proposes in the worker, next to the predictors. */
export function useProposals(used: readonly PredictorUse[], runs: readonly SearchRun[], chosen: Chosen) {
  const { dataset, architectures, opened } = useExploration();
  const [state, setState] = useState<ProposalState>({ status: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const propose = useCallback(
    ({ rule, count, seed }: Wanted, onDone: (proposals: Proposals) => void) => {
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      const { signal } = controller;
      const show = (next: ProposalState) => abort.current === controller && setState(next);
      const { space, metrics } = dataset;
      const work = async () => {
        const predictors = await openBeside(
          opened,
          dataset.id,
          used.map(({ id }) => id),
        );
        const plan = {
          ...wholePlan(space, architectures, used, {
            ...chosen,
            method: "random",
            budget: NUM_DRAWN,
            seed,
          }),
          keep: NUM_DRAWN,
        };
        const { found: drawn } = await opened.client.run(
          "search",
          { plan, predictors },
          {
            signal,
            onProgress: ({ numPredicted, total }) =>
              show({ status: "running", fraction: total > 0 ? numPredicted / total : null }),
          },
        );
        const names = used.map(({ target }) => target).join("\n");
        const ofSameSought = runs.filter(
          (run) => run.plan.predicted.map(({ name }) => name).join("\n") === names,
        );
        const candidates = unmeasured(
          [...ofSameSought.flatMap(({ result }) => result.found), ...drawn],
          architectures,
        );
        const first = used.findIndex(({ use }) => goalOfUse(use) !== null);
        const proposed = await chooseProposals(candidates, {
          rule,
          count,
          seed,
          space,
          metrics,
          architectures,
          used,
          numHops: opened.numHops,
          score: async (modules) =>
            (await opened.client.run("scoreModules", { modules, ...predictors[first] }, { signal })).scores,
        });
        return { rule, seed, used, numCandidates: candidates.length, chosen: proposed };
      };
      show({ status: "running", fraction: null });
      work().then(
        (proposals) => {
          if (abort.current !== controller) return;
          setState({ status: "done", proposals });
          onDone(proposals);
        },
        (error: unknown) => {
          const code = error instanceof TaskError ? error.code : null;
          if (code === "cancelled") return show({ status: "idle" });
          if (code === "lost" || code === "internal") forgetBeside(opened.client);
          show({ status: "failed", message: error instanceof Error ? error.message : String(error) });
        },
      );
    },
    [dataset, architectures, opened, used, runs, chosen],
  );
  return { state, propose, cancel: useCallback(() => abort.current?.abort(), []) };
}
