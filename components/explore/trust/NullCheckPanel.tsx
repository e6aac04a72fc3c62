"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { formatDuration } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import { useExploration } from "../exploration";
import { useNullCheck, type NullCheckState } from "./nullCheck";
import { NULL_SEED } from "./shuffledProblem";

/** Trains the same kind on shuffled targets, so that a person sees which scores noise alone would show. */
export function NullCheckPanel() {
  const { opened, measured } = useExploration();
  const checker = useNullCheck();
  if (checker === null) return null;
  const numRows = measured.filter(Number.isFinite).length;
  const { state } = checker;
  return (
    <section aria-label="Null check" className="grid gap-2">
      <h3 className="font-medium">What does noise look like?</h3>
      <p className="text-muted">
        Trains the same kind of predictor on the same rows with their targets shuffled (seed {NULL_SEED}).
        Nothing matters there, so every effect it finds is noise; figures then show the band in which such
        effects lie.
      </p>
      {numRows < 8 ? (
        <p>This dataset does not measure {opened.file.target} in enough rows to shuffle.</p>
      ) : (
        <NullCheckStatus
          state={state}
          seconds={opened.file.metrics.seconds}
          onStart={checker.start}
          onCancel={checker.cancel}
        />
      )}
    </section>
  );
}

type StatusProps = {
  state: NullCheckState;
  /** What training the predictor took; the check takes as long. */
  seconds: number;
  onStart: () => void;
  onCancel: () => void;
};

function NullCheckStatus({ state, seconds, onStart, onCancel }: StatusProps) {
  if (state.status === "running") {
    const { progress } = state;
    return (
      <div className="grid gap-2">
        <ProgressBar label="Null check" fraction={progress ? progress.epoch / progress.numEpochs : null} />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={onCancel}>Cancel</Button>
          <span className="text-muted" role="status">
            {progress
              ? `Pass ${progress.epoch} of ${progress.numEpochs}, about ${formatDuration(progress.secondsLeft)} left`
              : "Getting ready"}
            . The predictor in use stays as it is.
          </span>
        </div>
      </div>
    );
  }
  if (state.status === "ready")
    return (
      <p>
        Done: figures show the null band. The predictor of shuffled targets (seed {state.check.seed}) ranks
        held-out rows with SRCC {formatSrcc(state.check.file.metrics.srcc)}; near 0 is as it should be. It is
        kept in this browser with the predictor.{" "}
        <Button look="quiet" className="text-xs" onClick={onStart}>
          Make it again
        </Button>
      </p>
    );
  return (
    <div className="grid gap-2">
      {state.status === "failed" && (
        <Note tone="bad" title="The null check failed">
          {state.message}
        </Note>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onStart}>Make the null check</Button>
        <span className="text-muted">
          Takes about as long as training did{seconds > 0 && ` (${formatDuration(seconds)})`}.
        </span>
      </div>
    </div>
  );
}
