/** Uploaded files go to disk as they arrive, so that the size limit holds before the memory does. */
import busboy from "busboy";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ApiError } from "../api/errors";
import { dataFolder, inMegabytes, maxUploadBytes } from "./settings";

/** An upload that lies on disk. */
export type Upload = {
  readonly fileName: string;
  /** Text fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** sha256 of the file, hexadecimal */
  readonly hash: string;
  readBytes(): Promise<Uint8Array>;
};

/**
 * Streams the one file of a multipart request to disk, hands it to `work`, and removes it whatever happens.
 * @param signal ends the receiving at once, however much of the file is still to come
 * @throws ApiError too_large (with the limit), bad_request (no form, no file, cut off); the signal's reason
 */
export async function withUpload<T>(
  request: Request,
  signal: AbortSignal,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const parent = join(dataFolder(), "uploads");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "upload-"));
  try {
    return await work(await receive(request, join(folder, "file"), signal));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A plan names every column of a wide table. */
const MOST_FIELD_BYTES = 1_000_000;

const tooLarge = (): ApiError =>
  new ApiError(
    "too_large",
    `The file is larger than ${inMegabytes(maxUploadBytes())}. Compress or split it, or start Archwright with a ` +
      `larger ARCHWRIGHT_MAX_UPLOAD_MB.`,
    { limitBytes: maxUploadBytes() },
  );

async function receive(request: Request, path: string, signal: AbortSignal): Promise<Upload> {
  if (request.body === null) throw new ApiError("bad_request", "The request has no body.");
  const form = openForm(request.headers.get("content-type") ?? "");
  const fields: Record<string, string> = {};
  const hash = createHash("sha256");
  let written: Promise<string> | null = null;
  let isTooLarge = false;
  let tooLongField: string | null = null;

  form.on("field", (name, value, { valueTruncated }) => {
    if (valueTruncated) tooLongField ??= name;
    fields[name] = value;
  });
  form.on("file", (_field, stream, { filename }) => {
    stream.on("limit", () => (isTooLarge = true));
    stream.on("data", (chunk: Buffer) => hash.update(chunk));
    written = pipeline(stream, createWriteStream(path)).then(() => filename || "unnamed");
    // A form that ends early fails below; without this the file's own failure would go unhandled meanwhile.
    written.catch(() => undefined);
  });
  try {
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, form, { signal });
  } catch {
    // What was written ends too, before its folder is removed.
    await Promise.allSettled([written]);
    signal.throwIfAborted();
    throw new ApiError("bad_request", "The upload ended before the file was complete.");
  }
  const fileName = await (written as Promise<string> | null);
  // What is beyond the limit was read and thrown away: a browser whose upload is cut off shows no answer at all.
  if (isTooLarge) throw tooLarge();
  if (tooLongField !== null)
    throw new ApiError("bad_request", `${String(tooLongField)}: is longer than ${MOST_FIELD_BYTES} bytes.`);
  if (fileName === null) throw new ApiError("bad_request", "The form has no file in its field `file`.");
  return { fileName, fields, hash: hash.digest("hex"), readBytes: () => readFile(path) };
}

function openForm(contentType: string) {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { files: 1, fields: 10, fieldSize: MOST_FIELD_BYTES, fileSize: maxUploadBytes() },
    });
  } catch {
    throw new ApiError("bad_request", "Send the file as multipart/form-data in a field `file`.");
  }
}
