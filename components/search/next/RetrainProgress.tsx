"use client";

import { TrainingOutcome } from "@/components/train/TrainingOutcome";
import { BackendNote, TrainingProgress } from "@/components/train/TrainingProgress";
import { Note } from "@/components/ui/Note";
import { formatCount } from "@/lib/figures/format";
import { CAME_OUT_ID } from "./CameOutPanel";
import type { Retraining } from "./useRetraining";

/** A training that began with what came out of a list: how far it is, and how it ended. */
export function RetrainProgress({ retraining }: { retraining: Retraining }) {
  const { training, step } = retraining;
  switch (training.status) {
    case "running":
    case "storing":
      if (step === null) return null;
      return (
        <section aria-label="Training again" className="grid min-w-0 gap-2">
          <p>
            Training <strong>{step.predictor.name}</strong> again with{" "}
            {formatCount(step.numNew, "new measurement")}: the same kind, target, settings and seed.
          </p>
          <TrainingProgress training={training} settings={step.settings} onCancel={retraining.cancel} />
        </section>
      );
    case "stored":
      return (
        <div className="grid gap-2">
          <Note tone="good" title="Trained again with what came out; the new predictor is in use.">
            <a className="text-accent underline" href={`#${CAME_OUT_ID}`}>
              What changed?
            </a>
          </Note>
          <BackendNote note={training.note} />
        </div>
      );
    default:
      return (
        <TrainingOutcome
          training={training}
          onStoreAgain={retraining.storeAgain}
          onResume={retraining.start}
          onDiscard={retraining.discard}
        />
      );
  }
}
