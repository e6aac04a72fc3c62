import { resolve } from "node:path";

/** The folder of the database and of uploads in progress: `ARCHWRIGHT_DATA`, else `data` in the project. */
export const dataFolder = (): string =>
  resolve(/* turbopackIgnore: true */ process.env.ARCHWRIGHT_DATA || "data");

const MEBIBYTE = 1024 * 1024;

/** Largest file that may be uploaded, in bytes: `ARCHWRIGHT_MAX_UPLOAD_MB` (default 50). */
export const maxUploadBytes = (): number => megabytes(process.env.ARCHWRIGHT_MAX_UPLOAD_MB, 50);

/** Largest JSON body of a request (a predictor with its weights), in bytes: `ARCHWRIGHT_MAX_JSON_MB` (default 50). */
export const maxJsonBytes = (): number => megabytes(process.env.ARCHWRIGHT_MAX_JSON_MB, 50);

function megabytes(text: string | undefined, fallback: number): number {
  const number = Number(text || fallback);
  return Math.floor((Number.isFinite(number) && number > 0 ? number : fallback) * MEBIBYTE);
}

/** `50 MB`, for messages. */
export const inMegabytes = (bytes: number): string => `${Number((bytes / MEBIBYTE).toFixed(1))} MB`;
