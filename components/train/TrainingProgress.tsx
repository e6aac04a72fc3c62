import { useMemo } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { predictorKind, type KindSettings, type PredictorKindInfo } from "@/lib/core/predictorKinds";
import { formatDuration, formatValue } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import type { FitProgress } from "@/lib/predictor/predictor";
import { CurvesFigure } from "./CurvesFigure";
import { trainsInEpochs } from "./estimate";
import { timeLeft } from "./timeLeft";
import type { Training } from "./useTraining";

const SRCC_DOMAIN = [-1, 1] as const;

type Running = Extract<Training, { status: "running" | "storing" }>;

/** A training as it runs: how far, how long, how well so far, and a way out. */
export function TrainingProgress({
  training,
  settings,
  onCancel,
}: {
  training: Running;
  settings: KindSettings;
  onCancel: () => void;
}) {
  const { progress, backend, note, status } = training;
  const rows = predictorKind(settings.kind)?.progressRows ?? "held-out";
  const last = progress.at(-1) ?? null;
  const numEpochs = last?.numEpochs ?? Number(settings.epochs ?? 1);
  if (!trainsInEpochs(settings))
    return (
      <Panel
        title={status === "storing" ? "Storing the predictor" : "Fitting"}
        lead="This kind is fitted to all of its rows in one go: there are no epochs to watch."
        actions={<CancelButton status={status} onCancel={onCancel} />}
      >
        <ProgressBar label="Training progress" fraction={null} />
      </Panel>
    );
  return (
    <Panel
      title={status === "storing" ? "Storing the predictor" : last ? "Training" : "Getting ready to train"}
      lead={<>Backend: {backend ?? "starting"}</>}
      actions={<CancelButton status={status} onCancel={onCancel} />}
    >
      <div className="grid min-w-0 gap-3">
        <BackendNote note={note} />
        <ProgressBar label="Training progress" fraction={last ? last.epoch / numEpochs : null} />
        <Figures last={last} left={timeLeft(progress)} numEpochs={numEpochs} rows={rows} />
        <ProgressCurves progress={progress} numEpochs={numEpochs} rows={rows} />
        {predictorKind(settings.kind)?.hopsMeasured === "at the end" && (
          <p className="text-muted">How well each hop ranks is measured at the end.</p>
        )}
        {rows === "validation" && (
          <p className="text-muted">
            Validation rows decide when to stop; the held-out rows are looked at once, at the end.
          </p>
        )}
      </div>
    </Panel>
  );
}

function CancelButton({ status, onCancel }: { status: Running["status"]; onCancel: () => void }) {
  return (
    <Button look="danger" onClick={onCancel} disabled={status === "storing"}>
      Cancel
    </Button>
  );
}

/** Why it is not the graphics processor, where it is not. */
export function BackendNote({ note }: { note: string | null }) {
  return note === null ? null : <Note tone="warn" title={note} />;
}

type ProgressRows = PredictorKindInfo["progressRows"];

/** `Validation SRCC`, `Held-out SRCC` */
const srccName = (rows: ProgressRows): string =>
  rows === "validation" ? "Validation SRCC" : "Held-out SRCC";

/** After the last epoch what was learned is measured, which no epoch tells the time of. */
function timeLeftText(last: FitProgress, left: number | null): string {
  if (last.epoch >= last.numEpochs) return "measuring the result";
  return left === null ? "known after two epochs" : `about ${formatDuration(left)}`;
}

type FiguresProps = {
  last: FitProgress | null;
  /** Seconds, as far as they are known. */
  left: number | null;
  numEpochs: number;
  rows: ProgressRows;
};

function Figures({ last, left, numEpochs, rows }: FiguresProps) {
  if (!last) return null;
  const entries = [
    ["Epoch", `${last.epoch} of ${numEpochs}`],
    ["Time left", timeLeftText(last, left)],
    ["Speed", `${formatValue(Math.round(last.rowsPerSecond))} rows/s`],
    ["Loss", formatValue(last.loss)],
    [srccName(rows), formatSrcc(last.srcc)],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {entries.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type ProgressCurvesProps = { progress: readonly FitProgress[]; numEpochs: number; rows: ProgressRows };

function ProgressCurves({ progress, numEpochs, rows }: ProgressCurvesProps) {
  const curves = useMemo(() => {
    // A training that was gone on with may not tell again of its first epochs.
    const told = new Map(progress.map((epoch) => [epoch.epoch, epoch]));
    const byEpoch = (read: (epoch: FitProgress) => number | null | undefined): (number | null)[] =>
      Array.from({ length: progress.at(-1)?.epoch ?? 0 }, (_, index) => {
        const epoch = told.get(index + 1);
        return epoch === undefined ? null : (read(epoch) ?? null);
      });
    const losses = [
      { label: "training", values: byEpoch(({ loss }) => loss) },
      {
        label: rows === "validation" ? "validation" : "held out",
        values: byEpoch(({ heldOutLoss }) => heldOutLoss),
      },
    ];
    const numHops = progress[0]?.hopSrcc.length ?? 0;
    const hops = Array.from({ length: numHops }, (_, hop) => ({
      label: `hop ${hop}`,
      values: byEpoch(({ hopSrcc }) => hopSrcc[hop]),
    }));
    return {
      losses: losses.filter(({ values }) => values.some((value) => value !== null)),
      ranks: [{ label: "prediction", values: byEpoch(({ srcc }) => srcc) }, ...hops],
    };
  }, [progress, rows]);
  return (
    <div className="grid min-w-0 gap-4 lg:grid-cols-2">
      <CurvesFigure title="Loss by epoch" curves={curves.losses} numEpochs={numEpochs} />
      <CurvesFigure
        title={`Rank correlation (SRCC) of ${rows} architectures by epoch`}
        curves={curves.ranks}
        numEpochs={numEpochs}
        domain={SRCC_DOMAIN}
        format={formatSrcc}
      />
    </div>
  );
}
