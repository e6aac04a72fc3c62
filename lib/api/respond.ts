import type { ErrorBody } from "./contracts";
import { STATUS_BY_CODE, type ApiError } from "./errors";

// What the API says changes with every upload and deletion: no copy of it may be kept.
const NO_STORE = { "cache-control": "no-store" };

export const ok = (body: unknown): Response => Response.json(body, { status: 200, headers: NO_STORE });
export const created = (body: unknown): Response => Response.json(body, { status: 201, headers: NO_STORE });
export const noContent = (): Response => new Response(null, { status: 204 });

/** JSON that is text already, such as a stored predictor. */
export const jsonText = (text: string): Response =>
  new Response(text, { headers: { ...NO_STORE, "content-type": "application/json" } });

/** A file that the browser saves under `fileName`. */
export const download = (text: string, { type, fileName }: { type: string; fileName: string }): Response =>
  saved(text, type, fileName);

/** A CSV that is made while it is sent, for tables of any length. */
export function csvDownload(pieces: Iterable<string> | AsyncIterable<string>, fileName: string): Response {
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return saved(stream, "text/csv", fileName);
}

function saved(body: string | ReadableStream<Uint8Array>, type: string, fileName: string): Response {
  const ascii = fileName.replace(/[^\w. -]/g, "_");
  return new Response(body, {
    headers: {
      ...NO_STORE,
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}

export function failed({ code, message, details }: ApiError): Response {
  const body: ErrorBody = { error: { code, message, details } };
  return Response.json(body, { status: STATUS_BY_CODE[code], headers: NO_STORE });
}
