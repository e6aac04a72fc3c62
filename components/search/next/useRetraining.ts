"use client";

import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useMemo, useRef, useState } from "react";
import { readStored, writeStored } from "@/components/build/browserStore";
import { useRunsOn } from "@/components/train/runsOn";
import { rowsWithTarget } from "@/components/train/unfinished";
import { useLeaveWarning } from "@/components/train/useLeaveWarning";
import { useTraining, type Training } from "@/components/train/useTraining";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DatasetDetail, PredictorSummary } from "@/lib/api/contracts";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { keyOfLists, listsText, parseLists } from "./keptLists";
import { cameOutOf } from "./measuredRuns";
import { isStep, retrainSteps, withRetrained, type ListOutcome, type RetrainStep } from "./retrainSteps";
import { useKeptLists } from "./useKeptLists";

export type Retraining = {
  readonly training: Training;
  /** What trains, or trained last. */
  readonly step: RetrainStep | null;
  /** What is worth training again now; empty while something trains. */
  readonly pending: readonly RetrainStep[];
  readonly start: () => void;
  readonly cancel: () => void;
  readonly discard: () => void;
  readonly storeAgain: (file: PredictorFile) => void;
  /** To be called when a file has joined: reads the rows again, then trains. */
  readonly afterJoin: () => void;
};

const NONE: readonly ListOutcome[] = [];
const NO_STEPS: readonly RetrainStep[] = [];

/**
 * Trains the predictors of lists again with what came out of them, one after the other, and puts the new one to use.
 * Above all that needs an open predictor: those panels come and go while rows are read and predictors change.
 */
export function useRetraining(): Retraining {
  const { dataset, architectures, predictors } = useWorkspace();
  const router = useRouter();
  const [, setSeek] = useQueryState("seek", parseAsString.withOptions({ history: "replace" }));
  const [runsOn] = useRunsOn();
  const { lists } = useKeptLists(dataset.id);
  const { training, ...trainer } = useTraining();
  const [step, setStep] = useState<RetrainStep | null>(null);
  /** The dataset as it was before a file joined; training waits for the one after. */
  const armed = useRef<DatasetDetail | null>(null);
  const busy = training.status === "running" || training.status === "storing";
  useLeaveWarning(busy);

  const { metrics } = dataset;
  const rows = architectures.status === "ready" ? architectures.value : null;
  const outcomes = useMemo(
    () => (rows === null ? NONE : lists.map((list) => ({ list, came: cameOutOf(list, metrics, rows) }))),
    [lists, metrics, rows],
  );
  const steps = useMemo(
    () => (predictors.status === "ready" ? retrainSteps(outcomes, predictors.value) : NO_STEPS),
    [outcomes, predictors],
  );

  const note = (from: string, { id: to }: PredictorSummary) => {
    const key = keyOfLists(dataset.id);
    const kept = parseLists(readStored(key)).map((list) => ({
      list,
      came: outcomes.find((outcome) => outcome.list.seed === list.seed)?.came ?? [],
    }));
    writeStored(key, listsText(withRetrained(kept, from, to)));
    // What was sought by the old predictor is sought by the new one.
    void setSeek((seek) => seek?.replaceAll(from, to) ?? null);
  };
  const run = async (order: readonly RetrainStep[]) => {
    if (rows === null) return;
    for (const next of order) {
      setStep(next);
      const { target } = next.predictor;
      const { settings, putToUse } = next;
      const ofTarget = rowsWithTarget(rows, metrics, target);
      const stored = await trainer.start({ rows: ofTarget, target, settings, runsOn, putToUse });
      if (stored === null) return;
      note(next.predictor.id, stored);
    }
  };

  // A file joined, and its rows have been read: this is what it was uploaded for.
  useEffect(() => {
    if (armed.current === null || armed.current === dataset || rows === null) return;
    armed.current = null;
    void run(steps);
  });

  const { status } = training;
  const cutOff = status === "unfinished" ? steps.find((one) => isStep(one, training.unfinished)) : undefined;
  return {
    // A training of another page is that page's to go on with.
    training: status === "unfinished" && cutOff === undefined ? { status: "idle" } : training,
    step,
    pending: busy ? NO_STEPS : steps,
    // What was cut off comes first: the worker has its checkpoint.
    start: () => void run(cutOff === undefined ? steps : [cutOff, ...steps.filter((one) => one !== cutOff)]),
    cancel: trainer.cancel,
    discard: trainer.discard,
    storeAgain: async (file) => {
      const stored = await trainer.storeAgain(file, step?.putToUse);
      if (stored === null || step === null) return;
      note(step.predictor.id, stored);
      await run(steps.filter(({ predictor }) => predictor.id !== step.predictor.id));
    },
    afterJoin: () => {
      armed.current = dataset;
      router.refresh();
    },
  };
}
