"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { getArchitectures, getPredictor, listPredictors } from "@/lib/api/client";
import type { DatasetDetail, PredictorSummary } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { startTrainerWorker } from "@/lib/worker/start-worker";
import { createTrainerClient, type TrainerClient } from "@/lib/worker/trainer-client";
import { WorkspaceContext, type Loadable, type OpenedPredictor, type Workspace } from "./workspace";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Loads what the pages of one dataset share, and keeps the worker alive while the user moves between them. */
export function WorkspaceProvider({
  dataset,
  children,
}: {
  dataset: DatasetDetail;
  children: React.ReactNode;
}) {
  const trainer = useTrainer();
  const architectures = useArchitectures(dataset);
  const { predictors, refreshPredictors } = usePredictors(dataset.id);
  const [wantedId, setWantedId] = useQueryState(
    "predictor",
    parseAsString.withOptions({ history: "replace" }),
  );
  const summary = chosenPredictor(predictors, wantedId);
  const predictorId = summary?.id ?? null;
  const opened = useOpenedPredictor(dataset.id, predictorId, summary?.name ?? "", trainer);

  const workspace = useMemo<Workspace>(
    () => ({
      dataset,
      architectures,
      predictors,
      predictorId,
      selectPredictor: (id) => void setWantedId(id),
      refreshPredictors,
      opened: predictors.status === "ready" && predictorId === null ? { status: "none" } : opened,
      trainer,
    }),
    [dataset, architectures, predictors, predictorId, setWantedId, refreshPredictors, opened, trainer],
  );
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The wanted predictor, else the newest (the list is newest first). */
function chosenPredictor(
  predictors: Loadable<readonly PredictorSummary[]>,
  wantedId: string | null,
): PredictorSummary | undefined {
  if (predictors.status !== "ready") return undefined;
  return predictors.value.find(({ id }) => id === wantedId) ?? predictors.value[0];
}

function useTrainer(): () => TrainerClient {
  const client = useRef<TrainerClient | null>(null);
  useEffect(
    () => () => {
      client.current?.dispose();
      client.current = null;
    },
    [],
  );
  return useCallback(() => (client.current ??= createTrainerClient(startTrainerWorker)), []);
}

/** The rows; read again when the dataset was edited, because codes mean something only in their own space. */
function useArchitectures(dataset: DatasetDetail): Loadable<readonly EvaluatedArchitecture[]> {
  const [state, setState] = useState<{
    dataset: DatasetDetail;
    rows: Loadable<readonly EvaluatedArchitecture[]>;
  }>({ dataset, rows: { status: "loading" } });
  useEffect(() => {
    const abort = new AbortController();
    const onProgress = (read: number, total: number) => {
      if (read < total) setState({ dataset, rows: { status: "loading", fraction: read / total } });
    };
    getArchitectures(dataset.id, { signal: abort.signal, onProgress }).then(
      (value) => setState({ dataset, rows: { status: "ready", value } }),
      (error: unknown) => {
        if (!abort.signal.aborted)
          setState({ dataset, rows: { status: "failed", message: messageOf(error) } });
      },
    );
    return () => abort.abort();
  }, [dataset]);
  return state.dataset === dataset ? state.rows : { status: "loading" };
}

function usePredictors(datasetId: string) {
  const [predictors, setPredictors] = useState<Loadable<readonly PredictorSummary[]>>({ status: "loading" });
  const refreshPredictors = useCallback(async () => {
    try {
      setPredictors({ status: "ready", value: await listPredictors(datasetId) });
    } catch (error) {
      setPredictors({ status: "failed", message: messageOf(error) });
    }
  }, [datasetId]);
  useEffect(() => {
    let current = true;
    listPredictors(datasetId).then(
      (value) => current && setPredictors({ status: "ready", value }),
      (error: unknown) => current && setPredictors({ status: "failed", message: messageOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [datasetId]);
  return { predictors, refreshPredictors };
}

/** Opens the predictor in the worker; a change of id while one is opening wins over the older. */
function useOpenedPredictor(
  datasetId: string,
  predictorId: string | null,
  name: string,
  trainer: () => TrainerClient,
): Loadable<OpenedPredictor> {
  const [state, setState] = useState<{ id: string | null; opened: Loadable<OpenedPredictor> }>({
    id: null,
    opened: { status: "loading" },
  });
  useEffect(() => {
    if (predictorId === null) return;
    let current = true;
    const open = async (): Promise<OpenedPredictor> => {
      const file = await getPredictor(datasetId, predictorId);
      const client = trainer();
      const { numHops } = await client.run("open", { file });
      return { id: predictorId, name, file, numHops, client };
    };
    open().then(
      (value) => current && setState({ id: predictorId, opened: { status: "ready", value } }),
      (error: unknown) =>
        current && setState({ id: predictorId, opened: { status: "failed", message: messageOf(error) } }),
    );
    return () => {
      current = false;
    };
  }, [datasetId, predictorId, name, trainer]);
  return state.id === predictorId ? state.opened : { status: "loading" };
}
