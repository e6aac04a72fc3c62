/**
 * forbidden: asks for something that is not data; truncated: ends in the middle; malformed: no program of pickle;
 * too_large: beyond a bound; unsupported: data of a kind that is not read here.
 */
export type PickleErrorCode = "forbidden" | "truncated" | "malformed" | "too_large" | "unsupported";

/** Why a pickle was not read. Nothing of a pickle is ever run, whatever the code. */
export class PickleError extends Error {
  override readonly name = "PickleError";

  constructor(
    readonly code: PickleErrorCode,
    what: string,
    /** Position of the instruction that could not be followed, counted from 0. */
    readonly offset: number,
    /** Python's name of what was asked for, such as `os.system`; null where the trouble is not a name. */
    readonly global: string | null = null,
  ) {
    super(`Pickle, byte ${offset}: ${what}`);
  }
}
