/** What is asked of the worker, out of what is chosen on the page. */
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { operationsOf } from "@/lib/core/search/operations";
import type { SearchMethod, SearchPlan } from "@/lib/core/search/plan";
import { measuredGlobals, numAssembled, type Slot } from "@/lib/core/search/slots";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Settings } from "./useSettings";
import { goalOfUse, type PredictorUse } from "./useSought";

/** Architectures that the page lists at most. */
const NUM_KEPT = 300;
/** Settings of whole architectures to draw from, the commonest. */
const MAX_GLOBALS = 64;
/** Measured graphs to start from. */
const MAX_STARTS = 2_000;

export type Chosen = Pick<Settings, "method" | "budget" | "seed" | "cautious" | "where"> &
  Pick<SearchPlan, "template">;

const shared = (
  space: SearchSpace,
  used: readonly PredictorUse[],
  { budget, seed, cautious, where, template }: Chosen,
) => ({
  space,
  predicted: used.map(({ target, use }) => ({ name: target, goal: goalOfUse(use) })),
  constraints: where,
  template,
  budget,
  seed,
  cautious,
  keep: NUM_KEPT,
});

/** The method that `automatic` stands for in the reduced space. */
export function reducedMethod(
  slots: readonly Slot[],
  used: readonly PredictorUse[],
  { method, budget }: Pick<Chosen, "method" | "budget">,
): SearchMethod {
  if (method !== "automatic") return method;
  if (numAssembled(slots) <= BigInt(budget)) return "exhaustive";
  const numGoals = used.filter(({ use }) => goalOfUse(use) !== null).length;
  return numGoals === 1 ? "best-first" : "evolution";
}

export const reducedPlan = (
  space: SearchSpace,
  rows: readonly EvaluatedArchitecture[],
  used: readonly PredictorUse[],
  slots: readonly Slot[],
  chosen: Chosen,
): SearchPlan => ({
  ...shared(space, used, chosen),
  method: reducedMethod(slots, used, chosen),
  region: { kind: "reduced", slots, globals: measuredGlobals(rows)[0]?.nodes[0] ?? [] },
});

/** Nothing ranks the whole space, so it is drawn from at random, or searched by evolution. */
export const wholePlan = (
  space: SearchSpace,
  rows: readonly EvaluatedArchitecture[],
  used: readonly PredictorUse[],
  chosen: Chosen,
): SearchPlan => ({
  ...shared(space, used, chosen),
  method: chosen.method === "random" ? "random" : "evolution",
  region: {
    kind: "whole",
    operations: operationsOf(space, rows),
    measured: space.structure === "graph" ? rows.slice(0, MAX_STARTS) : [],
    globals: measuredGlobals(rows)
      .slice(0, MAX_GLOBALS)
      .flatMap(({ nodes }) => nodes),
  },
});
