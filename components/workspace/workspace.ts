"use client";

import { createContext, useContext } from "react";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { DatasetDetail, PredictorSummary } from "@/lib/api/contracts";
import type { PredictorFile } from "@/lib/predictor/predictor";
import type { TrainerClient } from "@/lib/worker/trainer-client";

/** What may still be on its way; `fraction` is how much of it has come, absent where nobody knows. */
export type Loadable<T> =
  | { readonly status: "loading"; readonly fraction?: number }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly message: string };

/** A predictor that is open in the worker and can be asked. */
export type OpenedPredictor = {
  readonly id: string;
  readonly name: string;
  readonly file: PredictorFile;
  readonly numHops: number;
  readonly client: TrainerClient;
};

/** What every page of a dataset shares: the dataset, its rows, its predictors and the one in use. */
export type Workspace = {
  readonly dataset: DatasetDetail;
  readonly architectures: Loadable<readonly EvaluatedArchitecture[]>;
  readonly predictors: Loadable<readonly PredictorSummary[]>;
  /** From the address (`?predictor=`), else the newest; null when there is none. */
  readonly predictorId: string | null;
  readonly selectPredictor: (id: string) => void;
  /** Reads the list again, after training or deleting. */
  readonly refreshPredictors: () => Promise<void>;
  /** The predictor in use; `none` while the dataset has no predictor. */
  readonly opened: Loadable<OpenedPredictor> | { readonly status: "none" };
  /** The worker, started at the first call. */
  readonly trainer: () => TrainerClient;
};

export const WorkspaceContext = createContext<Workspace | null>(null);

/** @throws Error outside of a dataset's pages */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace is for the pages of a dataset.");
  return workspace;
}
