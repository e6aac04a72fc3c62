/** Protocol buffers as bytes: fields by number, values by wire type. Nothing is decoded that nobody asks for. */

/** Why bytes are not an ONNX model. */
export class OnnxError extends Error {
  override readonly name = "OnnxError";
}

/** A field's value: a number of wire types 0, 1 and 5 as its bits, or bytes of wire type 2. */
export type WireField =
  | { readonly number: number; readonly kind: "varint"; readonly value: bigint }
  | { readonly number: number; readonly kind: "fixed" | "bytes"; readonly bytes: Uint8Array };

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;
const LONGEST_VARINT = 10;

/**
 * The fields of one message in their order.
 * @throws OnnxError where the bytes are no message
 */
export function* wireFields(bytes: Uint8Array): Generator<WireField> {
  let at = 0;

  const varint = (): bigint => {
    let value = BigInt(0);
    for (let index = 0; index < LONGEST_VARINT; index++) {
      const byte = bytes[at++];
      if (byte === undefined) throw new OnnxError("it ends in the middle of a number");
      value |= BigInt(byte & 0x7f) << BigInt(7 * index);
      if (byte < 0x80) return value;
    }
    throw new OnnxError("a number has more than ten bytes");
  };
  const take = (count: number): Uint8Array => {
    if (count > bytes.length - at) throw new OnnxError("it ends in the middle of a field");
    at += count;
    return bytes.subarray(at - count, at);
  };

  while (at < bytes.length) {
    const key = Number(varint());
    const number = Math.floor(key / 8);
    switch (key % 8) {
      case VARINT:
        yield { number, kind: "varint", value: varint() };
        break;
      case BYTES:
        yield { number, kind: "bytes", bytes: take(Number(varint())) };
        break;
      case FIXED_64:
        yield { number, kind: "fixed", bytes: take(8) };
        break;
      case FIXED_32:
        yield { number, kind: "fixed", bytes: take(4) };
        break;
      default:
        throw new OnnxError("a field is of a kind that protocol buffers do not have");
    }
  }
}

/** A varint as the signed number it stands for. */
export const signed = (value: bigint): number => Number(BigInt.asIntN(64, value));

/** Repeated whole numbers, one field each or packed into one. */
export function integers(field: WireField): number[] {
  if (field.kind === "varint") return [signed(field.value)];
  if (field.kind === "fixed") return [];
  return packed(field.bytes);
}

function packed(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = BigInt(0);
  let shift = 0;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << BigInt(shift);
    shift += 7;
    if (shift > 7 * LONGEST_VARINT) throw new OnnxError("a number has more than ten bytes");
    if (byte >= 0x80) continue;
    numbers.push(signed(value));
    value = BigInt(0);
    shift = 0;
  }
  return numbers;
}

const LONGEST_TEXT = 2_000;

/** Text of a field; names longer than any program writes are cut. */
export const textOf = (field: WireField): string =>
  field.kind === "bytes" ? new TextDecoder().decode(field.bytes.subarray(0, LONGEST_TEXT)) : "";

/** The message in a field. @throws OnnxError where it holds a number */
export function messageOf(field: WireField): Uint8Array {
  if (field.kind === "bytes") return field.bytes;
  throw new OnnxError("a number stands where a message should");
}

/** A 32-bit float. */
export const floatOf = (field: WireField): number =>
  field.kind === "fixed" && field.bytes.length === 4
    ? new DataView(field.bytes.buffer, field.bytes.byteOffset, 4).getFloat32(0, true)
    : NaN;
