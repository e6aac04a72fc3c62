import type { UploadResult } from "./contracts";
import { errorOf, unreachable } from "./transport";

export type UploadOptions = {
  /** Only say what the file would become; store nothing. */
  readonly dryRun?: boolean;
  readonly name?: string;
  /** Share of the file that has been sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Uploads a file. XMLHttpRequest, because fetch does not tell how much was sent.
 * @throws ApiError too_large, unknown_format, nothing_usable (details: {issues, rejected}); the signal's reason when aborted
 */
export function uploadDataset(
  file: File,
  { dryRun = false, name, onProgress, signal }: UploadOptions = {},
): Promise<UploadResult> {
  const form = new FormData();
  if (name !== undefined) form.append("name", name);
  form.append("file", file);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open("POST", `/api/datasets${dryRun ? "?dryRun=true" : ""}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as UploadResult)
        : reject(errorOf(request.status, request.responseText));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal?.reason as Error);
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    signal?.addEventListener("abort", abort);
    request.send(form);
  });
}
