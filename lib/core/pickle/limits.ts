import { PickleError } from "./error";

/** Bounds of one reading; a file of measurements stays far below all of them. */
export type PickleLimits = {
  /** Values that the data would have if every shared part were written out. */
  readonly maxValues: number;
  /** Bytes of numbers in arrays and tensors, after strides have been followed. */
  readonly maxArrayBytes: number;
  /** Lists in lists in lists. */
  readonly maxDepth: number;
};

export const PICKLE_LIMITS: PickleLimits = {
  maxValues: 20_000_000,
  maxArrayBytes: 512 * 1024 * 1024,
  maxDepth: 100,
};

/** Counts what arrays take, so that a few bytes cannot ask for gigabytes. */
export class ArrayBudget {
  private used = 0;

  constructor(private readonly maxBytes: number) {}

  /** @throws PickleError when the arrays together would take more than allowed */
  take(bytes: number, offset: number): void {
    this.used += bytes;
    if (!(this.used <= this.maxBytes))
      throw new PickleError(
        "too_large",
        `its arrays take more than ${Math.round(this.maxBytes / 1024 / 1024)} MB.`,
        offset,
      );
  }
}
