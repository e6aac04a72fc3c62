"use client";

import { useCallback, useDeferredValue, useId, useMemo } from "react";
import { Panel } from "@/components/ui/Panel";
import type { OpenedPredictor } from "@/components/workspace/workspace";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { parseModule } from "@/lib/core/moduleCode";
import { CommonLens } from "./common/CommonLens";
import { ComparePanel } from "./compare/ComparePanel";
import { ExplorationContext, useNewExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { FeatureLens } from "./FeatureLens";
import { FitLens } from "./fit/FitLens";
import { GraphLens } from "./GraphLens";
import { LeaveBar } from "./leave/LeaveBar";
import { LensTabs } from "./LensTabs";
import { MapLens } from "./map/MapLens";
import { PairLens } from "./pairs/PairLens";
import { PinnedModule } from "./PinnedModule";
import { PositionLens } from "./PositionLens";
import { Question } from "./Question";
import { lensOf, type LensId } from "./questions";
import { SelectionBar } from "./SelectionBar";
import { SequenceLens } from "./SequenceLens";
import { SpreadLens } from "./spread/SpreadLens";
import { Tour } from "./tour/Tour";
import { NullCheckContext, useNewNullCheck } from "./trust/nullCheck";
import { TrustPanel } from "./trust/TrustPanel";

const FIGURES: Record<LensId, () => React.ReactNode> = {
  features: FeatureLens,
  positions: PositionLens,
  pairs: PairLens,
  spread: SpreadLens,
  sequences: SequenceLens,
  graph: GraphLens,
  common: CommonLens,
  map: MapLens,
  fit: FitLens,
};

type ExplorerProps = {
  dataset: DatasetDetail;
  architectures: readonly EvaluatedArchitecture[];
  opened: OpenedPredictor;
};

/** The questions as tabs, the figure that answers the chosen one, and the pinned module beside it. */
export function Explorer({ dataset, architectures, opened }: ExplorerProps) {
  const exploration = useNewExploration(dataset, architectures, opened);
  const nullChecker = useNewNullCheck(exploration);
  const [state, setState] = useExploreState();
  const panelId = useId();
  const lens = lensOf(state.lens);
  const Figure = FIGURES[lens.id];
  const pinned = useMemo(
    () => (state.module === null ? null : parseModule(state.module, dataset.space)),
    [state.module, dataset.space],
  );
  // The figure marks what was pressed at once; all that is told of it follows.
  const told = useDeferredValue(pinned);
  const unpin = useCallback(() => void setState({ module: null }), [setState]);
  const pinnedModule = useMemo(
    () => (told ? <PinnedModule module={told} onUnpin={unpin} /> : null),
    [told, unpin],
  );
  // Neither depends on what is selected.
  const below = useMemo(
    () => (
      <>
        <ComparePanel />
        <TrustPanel />
      </>
    ),
    [],
  );
  return (
    <ExplorationContext value={exploration}>
      <NullCheckContext value={nullChecker}>
        <Tour />
        <LensTabs lens={lens.id} panelId={panelId} onChange={(next) => void setState({ lens: next })} />
        <SelectionBar />
        <LeaveBar lens={lens} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${lens.id}`} className="min-w-0">
            <Question asked={lens}>
              <Figure />
            </Question>
          </div>
          <Panel title="Pinned module" className="xl:sticky xl:top-4">
            {pinned && pinnedModule ? (
              pinnedModule
            ) : (
              <p className="text-muted">
                {state.module !== null && "The module in the address is none of this search space. "}
                Click an operation in its place or a ranked sequence to see here what its score rests on,
                which architectures hold it, and to take it to Build.
              </p>
            )}
          </Panel>
        </div>
        {below}
      </NullCheckContext>
    </ExplorationContext>
  );
}
