"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import { savePredictor } from "@/lib/api/client";
import type { PredictorSummary } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { withMetrics } from "@/lib/core/labelledMetrics";
import { kindLabel, type KindSettings } from "@/lib/core/predictorKinds";
import type { Backend, BackendChoice, FitProgress, PredictorFile, Problem } from "@/lib/predictor/predictor";
import { TaskError } from "@/lib/worker/trainer-client";
import type { ToldEpoch } from "./timeLeft";
import { keepUnfinished, readUnfinished, rowsWithTarget, type Unfinished } from "./unfinished";

/** Where a training stands. `progress` holds one entry per epoch. */
export type Training =
  | { readonly status: "idle" }
  /** One of an earlier visit to this page, which can be gone on with. */
  | { readonly status: "unfinished"; readonly unfinished: Unfinished }
  | {
      readonly status: "running" | "storing";
      readonly backend: Backend | null;
      readonly note: string | null;
      readonly progress: readonly ToldEpoch[];
    }
  | { readonly status: "stored"; readonly note: string | null }
  /** Trained, but the answer of the store was an error: nothing is lost yet. */
  | { readonly status: "unstored"; readonly file: PredictorFile; readonly message: string }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly message: string };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is trained: the rows that have the target, and their targets in the same order. */
export type TrainingOrder = {
  readonly rows: readonly { readonly architecture: EvaluatedArchitecture; readonly value: number }[];
  readonly target: string;
  readonly settings: KindSettings;
  readonly runsOn: BackendChoice;
  /** Whether it is put to use once it is stored; true where nothing is said. */
  readonly putToUse?: boolean;
};

/** The name a predictor is stored under: what it predicts, how, and the seed. */
export const predictorName = (file: Pick<PredictorFile, "target" | "kind" | "seed">): string =>
  `${file.target.slice(0, 60)}, ${kindLabel(file.kind)}, seed ${file.seed}`;

/** How often a training is gone on with on the graphics processor after that was lost; then without it. */
const MOST_LOSSES = 2;

const MS_A_SECOND = 1_000;

const LOST_NOTE = "The graphics processor was taken away; training went on from its last checkpoint.";

/**
 * Trains in the worker, stores the predictor and puts it to use. What trains or stores gives what was stored; null where
 * nothing was, which `training` says more of.
 */
