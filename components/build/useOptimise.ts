"use client";

import { useState } from "react";
import { openBeside } from "@/components/search/beside";
import { useExploration } from "@/components/explore/exploration";
import { bestCompletions } from "@/lib/builder/optimise";
import { lockedPart, lockedSpace, type Locks } from "@/lib/builder/locks";
import { wholePlan } from "@/components/search/plans";
import type { PredictorUse } from "@/components/search/useSought";
import { draftOf, sameNode, type Draft } from "@/lib/builder/draft";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { operationsOf } from "@/lib/core/search/operations";
import type { SearchPlan } from "@/lib/core/search/plan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Interval } from "@/lib/predictor/predictor";
import { useBuild } from "./build";
import type { Constraints } from "./judge/useConstraints";

/** Predictions that a search for what keeps the constraints may take. */
const BUDGET = 1_500;

/** Completions of the highest sums of scores that are compared by their predictions. */
const NUM_COMPARED = 200;

export type Optimise = {
  readonly optimise: () => void;
  readonly busy: boolean;
  /** What came of it, or why nothing did. */
  readonly message: string | null;
  /** Why it cannot start, or null. */
  readonly obstacle: string | null;
};

/**
 * Keeps what is locked and chooses the rest: of the completions with the best sums of scores (exact for additive
 * scores), the one that is predicted best of those that keep the constraints.
 */
export function useOptimise(): Optimise {
  const { dataset, architectures, opened } = useExploration();
  const { state, best, locks, reference, sought, constraints, graph } = useBuild();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const obstacle =
    best.status !== "ready"
      ? "The modules are still being scored"
      : constraints.faults.length > 0
        ? "Mend the constraints first"
        : null;

  const optimise = async () => {
    if (best.status !== "ready") return;
    const found = bestCompletions(
      dataset.space,
      state.draft,
      locks.locks,
      best.value,
      reference,
      NUM_COMPARED,
      graph.rules,
    );
    if (found.length === 0) return setMessage("No scored module fits what is locked: unlock a place.");
    const { used } = sought;
    const asked = await openBeside(
      opened,
      dataset.id,
      used.map(({ id }) => id),
    );
    const own = (await opened.client.run("predict", { architectures: found })).intervals;
    const columns: Interval[][] = [];
    for (const who of asked)
      columns.push((await opened.client.run("predict", { architectures: found, ...who })).intervals);
    const ownUse = used.find(({ id }) => id === opened.id)?.use;
    const worth = (row: number): number => (own[row]?.value ?? NaN) * (ownUse === "min" ? -1 : 1);
    const keeping = found.flatMap((architecture, row) => {
      const predicted = columns.map((column) => column[row]?.value ?? NaN);
      return constraints.broken(architecture, predicted).length === 0 ? [row] : [];
    });
    const [chosen] = keeping.toSorted((a, b) => worth(b) - worth(a));
    const architecture = chosen === undefined ? undefined : found[chosen];
    if (architecture !== undefined) {
      state.edit({ type: "load", draft: draftOf(architecture) });
      return setMessage(
        `The best of ${found.length} completions by prediction${
          keeping.length < found.length ? `, ${keeping.length} of which keep the constraints` : ""
        }.`,
      );
    }
    // None of the best sums keeps the constraints: what does is looked for among all that keeps what is locked.
    // What the predictor in use predicts is raised or lowered; the others are there for the constraints.
    const judges = used.map((one): PredictorUse =>
      ownUse === undefined || one.id === opened.id ? one : { ...one, use: "limit" },
    );
    const plan = keepingPlan(dataset.space, architectures, state.draft, locks.locks, judges, constraints);
    const { found: better, numKeeping } = await opened.client.run("search", { plan, predictors: asked });
    const [first] = better;
    if (first === undefined || numKeeping === 0)
      return setMessage(
        `None of ${found.length + plan.budget} candidates keeps the constraints: loosen one, or unlock a place.`,
      );
    state.edit({ type: "load", draft: draftOf(first.architecture) });
    setMessage(
      `None of the ${found.length} best sums of scores keeps the constraints; this is the best of ${numKeeping} candidates that do, by evolution.`,
    );
  };

  return {
    optimise: () => {
      setBusy(true);
      optimise()
        .catch((error: unknown) => setMessage(error instanceof Error ? error.message : String(error)))
        .finally(() => setBusy(false));
    },
    busy,
    message,
    obstacle,
  };
}

/** A search of everything that keeps what is locked; of graphs, of measured ones that do. */
function keepingPlan(
  space: SearchSpace,
  rows: readonly EvaluatedArchitecture[],
  draft: Draft,
  locks: Locks,
  used: readonly PredictorUse[],
  { text: where, template }: Pick<Constraints, "text" | "template">,
): SearchPlan {
  const kept = lockedSpace(space, draft, locks, operationsOf(space, rows));
  const locked = lockedPart(space, draft, locks).units;
  const starts = rows.filter(({ units }) =>
    locked.every((slots, unitIndex) =>
      slots.every((slot, layer) => slot === null || sameNode(slot, units[unitIndex]?.[layer] ?? null)),
    ),
  );
  const plan = wholePlan(kept.space, space.structure === "graph" ? starts : rows, used, {
    method: "evolution",
    budget: BUDGET,
    seed: 1,
    cautious: false,
    where,
    template,
  });
  return plan.region.kind === "whole"
    ? { ...plan, keep: 1, region: { ...plan.region, operations: kept.operations } }
    : plan;
}
