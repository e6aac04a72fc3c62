import type { ImportPlan } from "../core/formats/importPlan";
import type { ImportProgress, ImportStatus, JoinKey, JoinResult, UploadResult } from "./contracts";
import { call, errorOf, unreachable } from "./transport";

type SendOptions = {
  /** Only say what the file would become; store nothing. */
  readonly dryRun?: boolean;
  readonly plan?: ImportPlan;
  /** Where the file is: on its way (`receiving`), then what the server does with it. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborting leaves nothing behind. */
  readonly signal?: AbortSignal;
};

export type UploadOptions = SendOptions & { readonly name?: string };

export type JoinOptions = SendOptions & { readonly by: JoinKey };

/**
 * Uploads a file.
 * @throws ApiError too_large, unknown_format, nothing_usable (details: {issues, rejected}); the signal's reason when aborted
 */
export const uploadDataset = (file: File, { name, ...options }: UploadOptions = {}): Promise<UploadResult> =>
  send("/api/datasets", file, name === undefined ? {} : { name }, options);

/**
 * Joins a second file to a dataset: new rows, or new metrics of rows that are there.
 * @throws as uploadDataset does
 */
export const joinFile = (
  datasetId: string,
  file: File,
  { by, ...options }: JoinOptions,
): Promise<JoinResult> => send(`/api/datasets/${datasetId}/rows`, file, { by }, options);

/**
 * All rows of a file that would not be taken, with their reasons, as CSV: answers to a dry run have the first ones only.
 * @throws as uploadDataset does
 */
export const rejectedOfFile = (file: File, plan: ImportPlan): Promise<Blob> =>
  receive("/api/datasets/rejected", formOf(file, {}, plan));

/** The same of a file that would join a dataset. */
export const rejectedOfJoin = (
  datasetId: string,
  file: File,
  { by, plan }: { readonly by: JoinKey; readonly plan: ImportPlan },
): Promise<Blob> => receive(`/api/datasets/${datasetId}/rows/rejected`, formOf(file, { by }, plan));

async function receive(address: string, body: FormData): Promise<Blob> {
  const response = await fetch(address, { method: "POST", body }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw errorOf(response.status, await response.text());
  return response.blob();
}

function formOf(
  file: File,
  fields: Readonly<Record<string, string>>,
  plan: ImportPlan | undefined,
): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries(fields)) form.append(field, text);
  if (plan !== undefined) form.append("plan", JSON.stringify(plan));
  // Last, so that the fields are known when the file's bytes arrive.
  form.append("file", file);
  return form;
}

/** XMLHttpRequest, because fetch does not tell how much was sent. */
function send<Result>(
  address: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  { dryRun = false, plan, onProgress, signal }: SendOptions,
): Promise<Result> {
  const importId = newImportId();
  const form = formOf(file, fields, plan);
  const query = new URLSearchParams({ importId, ...(dryRun ? { dryRun: "true" } : {}) });
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    const stopAsking = askForProgress(importId, request.upload, onProgress);
    const abort = () => request.abort();
    request.open("POST", `${address}?${query.toString()}`);
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as Result)
        : reject(errorOf(request.status, request.responseText));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal?.reason as Error);
    request.onloadend = () => {
      stopAsking();
      signal?.removeEventListener("abort", abort);
    };
    signal?.addEventListener("abort", abort);
    request.send(form);
  });
}

/** Most files are read sooner; of these nobody needs to ask. */
const ASK_EVERY_MS = 1_000;

/** While the file travels the browser knows how far it is; from then on the server is asked. @returns stops asking */
function askForProgress(
  importId: string,
  upload: XMLHttpRequestUpload,
  onProgress: SendOptions["onProgress"],
): () => void {
  if (onProgress === undefined) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new AbortController();
  const ask = async () => {
    try {
      const status = await call<ImportStatus>("GET", `/api/imports/${importId}`, { signal: over.signal });
      if (status.phase !== "unknown") onProgress(status);
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    } catch {
      // The upload itself says what is wrong, or has been answered.
    }
  };
  upload.onprogress = ({ loaded, total }) =>
    onProgress({ phase: "receiving", share: total > 0 ? loaded / total : 0 });
  upload.onload = () => {
    timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  };
  return () => {
    over.abort();
    clearTimeout(timer);
  };
}

/** 16 hexadecimal digits that no other import uses. */
const newImportId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
