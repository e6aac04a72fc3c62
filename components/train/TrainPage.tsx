"use client";

import { useState } from "react";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { useWorkspace } from "@/components/workspace/workspace";
import type { PredictorSummary } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { PREDICTOR_KINDS, predictorKind, type KindSettings } from "@/lib/core/predictorKinds";
import { formatDuration } from "@/lib/figures/format";
import { estimateDuration, type Estimate } from "./estimate";
import { PredictorList } from "./PredictorList";
import { PredictorReport } from "./PredictorReport";
import { useRunsOn } from "./runsOn";
import { problemsOf, SettingsPanel } from "./SettingsPanel";
import { TargetPanel } from "./TargetPanel";
import { REPORT_ID, TrainingOutcome } from "./TrainingOutcome";
import { TrainingProgress } from "./TrainingProgress";
import { useLeaveWarning } from "./useLeaveWarning";
import { useTarget } from "./useTarget";
import { useTraining } from "./useTraining";

/** Choose a target, train a predictor of it, and see how far it can be trusted. */
export function TrainPage() {
  const { architectures } = useWorkspace();
  return (
    <div className="mx-auto grid max-w-6xl gap-4">
      <h1 className="text-lg font-semibold">Train</h1>
      {architectures.status === "loading" && <ProgressBar label="Reading architectures" fraction={null} />}
      {architectures.status === "failed" && (
        <Note tone="bad" title="The architectures could not be read">
          {architectures.message}
        </Note>
      )}
      {architectures.status === "ready" && <TrainWorkbench architectures={architectures.value} />}
    </div>
  );
}

function TrainWorkbench({ architectures }: { architectures: readonly EvaluatedArchitecture[] }) {
  const { dataset, predictors, predictorId } = useWorkspace();
  const target = useTarget(architectures);
  const [settings, setSettings] = useState<KindSettings>(PREDICTOR_KINDS[0].defaults);
  const [runsOn, setRunsOn] = useRunsOn();
  const { training, start, cancel, resume, discard, storeAgain } = useTraining();
  const busy = training.status === "running" || training.status === "storing";
  useLeaveWarning(busy);

  const stored = predictors.status === "ready" ? predictors.value : [];
  const selected = stored.find(({ id }) => id === predictorId);
  const settingsProblem = problemsOf(settings)[0]?.message ?? null;
  const reason = target.problem ?? settingsProblem;
  const usable = target.rows.length;
  /** The same target and seed, so that the two can be compared. */
  const chooseKind = (kind: string, { target: wanted, seed }: PredictorSummary) => {
    const other = predictorKind(kind);
    if (other) setSettings({ ...other.defaults, seed });
    target.setText(wanted);
  };
  const train = () => void start({ rows: target.rows, target: target.text, settings, runsOn });

  return (
    <>
      {busy && <TrainingProgress training={training} settings={settings} onCancel={cancel} />}
      <TrainingOutcome
        training={training}
        onStoreAgain={(file) => void storeAgain(file)}
        onResume={(unfinished) => void resume(unfinished, architectures, runsOn)}
        onDiscard={discard}
      />
      <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
        <TargetPanel target={target} architectures={architectures} disabled={busy} />
        <SettingsPanel
          space={dataset.space}
          settings={settings}
          onChange={setSettings}
          runsOn={runsOn}
          onRunsOn={setRunsOn}
          disabled={busy}
          numRows={usable}
          duration={
            target.problem === null && settingsProblem === null
              ? durationText(estimateDuration(settings, usable, stored))
              : null
          }
          reason={reason}
          onTrain={train}
        />
      </div>
      {selected && !busy && (
        <div id={REPORT_ID} className="min-w-0 scroll-mt-4">
          <PredictorReport
            key={selected.id}
            predictor={selected}
            onOtherKind={(kind) => chooseKind(kind, selected)}
          />
        </div>
      )}
      <Panel title="Predictors of this dataset" lead="The chosen one is used in Explore and Build.">
        <PredictorList />
      </Panel>
    </>
  );
}

const durationText = ({ seconds, source }: Estimate): string =>
  `about ${formatDuration(Math.max(1, seconds))} ${source}`;
