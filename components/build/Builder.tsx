"use client";

import { ExplorationContext, useNewExploration } from "@/components/explore/exploration";
import { Note } from "@/components/ui/Note";
import type { OpenedPredictor } from "@/components/workspace/workspace";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { BuildContext, useNewBuild } from "./build";
import { ComparisonPanel } from "./ComparisonPanel";
import { ExportPanel } from "./ExportPanel";
import { JudgePanel } from "./judge/JudgePanel";
import { ReasonsPanel } from "./judge/ReasonsPanel";
import { PositionsPanel } from "./PositionsPanel";
import { PredictionPanel } from "./PredictionPanel";
import { SavedPanel } from "./SavedPanel";
import { SequencesPanel } from "./SequencesPanel";
import { SlotsPanel } from "./SlotsPanel";
import { useUndoKeys } from "./useUndoKeys";
import { VersionsPanel } from "./versions/VersionsPanel";

type BuilderProps = {
  dataset: DatasetDetail;
  architectures: readonly EvaluatedArchitecture[];
  opened: OpenedPredictor;
};

/** The workbench through one opened predictor; what Explore asks the predictor is asked here in the same words. */
export function Builder({ dataset, architectures, opened }: BuilderProps) {
  const exploration = useNewExploration(dataset, architectures, opened);
  return (
    <ExplorationContext value={exploration}>
      <Workbench />
    </ExplorationContext>
  );
}

function Workbench() {
  const build = useNewBuild();
  const { undo, redo, message } = build.state;
  useUndoKeys(undo, redo);
  return (
    <BuildContext value={build}>
      {message !== null && <Note tone="warn">{message}</Note>}
      <PredictionPanel />
      <SlotsPanel />
      <JudgePanel />
      <ReasonsPanel />
      <PositionsPanel />
      <SequencesPanel />
      <ComparisonPanel />
      <VersionsPanel />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <SavedPanel />
        <ExportPanel />
      </div>
    </BuildContext>
  );
}
