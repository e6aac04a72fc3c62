/** Every error that crosses HTTP is one of these; the code decides the status. Texts are for people only. */
export const STATUS_BY_CODE = {
  bad_request: 400,
  cross_origin: 403,
  not_found: 404,
  /** Something else rests on what was to be changed. */
  conflict: 409,
  too_large: 413,
  unknown_format: 415,
  nothing_usable: 422,
  /** The client stopped what it had asked for. */
  cancelled: 499,
  internal: 500,
  /** Seen by the client only: the server gave no answer. */
  unreachable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_BY_CODE;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(STATUS_BY_CODE, code);

/** Thrown by the server's code and, with the same content, by the client. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: unknown = null,
  ) {
    super(message);
  }
}

export const notFound = (what: string): ApiError => new ApiError("not_found", `There is no such ${what}.`);
