/** Reads safetensors: 8 bytes of a length, a JSON header of names, types, shapes and places, and the numbers. */
import { isRecord } from "../../formats/record";
import {
  contiguousStrides,
  elementBytes,
  numElements,
  readNumbers,
  type NumberArray,
} from "../../pickle/numberArray";

/** What is wrong with a file of weights, in words for the person who chose it. */
export class WeightsFileError extends Error {}

/** Element codes of the format's types, as numpy has them (see pickle/numberArray). */
const TYPES: Readonly<Record<string, string>> = {
  F64: "f8",
  F32: "f4",
  F16: "f2",
  BF16: "bf2",
  I64: "i8",
  I32: "i4",
  I16: "i2",
  I8: "i1",
  U64: "u8",
  U32: "u4",
  U16: "u2",
  U8: "u1",
  BOOL: "b1",
};

const LENGTH_BYTES = 8;
/** The format's own bound: a longer header is no header. */
const LONGEST_HEADER = 100_000_000;
const BRACE = 0x7b;

/** Whether bytes begin as the format does: a length that fits, and a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  const length = headerLength(bytes);
  return length !== null && bytes[LENGTH_BYTES] === BRACE;
}

function headerLength(bytes: Uint8Array): number | null {
  if (bytes.length < LENGTH_BYTES + 2) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  return length >= 2 && length <= LONGEST_HEADER && length <= bytes.length - LENGTH_BYTES ? length : null;
}

/**
 * Every tensor by its name, row-major.
 * @throws WeightsFileError that names the tensor and what is wrong with it
 */
export function readSafetensors(bytes: Uint8Array): ReadonlyMap<string, NumberArray> {
  const length = headerLength(bytes);
  if (length === null)
    throw new WeightsFileError(
      "its first 8 bytes are not the length of a header that it holds; it may be cut off",
    );
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const data = bytes.subarray(LENGTH_BYTES + length);
  return new Map(
    Object.entries(header)
      .filter(([name]) => name !== "__metadata__")
      .map(([name, entry]) => [name, readTensor(name, entry, data)]),
  );
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(header)) return header;
  } catch {
    // Said below, as for any other header that is none.
  }
  throw new WeightsFileError("its header is no JSON object");
}

function readTensor(name: string, entry: unknown, data: Uint8Array): NumberArray {
  const bad = (what: string): WeightsFileError => new WeightsFileError(`tensor ${name.slice(0, 80)} ${what}`);
  if (!isRecord(entry)) throw bad("has no description");
  const { dtype, shape, data_offsets: offsets } = entry;
  const code = typeof dtype === "string" && Object.hasOwn(TYPES, dtype) ? TYPES[dtype] : undefined;
  if (code === undefined)
    throw bad(`is of type ${JSON.stringify(dtype)}; ${Object.keys(TYPES).join(", ")} are read`);
  if (!isCounts(shape) || shape.length > MOST_AXES) throw bad("has no shape");
  if (!isCounts(offsets)) throw bad("has no data_offsets");
  const [begin = 0, end = 0] = offsets;
  if (offsets.length !== 2 || begin > end || end > data.length)
    throw bad(`lies outside of the file (bytes ${begin} to ${end} of ${data.length}); it may be cut off`);
  const wanted = numElements(shape) * elementBytes(code);
  if (end - begin !== wanted)
    throw bad(`has ${end - begin} bytes where its shape [${shape.join(", ")}] needs ${wanted}`);
  const layout = { code, bigEndian: false, shape, strides: contiguousStrides(shape), first: 0 };
  return readNumbers(data.subarray(begin, end), layout, begin, () => undefined);
}

const MOST_AXES = 32;

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((count) => Number.isSafeInteger(count) && Number(count) >= 0);
