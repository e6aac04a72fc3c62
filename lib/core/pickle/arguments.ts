import { PickleError } from "./error";
import { ElementType, Tuple, type Call, type Value } from "./values";

/** Arguments of constructors, checked where they are used. All throw PickleError naming the constructor. */
const wrong = (call: Call, what: string): PickleError =>
  new PickleError("malformed", `${call.name} is given ${what}.`, call.offset, call.name);

export function asItems(value: Value | undefined, call: Call): readonly Value[] {
  if (value instanceof Tuple) return value.items;
  if (Array.isArray(value)) return value;
  throw wrong(call, "no list");
}

export function asCounts(value: Value | undefined, call: Call): number[] {
  return asItems(value, call).map((item) => asCount(item, call));
}

export function asCount(value: Value | undefined, call: Call): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw wrong(call, "no count");
}

export function asNumber(value: Value | undefined, call: Call): number {
  if (typeof value === "number") return value;
  throw wrong(call, "no number");
}

export function asText(value: Value | undefined, call: Call): string {
  if (typeof value === "string") return value;
  throw wrong(call, "no text");
}

/** Bytes; protocols below 3 write them as text of one character a byte. */
export function asBytes(value: Value | undefined, call: Call): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") return encodeLatin1(value, call);
  throw wrong(call, "no bytes");
}

export function encodeLatin1(text: string, call: Call): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0xff) throw wrong(call, "text that is not Latin-1");
    bytes[index] = code;
  }
  return bytes;
}

export function asElementType(value: Value | undefined, call: Call): ElementType {
  if (value instanceof ElementType) return value;
  throw wrong(call, "no element type");
}
