"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import { savePredictor } from "@/lib/api/client";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { withMetrics } from "@/lib/core/labelledMetrics";
import { kindLabel, type KindSettings } from "@/lib/core/predictorKinds";
import type { Backend, FitProgress, PredictorFile, Problem } from "@/lib/predictor/predictor";

/** Where a training stands. `progress` holds one entry per epoch. */
export type Training =
  | { readonly status: "idle" }
  | {
      readonly status: "running" | "storing";
      readonly backend: Backend | null;
      readonly note: string | null;
      readonly progress: readonly FitProgress[];
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
};

/** The name a predictor is stored under: what it predicts, how, and the seed. */
export const predictorName = (file: Pick<PredictorFile, "target" | "kind" | "seed">): string =>
  `${file.target.slice(0, 60)}, ${kindLabel(file.kind)}, seed ${file.seed}`;

/** Trains in the worker, stores the predictor and puts it to use. */
export function useTraining() {
  const { dataset, trainer, refreshPredictors, selectPredictor } = useWorkspace();
  const [training, setTraining] = useState<Training>({ status: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const store = useCallback(
    async (file: PredictorFile, note: string | null) => {
      try {
        const { id } = await savePredictor(dataset.id, { name: predictorName(file), file });
        await refreshPredictors();
        selectPredictor(id);
        setTraining({ status: "stored", note });
      } catch (error) {
        setTraining({ status: "unstored", file, message: messageOf(error) });
      }
    },
    [dataset.id, refreshPredictors, selectPredictor],
  );

  const start = useCallback(
    async ({ rows, target, settings }: TrainingOrder) => {
      const { signal } = (abort.current = new AbortController());
      const running = { status: "running", backend: null, note: null, progress: [] } as const;
      setTraining(running);
      try {
        const client = trainer();
        const { backend, note } = await client.run("start", { wanted: "webgl" }, { signal });
        signal.throwIfAborted();
        setTraining({ ...running, backend, note });
        const onProgress = (epoch: FitProgress) => {
          if (!signal.aborted) setTraining((current) => withEpoch(current, epoch));
        };
        const problem = problemOf(rows, { space: dataset.space, target, datasetHash: dataset.hash });
        const { file } = await client.run("train", { problem, settings }, { signal, onProgress });
        signal.throwIfAborted();
        setTraining((current) =>
          current.status === "running" ? { ...current, status: "storing" } : current,
        );
        const evaluated = rows.map(({ architecture }) => architecture);
        await store(withMetrics(file, dataset.metrics, evaluated), note);
      } catch (error) {
        if (!signal.aborted) setTraining({ status: "failed", message: messageOf(error) });
      }
    },
    [dataset, store, trainer],
  );

  // The page answers at once; the worker ends its step meanwhile, and nothing of it is stored.
  const cancel = useCallback(() => {
    abort.current?.abort();
    setTraining({ status: "cancelled" });
  }, []);
  const storeAgain = useCallback((file: PredictorFile) => void store(file, null), [store]);
  return { training, start, cancel, storeAgain };
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

const withEpoch = (training: Training, epoch: FitProgress): Training =>
  training.status === "running" ? { ...training, progress: [...training.progress, epoch] } : training;
