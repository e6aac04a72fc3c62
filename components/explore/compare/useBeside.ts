"use client";

import { useEffect, useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import { getPredictor } from "@/lib/api/client";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { TaskError, type TrainerClient } from "@/lib/worker/trainer-client";
import { useExploration } from "../exploration";
import { useAnswer } from "../useAnswer";
import { isSameSpace } from "./sameSpace";

/** A second predictor, kept open in the worker beside the one in use under `name`. */
export type BesidePredictor = { readonly id: string; readonly name: string; readonly file: PredictorFile };

/** What a second predictor is called in the worker. */
const besideName = (predictorId: string): string => `compare ${predictorId}`;

/**
 * Asks a second predictor, and opens it again where the worker has it no longer: after it was closed in favour of
 * another, or when the worker had to start anew.
 */
export async function askBeside<T>(
  client: TrainerClient,
  { name, file }: BesidePredictor,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TaskError && error.code === "unusable")) throw error;
    await client.run("open", { file, beside: name });
    return ask();
  }
}

/**
 * Opens a second predictor beside the one in use.
 * @param datasetId the dataset it was trained on; null for the one on the page
 */
export function useBeside(predictorId: string | null, datasetId: string | null): Loadable<BesidePredictor> {
  const { dataset, opened } = useExploration();
  const from = datasetId ?? dataset.id;
  const ask = useMemo(
    () =>
      predictorId === null
        ? null
        : async (): Promise<BesidePredictor> => {
            const file = await getPredictor(from, predictorId);
            if (!isSameSpace(file.space, dataset.space))
              throw new Error(
                "The second predictor is of another search space, so their modules do not compare.",
              );
            const name = besideName(predictorId);
            await opened.client.run("open", { file, beside: name });
            return { id: predictorId, name, file };
          },
    [predictorId, from, dataset, opened],
  );
  useEffect(() => {
    if (predictorId === null) return;
    return () => void opened.client.run("close", { beside: besideName(predictorId) }).catch(() => undefined);
  }, [predictorId, opened]);
  return useAnswer(`${opened.id} beside ${from} ${predictorId ?? ""}`, ask);
}
