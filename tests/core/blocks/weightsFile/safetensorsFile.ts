/** A file of the format, written out: 8 bytes of the header's length, little-endian, the header, the numbers. */
export function safetensorsFile(header: unknown, data: readonly number[] | Uint8Array = []): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}
