"use client";

import { useExploration } from "@/components/explore/exploration";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { standingOf, standingText } from "@/lib/builder/standing";
import { formatValue } from "@/lib/figures/format";
import { formatSrcc, trustOf } from "@/lib/figures/trust";
import type { Interval } from "@/lib/predictor/predictor";
import { useBuild } from "./build";
import { StandingFigure } from "./StandingFigure";

/** What the draft should reach, with its interval, and where that would stand among what was measured. */
export function PredictionPanel() {
  const { opened, measured, scoreUnit } = useExploration();
  const { architecture, completion, predictions, best } = useBuild();
  const predicted = predictions.of(completion);
  const { srcc } = opened.file.metrics;
  return (
    <Panel
      title="What should it reach?"
      lead={`${trustOf(srcc).words} (SRCC ${formatSrcc(srcc)} on ${opened.file.metrics.numTest} held-out rows).`}
    >
      <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
        <div aria-live="polite" aria-busy={predictions.pending} className="grid min-w-0 gap-1">
          {predictions.failure !== null && (
            <Note tone="bad" title="No prediction">
              {predictions.failure} Reload the page to try again.
            </Note>
          )}
          {best.status === "failed" && (
            <Note tone="bad" title="The modules could not be scored">
              {best.message} Reload the page to try again.
            </Note>
          )}
          {predicted === null ? (
            <p className="text-muted">
              {completion === null ? "Scoring modules, to know the best rest" : "Predicting"}
            </p>
          ) : (
            <PredictedValue
              predicted={predicted}
              complete={architecture !== null}
              stale={predictions.pending}
            />
          )}
          <MeasuredAlready />
          <Missing />
        </div>
        {measured.some(Number.isFinite) && (
          <StandingFigure measured={measured} predicted={predicted} unit={scoreUnit} />
        )}
      </div>
    </Panel>
  );
}

type PredictedValueProps = { predicted: Interval; complete: boolean; stale: boolean };

function PredictedValue({ predicted, complete, stale }: PredictedValueProps) {
  const { measured, scoreUnit } = useExploration();
  const standing = standingOf(measured, predicted.value);
  return (
    <div className={stale ? "opacity-60" : ""}>
      <p className="text-muted">{complete ? "Predicted" : "Predicted, with the rest filled by the best"}</p>
      <p>
        <strong className="text-2xl font-semibold">{formatValue(predicted.value)}</strong>{" "}
        <span className="text-muted">{scoreUnit}</span>
      </p>
      <p>
        90 % interval {formatValue(predicted.low)} to {formatValue(predicted.high)}
      </p>
      {standing.numMeasured > 0 && <p>Would rank {standingText(standing)} measured.</p>}
    </div>
  );
}

/** A draft that was measured needs no prediction to be believed: say what was measured. */
function MeasuredAlready() {
  const { architectures, measured, opened } = useExploration();
  const { measuredAs } = useBuild();
  if (measuredAs.length === 0) return null;
  const rows = measuredAs.map(
    (row) => `${formatValue(measured[architectures.indexOf(row)] ?? NaN)} (${row.id})`,
  );
  return (
    <p>
      Measured already: {opened.file.target} {rows.join(", ")}.
    </p>
  );
}

function Missing() {
  const { issues } = useBuild();
  if (issues.length === 0) return <p className="text-good">Complete and legal.</p>;
  return (
    <div>
      <p className="font-medium">Still missing</p>
      <ul className="list-inside list-disc text-muted">
        {issues.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
