import { asBytes, asCounts, asElementType, asItems, asText } from "./arguments";
import { latin1 } from "./byteReader";
import { PickleError } from "./error";
import { contiguousStrides, isElementCode, numElements, readNumbers } from "./numberArray";
import type { NumberArray } from "./numberArray";
import { ElementType, Global, UnfilledArray, type Call, type Constructor, type Value } from "./values";

/** `f8`, `i4`, `b1`; U and S are texts, O are objects. */
const TEXT_CODE = /^([US])(\d{1,4})$/;

/** `dtype("f8", ...)`; the order of bytes follows in BUILD, or stands before the code. */
const dtype: Constructor = ([code], call) => {
  if (code instanceof Global) return named(code.name, call);
  const text = asText(code, call);
  const [, order = "", plain = text] = /^([<>|=]?)(.*)$/.exec(text) ?? [];
  return knownType(plain === "?" ? "b1" : plain, order === ">", call);
};

const BY_NAME: Readonly<Record<string, string>> = {
  "builtins.float": "f8",
  "builtins.int": "i8",
  "builtins.bool": "b1",
  "builtins.object": "O8",
};

const named = (name: string, call: Call): ElementType =>
  knownType(BY_NAME[name] ?? SCALARS[name.replace("numpy.", "")] ?? name, false, call);

function knownType(code: string, bigEndian: boolean, call: Call): ElementType {
  if (!isElementCode(code) && !TEXT_CODE.test(code) && !/^O8?$/.test(code))
    throw new PickleError(
      "unsupported",
      `arrays of type ${code.slice(0, 40)} are not read here.`,
      call.offset,
    );
  return new ElementType(code, bigEndian);
}

/** `(3, '<', None, None, None, -1, -1, 0)`: only the order of bytes matters for plain types. */
export function buildElementType(type: ElementType, state: Value, call: Call): void {
  const [, order, sub, names] = asItems(state, call);
  if ((sub ?? null) !== null || (names ?? null) !== null)
    throw new PickleError("unsupported", "numpy arrays of records are not read here.", call.offset);
  type.bigEndian = order === ">";
}

/** `(version, shape, dtype, is_fortran, raw data)`. */
export function buildArray(array: UnfilledArray, state: Value, call: Call): void {
  const parts = asItems(state, call);
  const [shape, type, fortran, raw] = parts.length === 5 ? parts.slice(1) : parts;
  array.filled = arrayOf(asElementType(type, call), asCounts(shape, call), fortran === true, raw, call);
}

function arrayOf(
  type: ElementType,
  shape: readonly number[],
  fortran: boolean,
  raw: Value | undefined,
  call: Call,
): NumberArray | Value[] {
  if (/^[OUS]/.test(type.code)) {
    if (shape.length > 1)
      throw new PickleError("unsupported", "an array of texts has several axes.", call.offset);
    return type.code.startsWith("O") ? [...asItems(raw, call)] : texts(type, numElements(shape), raw, call);
  }
  const layout = {
    code: type.code,
    bigEndian: type.bigEndian,
    shape,
    strides: contiguousStrides(shape, fortran),
    first: 0,
  };
  return readNumbers(asBytes(raw, call), layout, call.offset, call.take);
}

function texts(type: ElementType, count: number, raw: Value | undefined, call: Call): string[] {
  const [, kind, length = "0"] = TEXT_CODE.exec(type.code) ?? [];
  const width = Number(length) * (kind === "U" ? 4 : 1);
  const bytes = asBytes(raw, call);
  if (bytes.length !== width * count)
    throw new PickleError("malformed", "an array of texts has another size than it says.", call.offset);
  return Array.from({ length: count }, (_, index) => {
    const part = bytes.subarray(index * width, (index + 1) * width);
    return (kind === "U" ? utf32(part, type.bigEndian) : latin1(part)).replace(/\0+$/, "");
  });
}

function utf32(bytes: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, !bigEndian);
    text += code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
  }
  return text;
}

/** A single number (or text) out of its bytes. */
const scalar: Constructor = ([type, raw], call) => {
  const element = asElementType(type, call);
  const read = arrayOf(element, [1], false, raw, call);
  const first = Array.isArray(read) ? read[0] : read.data[0];
  if (element.code === "b1") return first === 1;
  return first ?? null;
};

/** `_frombuffer(buffer, dtype, shape, order)`: how protocol 5 writes arrays. */
const fromBuffer: Constructor = ([raw, type, shape, order], call) => {
  const array = new UnfilledArray();
  array.filled = arrayOf(asElementType(type, call), asCounts(shape, call), order === "F", raw, call);
  return array;
};

const SCALARS: Readonly<Record<string, string>> = {
  float64: "f8",
  float32: "f4",
  float16: "f2",
  int64: "i8",
  int32: "i4",
  int16: "i2",
  int8: "i1",
  uint64: "u8",
  uint32: "u4",
  uint16: "u2",
  uint8: "u1",
  bool_: "b1",
  bool: "b1",
};

export const NUMPY: readonly Global[] = [
  ...["numpy.core.multiarray", "numpy._core.multiarray"].flatMap((module) => [
    new Global(`${module}._reconstruct`, () => new UnfilledArray()),
    new Global(`${module}.scalar`, scalar),
  ]),
  ...["numpy.core.numeric", "numpy._core.numeric"].map(
    (module) => new Global(`${module}._frombuffer`, fromBuffer),
  ),
  new Global("numpy.dtype", dtype),
  new Global("numpy.ndarray", null),
  ...Object.keys(SCALARS).map((name) => new Global(`numpy.${name}`, null)),
];
