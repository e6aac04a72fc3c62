"use client";

import { useMemo, useState } from "react";
import { ExplorationContext, useExploration, useNewExploration } from "@/components/explore/exploration";
import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { ReadyWorkspace } from "@/components/workspace/PredictorGate";
import { parseConstraints } from "@/lib/core/constraint";
import { reduceSlots } from "@/lib/core/search/reduce";
import type { Slot } from "@/lib/core/search/slots";
import { MeasureNext } from "./next/MeasureNext";
import { PlanPanel } from "./PlanPanel";
import { reducedPlan, wholePlan } from "./plans";
import { ReducePanel, type LoadedSpace } from "./ReducePanel";
import { ResultsPanel } from "./ResultsPanel";
import { SoughtPanel } from "./SoughtPanel";
import { useConstraintScope } from "./useConstraintScope";
import { useKept } from "./useKept";
import { useSearch } from "./useSearch";
import { useSettings } from "./useSettings";
import { useSlotScores } from "./useSlotScores";
import { goalOfUse, useSought } from "./useSought";

const NO_SLOTS: readonly Slot[] = [];

/** The search through the opened predictor and any that are asked beside it. */
export function Searcher({ dataset, architectures, opened }: ReadyWorkspace) {
  const exploration = useNewExploration(dataset, architectures, opened);
  return (
    <ExplorationContext value={exploration}>
      <Panels />
    </ExplorationContext>
  );
}

function Panels() {
  const { dataset, architectures } = useExploration();
  const { space } = dataset;
  const sought = useSought();
  const { used } = sought;
  const slots = useSlotScores(used);
  const ready = slots?.status === "ready" ? slots.value : null;
  const ranked = ready?.ranked ?? NO_SLOTS;
  const kept = useKept(ranked);
  const [loaded, setLoaded] = useState<LoadedSpace | null>(null);
  const reduced = useMemo(
    () => loaded?.slots ?? reduceSlots(ranked, kept.counts),
    [loaded, ranked, kept.counts],
  );
  const settings = useSettings();
  const { state, runs, start, cancel } = useSearch();
  const { scope, names, template } = useConstraintScope(used);
  const chosen = useMemo(() => ({ ...settings, template }), [settings, template]);
  const { faults } = useMemo(() => parseConstraints(settings.where, scope), [settings.where, scope]);
  const hasGoal = used.some(({ use }) => goalOfUse(use) !== null);
  const obstacle = !hasGoal
    ? "Choose a predictor to raise or to lower first."
    : faults.length > 0
      ? "Mend the constraints first."
      : slots !== null && reduced.length === 0
        ? "The modules are still being scored."
        : null;

  const search = () => {
    const whole = (budget: number) => wholePlan(space, architectures, used, { ...chosen, budget });
    const ids = used.map(({ id }) => id);
    if (slots === null) return start(ids, [{ region: "whole space", plan: () => whole(settings.budget) }]);
    start(ids, [
      { region: "reduced space", plan: () => reducedPlan(space, architectures, used, reduced, chosen) },
      ...(settings.compare
        ? [
            {
              region: "whole space" as const,
              // The same budget: as many as the reduced space took, which may be fewer than were allowed.
              plan: ([first]: typeof runs) => whole(first?.result.numPredicted ?? settings.budget),
            },
          ]
        : []),
    ]);
  };

  return (
    <>
      <SoughtPanel sought={sought} />
      {slots === null && hasGoal && (
        <Note>
          Architectures of this dataset have edges of their own, so modules cannot be put together freely: the
          search starts from measured ones and changes their operations.
        </Note>
      )}
      {slots?.status === "loading" && (
        <div className="grid gap-2">
          <p className="text-muted">Scoring the modules of every unit</p>
          <ProgressBar label="Scoring the modules of every unit" fraction={slots.fraction ?? null} />
        </div>
      )}
      {slots?.status === "failed" && (
        <Note tone="bad" title="The modules could not be scored">
          {slots.message} Reload the page to try again.
        </Note>
      )}
      {ready !== null && (
        <ReducePanel
          ranked={ranked}
          all={ready.all}
          observedOnly={ready.observedOnly}
          kept={kept}
          reduced={reduced}
          used={used}
          loaded={loaded}
          onLoad={setLoaded}
        />
      )}
      <PlanPanel
        settings={settings}
        hasReduced={slots !== null}
        faults={faults}
        names={names}
        state={state}
        obstacle={obstacle}
        onStart={search}
        onCancel={cancel}
      />
      {runs.length > 0 ? (
        <ResultsPanel runs={runs} used={used} />
      ) : (
        state.status !== "running" && (
          <EmptyState title="Nothing found yet">
            Start a search: what it finds stands here beside what was measured, with links to Build.
          </EmptyState>
        )
      )}
      <MeasureNext used={used} runs={runs} chosen={chosen} />
    </>
  );
}
