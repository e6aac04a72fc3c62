/** damaged: not what its first bytes promise; too_large: beyond a bound; unsupported: encrypted, or packed in a way not read here. */
export type ArchiveErrorCode = "damaged" | "too_large" | "unsupported";

/** Why a zip archive or gzip file was not unpacked; the message says how to mend it. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Bounds of unpacking; tables of measurements shrink to a tenth, seldom to a fiftieth. */
export type ArchiveLimits = {
  /** Unpacked bytes of one file. */
  readonly maxFileBytes: number;
  /** Unpacked bytes of all files together. */
  readonly maxTotalBytes: number;
  /** Unpacked over packed bytes, for files of more than `ratioFrom` unpacked bytes. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
  readonly maxFiles: number;
};

const MB = 1024 * 1024;

export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxFileBytes: 512 * MB,
  maxTotalBytes: 2048 * MB,
  maxRatio: 200,
  ratioFrom: 16 * MB,
  maxFiles: 50_000,
};

/** @throws ArchiveError when unpacking went beyond a bound */
export function checkSize(name: string, unpacked: number, packed: number, limits: ArchiveLimits): void {
  if (unpacked > limits.maxFileBytes)
    throw new ArchiveError(
      "too_large",
      `${name} unpacks to more than ${Math.round(limits.maxFileBytes / MB)} MB. Split it into smaller files.`,
    );
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.maxRatio)
    throw new ArchiveError(
      "too_large",
      `${name} unpacks to more than ${limits.maxRatio} times its size, as no table of measurements does. Upload it unpacked.`,
    );
}
