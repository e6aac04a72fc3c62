"use client";

import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { startTrainerWorker } from "@/lib/worker/start-worker";
import { createTrainerClient, type TrainerClient } from "@/lib/worker/trainer-client";
import { settingsToRefit } from "@/lib/core/predictorSettings";
import type { FitProgress } from "@/lib/predictor/predictor";
import type { Exploration } from "../exploration";
import { keepNullCheck, loadNullCheck, type NullCheck } from "./keptNullChecks";
import { NULL_SEED, shuffledProblem } from "./shuffledProblem";

export type NullCheckState =
  | { readonly status: "none" }
  | { readonly status: "running"; readonly progress: FitProgress | null }
  | { readonly status: "ready"; readonly check: NullCheck }
  | { readonly status: "failed"; readonly message: string };

export type NullChecker = {
  readonly state: NullCheckState;
  readonly start: () => void;
  readonly cancel: () => void;
  /** A worker of its own that has the predictor of shuffled targets open. @throws TaskError */
  readonly opened: (check: NullCheck) => Promise<TrainerClient>;
};

export const NullCheckContext = createContext<NullChecker | null>(null);

/** Null outside of the Explore page: figures of the gallery have no predictor to check. */
export const useNullCheck = (): NullChecker | null => useContext(NullCheckContext);

const NONE: NullCheckState = { status: "none" };

/** The null check of the predictor in use: kept from an earlier visit, made anew, or not there. */
export function useNewNullCheck(exploration: Exploration): NullChecker {
  const { opened, dataset, architectures, measured } = exploration;
  const [states, setStates] = useState<Readonly<Record<string, NullCheckState>>>({});
  const workers = useRef(new Map<string, { client: TrainerClient; open: Promise<unknown> | null }>());
  const abort = useRef<AbortController | null>(null);

  useEffect(() => {
    let current = true;
    void loadNullCheck(opened.id).then((check) => {
      // A check that is running or was just made is newer than what is kept.
      if (current && check)
        setStates((all) => (all[opened.id] ? all : { ...all, [opened.id]: { status: "ready", check } }));
    });
    return () => {
      current = false;
    };
  }, [opened.id]);

  useEffect(() => {
    const running = workers.current;
    return () => {
      abort.current?.abort();
      for (const { client } of running.values()) client.dispose();
      running.clear();
    };
  }, []);

  const state = states[opened.id] ?? NONE;
  return useMemo(() => {
    const { id, file } = opened;
    const set = (next: NullCheckState): void => setStates((all) => ({ ...all, [id]: next }));
    const workerOf = () => {
      const known = workers.current.get(id);
      if (known) return known;
      const worker = { client: createTrainerClient(startTrainerWorker), open: null };
      workers.current.set(id, worker);
      return worker;
    };
    return {
      state,
      start: () => {
        abort.current?.abort();
        const { signal } = (abort.current = new AbortController());
        const { client } = workerOf();
        const rows = {
          space: dataset.space,
          datasetHash: dataset.hash,
          target: file.target,
          architectures,
          measured,
        };
        set({ status: "running", progress: null });
        client
          .run(
            "train",
            { problem: shuffledProblem(rows, NULL_SEED), settings: settingsToRefit(file.settings) },
            { signal, onProgress: (progress) => !signal.aborted && set({ status: "running", progress }) },
          )
          .then(
            ({ file: nullFile }) => {
              const check = { seed: NULL_SEED, file: nullFile };
              // The worker opens what it has trained.
              workers.current.set(id, { client, open: Promise.resolve() });
              set({ status: "ready", check });
              void keepNullCheck(id, check, Date.now());
            },
            (error: unknown) => {
              if (signal.aborted) set(NONE);
              else set({ status: "failed", message: error instanceof Error ? error.message : String(error) });
            },
          );
      },
      cancel: () => {
        abort.current?.abort();
        set(NONE);
      },
      opened: async (check) => {
        const worker = workerOf();
        const open = worker.open ?? worker.client.run("open", { file: check.file });
        workers.current.set(id, { client: worker.client, open });
        await open;
        return worker.client;
      },
    };
  }, [opened, dataset, architectures, measured, state]);
}
