import { useCallback, useRef, useState } from "react";
import { ApiError, getHealth, uploadDataset } from "@/lib/api/client";
import type { ImportProgress, UploadResult } from "@/lib/api/contracts";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import { NO_PLAN } from "./importPlanEdits";
import { asApiError, useDryRun, type DryRunOptions } from "./useDryRun";

/** The file as it would be stored, and storing it. One file for the life of the component. */
export function useImport(file: File, onStored: (id: string) => void) {
  const read = useCallback(
    async (plan: ImportPlan, options: DryRunOptions): Promise<UploadResult> => {
      await refuseTooLarge(file, options);
      return uploadDataset(file, { dryRun: true, plan, ...options });
    },
    [file],
  );
  return { reading: useDryRun(NO_PLAN, read), storing: useStoring(file, onStored) };
}

/** Sends the file to be stored. Nothing is kept of one that fails or is cancelled. */
function useStoring(file: File, onStored: (id: string) => void) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const abort = useRef<AbortController | null>(null);

  const store = async (name: string, plan: ImportPlan) => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    setError(null);
    setProgress({ phase: "receiving", share: 0 });
    try {
      const { id } = await uploadDataset(file, { name, plan, signal, onProgress: setProgress });
      if (id !== null) onStored(id);
    } catch (failure) {
      setProgress(null);
      if (!signal.aborted) setError(asApiError(failure));
    }
  };
  return { progress, error, store, cancel: () => abort.current?.abort() };
}

/** One that is too large is refused before it is sent for nothing. */
export async function refuseTooLarge(file: File, options: Pick<DryRunOptions, "signal">): Promise<void> {
  const { maxUploadBytes } = await getHealth(options);
  if (file.size > maxUploadBytes)
    throw new ApiError(
      "too_large",
      `${file.name} has ${megabytes(file.size)}; the limit is ${megabytes(maxUploadBytes)}.`,
    );
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MB`;
