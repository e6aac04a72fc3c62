"use client";

import Link from "next/link";
import { buttonClass } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { useWorkspace } from "@/components/workspace/workspace";
import type { PredictorSummary } from "@/lib/api/contracts";
import { kindLabel, nodeMeasureOf, predictorKind } from "@/lib/core/predictorKinds";
import { tiedWords } from "@/lib/core/split/rowGroups";
import { targetUnit } from "@/lib/core/target";
import { formatCount, formatDuration, formatWithUnit } from "@/lib/figures/format";
import { concordance, timesIn } from "@/lib/figures/predictedMeasured";
import { formatSrcc, trustOf } from "@/lib/figures/trust";
import { CurvesFigure } from "./CurvesFigure";
import { HopSrcc } from "./HopSrcc";
import { PredictedMeasured } from "./PredictedMeasured";
import { PredictorParts } from "./PredictorParts";
import { SETTINGS_ID } from "./SettingsPanel";

/** Below this the held-out figures are themselves little more than chance. */
const FEW_HELD_OUT = 20;

/** The kind to check another by: it shares no network with it and takes seconds. */
const SECOND_OPINION = "module-gp";

/** How far the chosen predictor can be trusted, and how it was made. */
export function PredictorReport({
  predictor,
  onOtherKind,
}: {
  predictor: PredictorSummary;
  /** Chooses a kind and this predictor's target and seed; nothing is trained yet. */
  onOtherKind?: (kind: string) => void;
}) {
  const { dataset, predictors } = useWorkspace();
  const { metrics, target } = predictor;
  const unit = targetUnit(target, dataset.metrics);
  const trained = predictors.status === "ready" ? predictors.value : [];
  const exploreHref = `/datasets/${dataset.id}/explore?predictor=${predictor.id}`;
  const lossCurve = [{ label: "training", values: metrics.lossCurve }];
  return (
    <Panel
      title={`How good is ${predictor.name}?`}
      lead={trustOf(metrics.srcc).words}
      actions={
        <Link className={buttonClass("primary")} href={exploreHref}>
          See what matters
        </Link>
      }
    >
      <div className="grid min-w-0 gap-4">
        <PlainWords predictor={predictor} unit={unit} />
        <PredictorParts
          metrics={metrics}
          others={
            onOtherKind
              ? {
                  settingsHref: `#${SETTINGS_ID}`,
                  choose: onOtherKind,
                  secondOpinion: predictor.kind === SECOND_OPINION ? null : SECOND_OPINION,
                  besideHref: (kind) => {
                    const other = trained.find((one) => one.kind === kind && one.target === target);
                    return other ? `${exploreHref}&beside=${other.id}` : null;
                  },
                }
              : null
          }
        />
        <div className="grid min-w-0 gap-6 md:grid-cols-2">
          {metrics.heldOut.measured.length > 0 && (
            <PredictedMeasured heldOut={metrics.heldOut} target={target} unit={unit} />
          )}
          <div className="grid min-w-0 content-start gap-4">
            <HopSrcc hopSrcc={metrics.hopSrcc} measure={nodeMeasureOf(predictor.kind)} />
            {metrics.lossCurve.length > 1 && (
              <CurvesFigure title="Loss by epoch" curves={lossCurve} numEpochs={metrics.lossCurve.length} />
            )}
          </div>
        </div>
        <Provenance predictor={predictor} />
      </div>
    </Panel>
  );
}

function PlainWords({ predictor: { metrics }, unit }: { predictor: PredictorSummary; unit: string | null }) {
  const share = concordance(metrics.heldOut.predicted, metrics.heldOut.measured);
  const { tone } = trustOf(metrics.srcc);
  const { mae, notes = [] } = metrics;
  return (
    <>
      {notes.map((note) => (
        <Note key={note} tone="warn">
          {note}
        </Note>
      ))}
      {mae === null ? (
        <Note tone="warn">
          How well it ranks is unknown: no architecture with this target was held out. Train a predictor of
          your own to compare, or open it on a dataset that has the metric.
        </Note>
      ) : (
        <Note tone={tone === "bad" ? "warn" : tone}>
          <p>
            {Number.isFinite(share) && (
              <>
                Orders two {unseen(metrics)}networks correctly <strong>{timesIn(share)}</strong>.{" "}
              </>
            )}
            {metrics.numTrain === 0 ? "SRCC" : "Held-out SRCC"} {formatSrcc(metrics.srcc)} on{" "}
            {formatCount(metrics.numTest, "architecture")} {heldOutWords(metrics)}. Its predictions are off by{" "}
            {formatWithUnit(mae, unit)} on average (MAE)
            {metrics.mape !== null && `, ${formatWithUnit(metrics.mape * 100, "%")} of the measured value`}.
          </p>
        </Note>
      )}
      {metrics.groups && <p>{tiedWords(metrics.groups)}</p>}
      {mae !== null && metrics.numTest < FEW_HELD_OUT && (
        <Note tone="warn">
          Only {formatCount(metrics.numTest, "architecture")} were held out: these figures may be far off.
        </Note>
      )}
    </>
  );
}

/** A predictor that was not trained here may have seen any of these rows. */
const unseen = ({ numTrain }: PredictorSummary["metrics"]): string => (numTrain === 0 ? "" : "unseen ");
const heldOutWords = ({ numTrain }: PredictorSummary["metrics"]): string =>
  numTrain === 0 ? "of this dataset, which it may have been trained on" : "it was not trained on";

/** Everything needed to train it again. */
function Provenance({ predictor }: { predictor: PredictorSummary }) {
  const { metrics, kind, seed, backend, settings, createdAt } = predictor;
  const labels = new Map(predictorKind(kind)?.fields.map(({ name, label }) => [name, label]));
  const settingEntries = Object.entries(settings).filter(([name]) => name !== "kind" && name !== "seed");
  const entries: [string, string][] = [
    ["Kind", kindLabel(kind)],
    ["Seed", String(seed)],
    ["Backend", backend],
    ["Took", formatDuration(metrics.seconds)],
    ["Trained", createdAt.slice(0, 16).replace("T", " ")],
    ["Trained on", formatCount(metrics.numTrain, "row")],
    ...settingEntries.map(([name, value]): [string, string] => [labels.get(name) ?? name, String(value)]),
  ];
  return (
    <details className="rounded border border-line px-3 py-2">
      <summary className="cursor-pointer font-medium">
        Seed {seed}, {backend}, {formatDuration(metrics.seconds)}; all settings
      </summary>
      <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5">
        {entries.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
