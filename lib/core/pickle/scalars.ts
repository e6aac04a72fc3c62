import { PickleError } from "./error";

/** Digits of a whole number; longer ones cost time beyond all use. */
const MOST_DIGITS = 1_000;
const MOST_BYTES = 400;

const smallest = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;

/** INT and LONG of protocol 0; `00` and `01` are False and True. */
export function decimal(text: string, offset: number): number | bigint | boolean {
  if (text === "00" || text === "01") return text === "01";
  if (text.length > MOST_DIGITS)
    throw new PickleError("too_large", `a whole number has ${text.length} digits.`, offset);
  if (!/^-?\d+$/.test(text))
    throw new PickleError("malformed", "a whole number is not written in digits.", offset);
  return smallest(BigInt(text));
}

/** LONG1 and LONG4: two's complement, little-endian. */
export function longInteger(bytes: Uint8Array, offset: number): number | bigint {
  if (bytes.length > MOST_BYTES)
    throw new PickleError("too_large", `a whole number has ${bytes.length} bytes.`, offset);
  let value = BigInt(0);
  bytes.forEach((byte, index) => {
    value |= BigInt(byte) << BigInt(8 * index);
  });
  return smallest(BigInt.asIntN(8 * bytes.length, value));
}

/** FLOAT of protocol 0, as Python's repr writes it. */
export function floatText(text: string, offset: number): number {
  const plain = text.trim().toLowerCase();
  if (/^[+-]?nan$/.test(plain)) return NaN;
  if (/^[+-]?inf(inity)?$/.test(plain)) return plain.startsWith("-") ? -Infinity : Infinity;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain))
    throw new PickleError("malformed", "a number is not written as one.", offset);
  return Number(plain);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** STRING of protocol 0: a Python 2 literal in quotes. */
export function escapedText(text: string, offset: number): string {
  const quote = text.charAt(0);
  if (text.length < 2 || (quote !== "'" && quote !== '"') || text.at(-1) !== quote)
    throw new PickleError("malformed", "a text has no quotes.", offset);
  return text
    .slice(1, -1)
    .replace(
      /\\(x([0-9a-fA-F]{2})|(.))/g,
      (whole, _, hex: string | undefined, escaped: string | undefined) =>
        hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : (ESCAPES[escaped ?? ""] ?? whole),
    );
}

/** UNICODE of protocol 0: characters beyond Latin-1, and line feeds, as four or eight hexadecimal digits. */
export const unicodeText = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g, (whole, four?: string, eight?: string) => {
    const code = parseInt(four ?? eight ?? "", 16);
    if (four !== undefined) return String.fromCharCode(code);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