export function useTraining() {
  const { dataset, trainer, refreshPredictors, selectPredictor } = useWorkspace();
  const [training, setTraining] = useState<Training>(() => {
    // The server, which has no such storage, knows of nothing that was cut off.
    const unfinished = typeof window === "undefined" ? null : readUnfinished(localStorage, dataset.hash);
    return unfinished === null ? { status: "idle" } : { status: "unfinished", unfinished };
  });
  const abort = useRef<AbortController | null>(null);
  const forget = useCallback(() => keepUnfinished(localStorage, dataset.hash, null), [dataset.hash]);
  // Leaving within the app cancels, as the page warned; a reload or a closed page runs no such cleanup.
  useEffect(
    () => () => {
      if (abort.current === null) return;
      abort.current.abort();
      forget();
    },
    [forget],
  );

  const store = useCallback(
    async (file: PredictorFile, note: string | null, putToUse: boolean): Promise<PredictorSummary | null> => {
      try {
        const stored = await savePredictor(dataset.id, { name: predictorName(file), file });
        await refreshPredictors();
        if (putToUse) selectPredictor(stored.id);
        setTraining({ status: "stored", note });
        return stored;
      } catch (error) {
        setTraining({ status: "unstored", file, message: messageOf(error) });
        return null;
      }
    },
    [dataset.id, refreshPredictors, selectPredictor],
  );

  const start = useCallback(
    async ({
      rows,
      target,
      settings,
      runsOn,
      putToUse = true,
    }: TrainingOrder): Promise<PredictorSummary | null> => {
      const { signal } = (abort.current = new AbortController());
      const problem = problemOf(rows, { space: dataset.space, target, datasetHash: dataset.hash });
      const onProgress = (told: FitProgress): void => {
        if (signal.aborted) return;
        const { epoch, numEpochs } = told;
        keepUnfinished(localStorage, dataset.hash, { target, settings, epoch, numEpochs });
        const toldAt = performance.now() / MS_A_SECOND;
        setTraining((current) => withEpoch(current, { ...told, toldAt }));
      };
      /** Once through; what is told of epochs that were trained before the device was lost is told again. */
      const attempt = async (wanted: BackendChoice, losses: number) => {
        const running = {
          status: "running",
          backend: null,
          note: losses > 0 ? LOST_NOTE : null,
          progress: [],
        } as const;
        setTraining(running);
        const client = trainer();
        const started = await client.run("start", { wanted }, { signal });
        signal.throwIfAborted();
        const note = [running.note, started.note].filter((text) => text !== null).join(" ") || null;
        setTraining({ ...running, backend: started.backend, note });
        const { file } = await client.run("train", { problem, settings }, { signal, onProgress });
        signal.throwIfAborted();
        return { file, note };
      };
      const numEpochs = Number(settings.epochs ?? 0);
      keepUnfinished(localStorage, dataset.hash, { target, settings, epoch: 0, numEpochs });
      try {
        const { file, note } = await untilNotLost(runsOn, attempt);
        forget();
        setTraining((current) =>
          current.status === "running" ? { ...current, status: "storing" } : current,
        );
        const evaluated = rows.map(({ architecture }) => architecture);
        return await store(withMetrics(file, dataset.metrics, evaluated), note, putToUse);
      } catch (error) {
        if (signal.aborted) return null;
        forget();
        setTraining({ status: "failed", message: messageOf(error) });
        return null;
      } finally {
        if (abort.current?.signal === signal) abort.current = null;
      }
    },
    [dataset, forget, store, trainer],
  );

  // The page answers at once; the worker ends its step meanwhile, and nothing of it is stored.
  const cancel = useCallback(() => {
    abort.current?.abort();
    forget();
    setTraining({ status: "cancelled" });
  }, [forget]);
  const resume = useCallback(
    (
      { target, settings }: Unfinished,
      architectures: readonly EvaluatedArchitecture[],
      runsOn: BackendChoice,
    ) => start({ rows: rowsWithTarget(architectures, dataset.metrics, target), target, settings, runsOn }),
    [dataset.metrics, start],
  );
  const discard = useCallback(() => {
    forget();
    setTraining({ status: "idle" });
  }, [forget]);
  const storeAgain = useCallback(
    (file: PredictorFile, putToUse = true) => store(file, null, putToUse),
    [store],
  );
  return { training, start, cancel, resume, discard, storeAgain };
}

/** The attempt's result, made again where the graphics processor was lost, in the end on the processor. */
async function untilNotLost<T>(
  runsOn: BackendChoice,
  attempt: (wanted: BackendChoice, losses: number) => Promise<T>,
): Promise<T> {
  for (let losses = 0; ; losses++) {
    const wanted = losses > MOST_LOSSES ? "wasm" : runsOn;
    try {
      return await attempt(wanted, losses);
    } catch (error) {
      if (!(error instanceof TaskError && error.code === "lost") || wanted === "wasm") throw error;
    }
  }
}

/** Only what the predictor learns from crosses to the worker: structure and target, not the other metrics. */
const problemOf = (
  rows: TrainingOrder["rows"],
  record: Pick<Problem, "space" | "target" | "datasetHash">,
): Problem => ({
  ...record,
  architectures: rows.map(({ architecture: { id, units, globals, edges } }) => ({
    id,
    units,
    globals,
    ...(edges ? { edges } : {}),
  })),
  targets: Float64Array.from(rows, ({ value }) => value),
});

const withEpoch = (training: Training, epoch: ToldEpoch): Training =>
  training.status === "running" ? { ...training, progress: [...training.progress, epoch] } : training;
