import { PickleError } from "./error";

const LONGEST_LINE = 1_000_000;

/** Takes bytes from the front; asking for more than there are is an error, never a huge allocation. */
export class ByteReader {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private skip(count: number): number {
    const start = this.position;
    if (count > this.bytes.length - start)
      throw new PickleError(
        "truncated",
        `it ends at byte ${this.bytes.length}, in the middle of ${count} bytes.`,
        start,
      );
    this.position = start + count;
    return start;
  }

  take = (count: number): Uint8Array => {
    const start = this.skip(count);
    return this.bytes.subarray(start, start + count);
  };

  uint8 = (): number => this.view.getUint8(this.skip(1));
  uint16 = (): number => this.view.getUint16(this.skip(2), true);
  uint32 = (): number => this.view.getUint32(this.skip(4), true);
  int32 = (): number => this.view.getInt32(this.skip(4), true);
  /** Big-endian, as BINFLOAT has it. */
  float64 = (): number => this.view.getFloat64(this.skip(8), false);

  /** A length of 8 bytes; what does not fit into a double is longer than any file. */
  uint64 = (): number => Number(this.view.getBigUint64(this.skip(8), true));

  /** Text up to the next line feed, without it; one character a byte, as protocol 0 writes. */
  line = (): string => {
    const start = this.position;
    const end = this.bytes.subarray(start, start + LONGEST_LINE).indexOf(0x0a);
    if (end < 0) throw new PickleError("truncated", "it ends in the middle of a line.", start);
    this.position = start + end + 1;
    return latin1(this.bytes.subarray(start, start + end));
  };
}

/** @throws PickleError for bytes that are not UTF-8 */
export function utf8(bytes: Uint8Array, offset: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Python writes lone surrogates as three bytes each, which UTF-8 forbids; nobody's architecture needs them.
    throw new PickleError("malformed", "a text is not UTF-8.", offset);
  }
}

/** One character a byte. */
export const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return text;
};
