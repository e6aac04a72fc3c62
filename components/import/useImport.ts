import { useEffect, useRef, useState } from "react";
import { ApiError, getHealth, uploadDataset } from "@/lib/api/client";
import type { UploadResult } from "@/lib/api/contracts";

/** Where the import of one file stands. `sent` is the share of the file that has been sent, 0..1. */
export type ImportState =
  | { readonly step: "reading"; readonly sent: number }
  | { readonly step: "stopped" }
  | { readonly step: "failed"; readonly error: ApiError }
  | {
      readonly step: "recognised";
      readonly result: UploadResult;
      /** While it is being stored. */
      readonly storing: { readonly sent: number } | null;
      /** Why storing failed; what was recognised stays. */
      readonly storeError: ApiError | null;
    };

const START: ImportState = { step: "reading", sent: 0 };

const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError("internal", error instanceof Error ? error.message : String(error));

/**
 * Sends the file to be read as soon as it is there, stores it when asked. One file for the life of the component.
 * @param onStored hears the id of the new dataset
 */
export function useImport(file: File, onStored: (id: string) => void) {
  const [state, setState] = useState<ImportState>(START);
  const [attempt, setAttempt] = useState(0);
  const abort = useRef<AbortController | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    readFile(file, { signal, onProgress: (sent) => setState({ step: "reading", sent }) }).then(
      (result) => {
        if (!signal.aborted) setState({ step: "recognised", result, storing: null, storeError: null });
      },
      (error: unknown) => {
        if (!signal.aborted) setState({ step: "failed", error: asApiError(error) });
      },
    );
    return () => controller.abort();
  }, [file, attempt]);

  const readAgain = () => {
    setState(START);
    setAttempt(attempt + 1);
  };

  const store = async (name: string) => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    const storing = (sent: number) =>
      setState((now) => (now.step === "recognised" ? { ...now, storing: { sent }, storeError: null } : now));
    const notStoring = (storeError: ApiError | null) =>
      setState((now) => (now.step === "recognised" ? { ...now, storing: null, storeError } : now));
    storing(0);
    try {
      const { id } = await uploadDataset(file, { name, signal, onProgress: storing });
      if (id !== null) onStored(id);
    } catch (error) {
      notStoring(signal.aborted ? null : asApiError(error));
    }
  };

  const cancel = () => {
    abort.current?.abort();
    setState((now) => (now.step === "reading" ? { step: "stopped" } : now));
  };

  return { state, readAgain, store, cancel };
}

type ReadOptions = { readonly signal: AbortSignal; readonly onProgress: (sent: number) => void };

/** What the file would become. One that is too large is refused before it is sent for nothing. */
async function readFile(file: File, options: ReadOptions): Promise<UploadResult> {
  const { maxUploadBytes } = await getHealth(options);
  if (file.size <= maxUploadBytes) return uploadDataset(file, { dryRun: true, ...options });
  throw new ApiError(
    "too_large",
    `${file.name} has ${megabytes(file.size)}; the limit is ${megabytes(maxUploadBytes)}.`,
  );
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MB`;
