import type { ErrorBody } from "./contracts";
import { ApiError, isErrorCode } from "./errors";

export const unreachable = (): ApiError =>
  new ApiError("unreachable", "Archwright does not answer. Is it still running in its terminal?");

/** The error that an answer tells of; answers that are not ours (a proxy's page) become `internal`. */
export function errorOf(status: number, text: string): ApiError {
  try {
    const { error } = JSON.parse(text) as ErrorBody;
    if (isErrorCode(error.code)) return new ApiError(error.code, error.message, error.details);
  } catch {
    // Told below.
  }
  return new ApiError("internal", `Archwright answered with status ${status}.`);
}

/**
 * Sends a request and reads its JSON; `T` is what contracts.ts says of the address.
 * @throws ApiError, or the signal's reason when it was aborted
 */
export async function call<T>(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  address: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(address, { method, signal, ...content }).catch((error: unknown) => {
    throw signal?.aborted ? error : unreachable();
  });
  const text = await response.text();
  if (!response.ok) throw errorOf(response.status, text);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
