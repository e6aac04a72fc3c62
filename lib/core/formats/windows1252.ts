import type { Utf8Text } from "./textBytes";

const CHUNK_BYTES = 65_536;
/** In a table of any Western language most characters are ASCII; bytes that mostly are not hold something else. */
const MOST_OTHERS = 0.3;
/** Characters of the bytes 0x80 to 0x9f, which some runtimes decode as Latin-1 has them; a blank where none is. */
const BEYOND_LATIN1 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/** Bytes that Windows-1252 leaves open. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Text in Windows-1252 as UTF-8, with a note that shows a word by which a person sees whether the guess is right. Null
 * where the bytes hold control characters, are mostly no ASCII, or begin with the mark of UTF-8 and so are broken UTF-8.
 */
export function fromWindows1252(bytes: Uint8Array): Utf8Text | null {
  if (!mayBeText(bytes)) return null;
  const decoder = new TextDecoder("windows-1252");
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let word = "";
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const text = decoder
      .decode(bytes.subarray(start, start + CHUNK_BYTES))
      .replace(/[\u0080-\u009f]/g, (sign) => BEYOND_LATIN1[sign.charCodeAt(0) - 0x80] ?? sign);
    if (word === "") word = wordOf(text);
    pieces.push(encoder.encode(text));
  }
  return {
    bytes: joined(pieces),
    notes: [
      {
        row: 0,
        field: "",
        message: `The file is not UTF-8 and was read as Windows-1252 (Latin-1), so that it says "${word}". Save it as UTF-8 where that is wrong.`,
      },
    ],
  };
}

function mayBeText(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return false;
  let numOthers = 0;
  for (const byte of bytes) {
    const isControl = byte < 0x20 ? byte < 0x09 || byte > 0x0d : byte === 0x7f;
    if (isControl || UNUSED.has(byte)) return false;
    if (byte > 0x7f) numOthers++;
  }
  return numOthers <= MOST_OTHERS * bytes.length;
}

/** The first word that is not ASCII, with at most 20 characters on each side. */
const wordOf = (text: string): string =>
  /[^\s,;\t|"]{0,20}[\u0080-\uffff][^\s,;\t|"]{0,20}/.exec(text)?.[0] ?? "";

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
