import { useRef, useState } from "react";
import type { ApiError } from "@/lib/api/client";
import type { ImportProgress } from "@/lib/api/contracts";
import { asApiError, type DryRunOptions } from "./useDryRun";

/** Something that is being stored, with a way to stop it. Nothing is kept of what fails or is cancelled. */
export type Sending = {
  /** Null while nothing is on its way. */
  readonly progress: ImportProgress | null;
  /** Why the last try failed. */
  readonly error: ApiError | null;
  readonly start: (send: (options: DryRunOptions) => Promise<void>) => void;
  readonly cancel: () => void;
};

/** Sends one thing at a time. */
export function useSending(): Sending {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const abort = useRef<AbortController | null>(null);
  const start = (send: (options: DryRunOptions) => Promise<void>) => {
    const controller = new AbortController();
    abort.current = controller;
    setError(null);
    setProgress({ phase: "receiving", share: 0 });
    // After success the page is left, so the progress stays until then.
    send({ signal: controller.signal, onProgress: setProgress }).catch((failure: unknown) => {
      setProgress(null);
      if (!controller.signal.aborted) setError(asApiError(failure));
    });
  };
  return { progress, error, start, cancel: () => abort.current?.abort() };
}
