"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { edgeChoices, graphChoices, type GraphChoice } from "@/lib/builder/graph/choices";
import { graphIssues } from "@/lib/builder/graph/legality";
import type { GraphRules } from "@/lib/builder/graph/rules";
import { toArchitecture } from "@/lib/builder/legality";
import type { Edge } from "@/lib/core/architecture";
import { useBuild } from "../build";
import { useEffects, type Effect } from "../useEffects";

export type ShownChoice = GraphChoice & {
  /** What it does to the predictions; null while that is not known, and where the graph would not be complete. */
  readonly effect: Effect | null;
  /** What the graph would then lack; null where nothing. */
  readonly lacks: string | null;
};

/** More predictions at once would keep the page waiting; what is not asked is shown without its effect. */
const MOST_ASKED = 64;

/** What can be done at the selected node or edge, with what each would do to the predictions. */
export function useGraphChoices(rules: GraphRules, edge: Edge | null) {
  const { space } = useExploration().dataset;
  const { state, locks, place, complete } = useBuild();
  const { draft } = state;
  const groups = useMemo(
    () =>
      edge === null
        ? graphChoices(space, rules, draft, locks.locks, place)
        : { edges: edgeChoices(space, rules, draft, edge), nodes: [] },
    [space, rules, draft, locks.locks, place, edge],
  );
  const variants = useMemo(() => {
    const possible = [...groups.edges, ...groups.nodes].filter(({ after }) => after !== null);
    return new Map(
      possible.slice(0, MOST_ASKED).flatMap(({ key, after }) => {
        const variant = after && complete && toArchitecture(space, complete(after), `after ${key}`, rules);
        return variant ? [[key, variant] as const] : [];
      }),
    );
  }, [space, rules, groups, complete]);
  const asked = useMemo(() => [...variants.values()], [variants]);
  const { effectOf, pending, failure } = useEffects(asked);
  const shown = (choices: readonly GraphChoice[]): ShownChoice[] =>
    choices.map((choice) => {
      const variant = variants.get(choice.key);
      return {
        ...choice,
        effect: variant === undefined ? null : effectOf(variant),
        lacks: choice.after === null ? null : (graphIssues(space, rules, choice.after)[0] ?? null),
      };
    });
  return {
    edges: shown(groups.edges),
    nodes: shown(groups.nodes),
    pending: pending || complete === null,
    failure,
  };
}
