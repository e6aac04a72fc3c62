import { PickleError } from "./error";

export type Numbers =
  Float32Array | Float64Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** An array of numpy or a tensor of torch: numbers row-major. 64-bit integers stand as doubles, booleans as 0 and 1. */
export class NumberArray {
  constructor(
    readonly shape: readonly number[],
    readonly data: Numbers,
  ) {}
}

type Element = {
  readonly bytes: number;
  readonly make: (length: number) => Numbers;
  readonly read: (view: DataView, at: number, little: boolean) => number;
};

/** 2^(exponent - 24) steps below the smallest normal number, as IEEE 754 binary16 has it. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The upper half of a float32. */
function brain(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}

/** By the code of numpy (`f4`); bf2 is torch's bfloat16. */
const ELEMENTS: ReadonlyMap<string, Element> = new Map<string, Element>([
  ["f8", { bytes: 8, make: (n) => new Float64Array(n), read: (v, at, le) => v.getFloat64(at, le) }],
  ["f4", { bytes: 4, make: (n) => new Float32Array(n), read: (v, at, le) => v.getFloat32(at, le) }],
  ["f2", { bytes: 2, make: (n) => new Float32Array(n), read: (v, at, le) => half(v.getUint16(at, le)) }],
  ["bf2", { bytes: 2, make: (n) => new Float32Array(n), read: (v, at, le) => brain(v.getUint16(at, le)) }],
  ["i8", { bytes: 8, make: (n) => new Float64Array(n), read: (v, at, le) => Number(v.getBigInt64(at, le)) }],
  ["u8", { bytes: 8, make: (n) => new Float64Array(n), read: (v, at, le) => Number(v.getBigUint64(at, le)) }],
  ["i4", { bytes: 4, make: (n) => new Int32Array(n), read: (v, at, le) => v.getInt32(at, le) }],
  ["u4", { bytes: 4, make: (n) => new Uint32Array(n), read: (v, at, le) => v.getUint32(at, le) }],
  ["i2", { bytes: 2, make: (n) => new Int16Array(n), read: (v, at, le) => v.getInt16(at, le) }],
  ["u2", { bytes: 2, make: (n) => new Uint16Array(n), read: (v, at, le) => v.getUint16(at, le) }],
  ["i1", { bytes: 1, make: (n) => new Int8Array(n), read: (v, at) => v.getInt8(at) }],
  ["u1", { bytes: 1, make: (n) => new Uint8Array(n), read: (v, at) => v.getUint8(at) }],
  ["b1", { bytes: 1, make: (n) => new Uint8Array(n), read: (v, at) => (v.getUint8(at) === 0 ? 0 : 1) }],
]);

export const isElementCode = (code: string): boolean => ELEMENTS.has(code);

/** Bytes of one number; 0 for codes that are not numbers. */
export const elementBytes = (code: string): number => ELEMENTS.get(code)?.bytes ?? 0;

export type Layout = {
  readonly code: string;
  readonly bigEndian: boolean;
  readonly shape: readonly number[];
  /** In elements, one per axis. */
  readonly strides: readonly number[];
  /** Index of the first element. */
  readonly first: number;
};

/** Row-major strides; column-major ones where `fortran`. */
export function contiguousStrides(shape: readonly number[], fortran = false): number[] {
  const strides = shape.map(() => 1);
  const axes = shape.map((_, axis) => axis);
  let step = 1;
  for (const axis of fortran ? axes : axes.toReversed()) {
    strides[axis] = step;
    step *= shape[axis] ?? 1;
  }
  return strides;
}

export const numElements = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * Numbers in row-major order out of bytes in any order.
 * @param take called with the bytes that the result will take, before it is made
 * @throws PickleError where the bytes do not hold what the layout says
 */
export function readNumbers(
  bytes: Uint8Array,
  layout: Layout,
  offset: number,
  take: (bytes: number) => void,
): NumberArray {
  const { code, bigEndian, shape, strides, first } = layout;
  const element = ELEMENTS.get(code);
  if (!element) throw new PickleError("unsupported", `arrays of type ${code} are not read here.`, offset);
  if (shape.length > 32 || strides.length !== shape.length || ![...shape, ...strides, first].every(isCount))
    throw new PickleError("malformed", "an array has an impossible shape.", offset);
  const count = numElements(shape);
  take(count * Math.max(4, element.bytes));
  const last = first + shape.reduce((sum, size, axis) => sum + (size - 1) * (strides[axis] ?? 0), 0);
  if (count > 0 && (last + 1) * element.bytes > bytes.length)
    throw new PickleError("malformed", "an array is larger than the bytes that hold it.", offset);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = element.make(count);
  const place = shape.map(() => 0);
  let at = first;
  for (let index = 0; index < count; index++) {
    const value = element.read(view, at * element.bytes, !bigEndian);
    if (element.bytes === 8 && code !== "f8" && !Number.isSafeInteger(value))
      throw new PickleError("unsupported", "an array holds integers beyond 2^53.", offset);
    data[index] = value;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (place[axis] ?? 0) + 1;
      at += strides[axis] ?? 0;
      place[axis] = next;
      if (next < (shape[axis] ?? 0)) break;
      at -= next * (strides[axis] ?? 0);
      place[axis] = 0;
    }
  }
  return new NumberArray(shape, data);
}
