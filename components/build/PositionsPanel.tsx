"use client";

import { Answer } from "@/components/explore/Answer";
import { useExploration } from "@/components/explore/exploration";
import { IntervalNote } from "@/components/explore/IntervalNote";
import { PositionHeatmap } from "@/components/explore/PositionHeatmap";
import { TrustStrip } from "@/components/explore/TrustStrip";
import { usePositionMatrix } from "@/components/explore/useScores";
import { Panel } from "@/components/ui/Panel";
import { operationIssue } from "@/lib/builder/graph/legality";
import { indexOfPlace } from "@/lib/builder/graph/shape";
import { moduleEdit, moduleIssue } from "@/lib/builder/modules";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { useBuild } from "./build";

/** The heatmap of Explore as a palette: a click puts the operation into its place. */
export function PositionsPanel() {
  const { dataset, opened, scoreUnit } = useExploration();
  const { state, place, selectPlace, graph } = useBuild();
  const { space } = dataset;
  const answer = usePositionMatrix();
  const inPlace = state.draft.units[place.unitIndex]?.[place.layerIndex] ?? null;
  const misplaced = ({ unitIndex, layers, nodes: [node] }: Module): string | null => {
    const { rules } = graph;
    if (rules === null || node === undefined) return null;
    const index = indexOfPlace(state.draft.units, { unitIndex, layerIndex: layers[0] ?? 0 });
    return operationIssue(space, rules, state.draft, index, node);
  };
  const pick = (module: Module) => {
    const put = moduleEdit(space, state.draft, module);
    if (!put.ok || misplaced(module) !== null) return;
    state.edit(put.edit);
    selectPlace({ unitIndex: module.unitIndex, layerIndex: module.layers[0] ?? 0 });
  };
  return (
    <Panel
      title="Which operation goes where?"
      lead="Click a cell to put the operation into that place. Cells that cannot be put in are dimmed and say why."
    >
      <TrustStrip metrics={opened.file.metrics} hop={0} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Scoring every operation in every place">
        {({ matrix, scores }) => (
          <>
            <IntervalNote scores={scores} />
            <PositionHeatmap
              space={space}
              matrix={matrix}
              scoreUnit={scoreUnit}
              selectedKey={
                inPlace &&
                encodeModule({ unitIndex: place.unitIndex, layers: [place.layerIndex], nodes: [inPlace] })
              }
              onPick={pick}
              disabledReason={(module) =>
                moduleIssue(space, state.draft, module) ?? misplaced(module) ?? undefined
              }
            />
          </>
        )}
      </Answer>
    </Panel>
  );
}
