/** Writes protocol buffers: the reverse of wire.ts. Pieces are joined once, at the end, since weights are large. */

/** Bytes of fields, in pieces. */
export type Pieces = readonly Uint8Array[];

const BYTES = 2;
const FIXED_32 = 5;

/** A whole number, negative ones as protocol buffers' int64. */
export function varint(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & BigInt(0x7f));
    rest >>= BigInt(7);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

const key = (field: number, kind: number): Uint8Array => varint(field * 8 + kind);

const lengthOf = (pieces: Pieces): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

export const integerField = (field: number, value: number): Pieces => [key(field, 0), varint(value)];

export function floatField(field: number, value: number): Pieces {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [key(field, FIXED_32), bytes];
}

export const messageField = (field: number, content: Pieces): Pieces => [
  key(field, BYTES),
  varint(lengthOf(content)),
  ...content,
];

export const textField = (field: number, text: string): Pieces =>
  messageField(field, [new TextEncoder().encode(text)]);

/** Repeated whole numbers, packed into one field. */
export const packedField = (field: number, values: readonly number[]): Pieces =>
  messageField(field, values.map(varint));

/** Floats as little-endian bytes on every machine. */
export function floatBytes(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < values.length; index++) view.setFloat32(4 * index, values[index] ?? 0, true);
  return bytes;
}

/** Whole numbers as little-endian int64. */
export function integerBytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setBigInt64(8 * index, BigInt(value), true));
  return bytes;
}

export function joined(pieces: Pieces): Uint8Array {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
