"use client";

import { createContext, useContext, useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { useSought, type Sought } from "@/components/search/useSought";
import type { Loadable } from "@/components/workspace/workspace";
import { fillRest, type BestModules } from "@/lib/builder/completion";
import type { Draft } from "@/lib/builder/draft";
import { draftIssues, toArchitecture, type DraftIssue } from "@/lib/builder/legality";
import {
  architectureKey,
  type Architecture,
  type EvaluatedArchitecture,
  type Node,
  type NodePlace,
} from "@/lib/core/architecture";
import { operationPalette, type OperationPaint } from "@/lib/figures/operationPalette";
import { useGraph, type GraphState } from "./graph/useGraph";
import { useBestModules } from "./useBestModules";
import { useDraft, type DraftState } from "./useDraft";
import { useConstraints, type Constraints } from "./judge/useConstraints";
import { useManyPredictions, type ManyPredictions } from "./judge/useManyPredictions";
import { useLocks, type LocksState } from "./useLocks";
import { usePlace } from "./usePlace";
import { useMeasured, type Measured } from "./measured/useMeasured";
import { usePredictions, type Predictions } from "./usePredictions";
import { useSaved, type Saved } from "./useSaved";

/** Id of the architecture that is being built, until it is saved under a name. */
const DRAFT_ID = "draft";

const NONE: readonly Architecture[] = [];
const NOTHING: readonly string[] = [];

/** What every panel of the page works on. */
export type Build = {
  readonly state: DraftState;
  readonly issues: readonly DraftIssue[];
  /** The draft as an architecture; null while something is missing. */
  readonly architecture: Architecture | null;
  /** The architecture, or the draft with the rest filled by the best; null while that is not known. */
  readonly completion: Architecture | null;
  /** Completes any draft with the best modules; null while they are being scored. */
  readonly complete: ((draft: Draft) => Draft) | null;
  readonly best: Loadable<BestModules>;
  /** The measured architecture with the highest target; null where nothing is measured. */
  readonly bestMeasured: EvaluatedArchitecture | null;
  /** Rows that measured exactly this architecture, best first; some datasets hold an architecture more than once. */
  readonly measuredAs: readonly EvaluatedArchitecture[];
  /** Predictions of the completion and of the best measured architecture. */
  readonly predictions: Predictions;
  /** The selected place, in the address. */
  readonly place: NodePlace;
  readonly selectPlace: (place: NodePlace) => void;
  readonly paint: (node: Node) => OperationPaint;
  /** Gives what no module scores: the best measured architecture, else any. */
  readonly reference: EvaluatedArchitecture | null;
  /** The predictors that are asked, and for more or for less of their targets. */
  readonly sought: Sought;
  /** What each of them says of the completion. */
  readonly many: ManyPredictions;
  readonly constraints: Constraints;
  /** Constraints that the completion breaks, as far as its predictions are known. */
  readonly broken: readonly string[];
  readonly locks: LocksState;
  /** Which graphs are legal, where edges are a choice of their own. */
  readonly graph: GraphState;
  readonly saved: Saved;
  readonly measured: Measured;
};

export const BuildContext = createContext<Build | null>(null);

/** @throws Error outside of the Build page */
export function useBuild(): Build {
  const build = useContext(BuildContext);
  if (build === null) throw new Error("useBuild is for the panels of the Build page.");
  return build;
}

export function useNewBuild(): Build {
  const { dataset, architectures, opened, bestFirst } = useExploration();
  const { space } = dataset;
  const locks = useLocks(space);
  const state = useDraft(dataset.id, space, locks.follow);
  const graph = useGraph();
  const { rules } = graph;
  const { draft } = state;
  const best = useBestModules();
  const [place, selectPlace] = usePlace(space);
  const bestMeasured = architectures[bestFirst[0] ?? -1] ?? null;
  const reference = bestMeasured ?? architectures[0] ?? null;
  const paint = useMemo(() => operationPalette(space), [space]);
  const issues = useMemo(() => draftIssues(space, draft, rules), [space, draft, rules]);
  const architecture = useMemo(() => toArchitecture(space, draft, DRAFT_ID, rules), [space, draft, rules]);
  const rowsByKey = useMemo(() => {
    const rows = new Map<string, EvaluatedArchitecture[]>();
    for (const row of bestFirst.flatMap((index) => architectures[index] ?? [])) {
      const key = architectureKey(row);
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
    return rows;
  }, [architectures, bestFirst]);
  const measuredAs = (architecture && rowsByKey.get(architectureKey(architecture))) ?? [];
  const scored = best.status === "ready" ? best.value : null;
  const complete = useMemo(
    () => (scored === null ? null : (open: Draft) => fillRest(space, open, scored, reference, rules)),
    [space, scored, reference, rules],
  );
  const completion = useMemo(
    () =>
      architecture ?? (complete === null ? null : toArchitecture(space, complete(draft), DRAFT_ID, rules)),
    [space, draft, architecture, complete, rules],
  );
  const asked = useMemo(
    () => [completion, bestMeasured].filter((candidate) => candidate !== null),
    [completion, bestMeasured],
  );
  const predictions = usePredictions(opened, asked);
  const sought = useSought();
  const completions = useMemo(() => (completion === null ? NONE : [completion]), [completion]);
  const many = useManyPredictions(sought.used, completions);
  const constraints = useConstraints(sought.used);
  const saved = useSaved(dataset.id);
  const measured = useMeasured(dataset.id, space, saved);
  const known = sought.used.map(({ id }) => many.of(id, completion)?.value ?? NaN);
  const broken =
    completion === null || known.some(Number.isNaN) ? NOTHING : constraints.broken(completion, known);
  return {
    state,
    issues,
    architecture,
    completion,
    complete,
    best,
    bestMeasured,
    measuredAs,
    predictions,
    place,
    selectPlace,
    paint,
    reference,
    sought,
    many,
    constraints,
    broken,
    locks,
    graph,
    saved,
    measured,
  };
}
