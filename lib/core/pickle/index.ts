/** Reads pickles and PyTorch files without running anything in them. */
import { ByteReader } from "./byteReader";
import { PICKLE_LIMITS, type PickleLimits } from "./limits";
import { Machine } from "./machine";
import { plainValue, type PlainValue } from "./plain";

export { PickleError, type PickleErrorCode } from "./error";
export { NumberArray } from "./numberArray";
export { isPlainRecord, type PlainRecord, type PlainValue } from "./plain";
export { isTorchFile, readTorchCheckpoint } from "./torchFile";

export type PickleOptions = {
  readonly limits?: Partial<PickleLimits>;
  /**
   * Classes, by Python's full name, that are known to hold only data: their instances become records of their fields
   * with the name as `__class__`. Nothing of the class is needed or run.
   */
  readonly records?: (qualifiedName: string) => boolean;
};

/**
 * The value of a pickle, protocols 0 to 5: containers of Python, numbers, texts, arrays of numpy.
 * @throws PickleError with the position of what cannot be read, and its name where it is not plain data
 */
export function readPickle(bytes: Uint8Array, options: PickleOptions = {}): PlainValue {
  const limits = { ...PICKLE_LIMITS, ...options.limits };
  const reader = new ByteReader(bytes);
  const { records } = options;
  const value = new Machine(reader, { limits, ...(records ? { records } : {}) }).run();
  return plainValue(value, limits, reader.position);
}

/** Whether bytes begin as a pickle of protocol 2 or later does. Earlier ones have no mark of their own. */
export const isPickle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x80 && bytes[1] !== undefined && bytes[1] >= 2 && bytes[1] <= 5;
