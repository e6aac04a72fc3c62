/** The text of a file as UTF-8, whichever encoding it was saved in. */
import type { Issue } from "../dataset";
import { fromWindows1252 } from "./windows1252";

const NUM_PROBED = 4_096;
/** Most characters of a table are ASCII: in UTF-16 every other byte of them is zero. */
const LEAST_SHARE = 0.4;

type Encoding = "utf-16le" | "utf-16be";

/** Text as UTF-8, and what a user should know of how it was decoded. */
export type Utf8Text = { readonly bytes: Uint8Array; readonly notes: readonly Issue[] };

/**
 * UTF-8 bytes as they are; UTF-16 (spreadsheets save "Unicode text" so) and Windows-1252 (older ones save CSV so; Latin-1
 * is a part of it) turned into UTF-8; null where it is no text.
 */
export function utf8Text(bytes: Uint8Array): Utf8Text | null {
  const encoding = utf16Of(bytes);
  if (encoding === null) return isUtf8(bytes) ? { bytes, notes: [] } : fromWindows1252(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : { bytes: new TextEncoder().encode(text), notes: [] };
  } catch {
    return null;
  }
}

function utf16Of(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length % 2 !== 0) return null;
  const probed = bytes.subarray(0, NUM_PROBED);
  const zeros = [0, 0];
  probed.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / probed.length);
  if (odd > LEAST_SHARE && even === 0) return "utf-16le";
  return even > LEAST_SHARE && odd === 0 ? "utf-16be" : null;
}

const CHUNK_BYTES = 65_536;

/** Whether the bytes are UTF-8 without U+0000. Looked at in pieces: the text of a large CSV is never needed whole. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES)
      decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
