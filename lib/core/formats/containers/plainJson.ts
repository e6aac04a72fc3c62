import { isPlainRecord, NumberArray, type PlainValue } from "../../pickle";

/**
 * A pickle's value as what JSON could hold: arrays of numbers as nested lists, bytes left out, keys as text. Shared
 * parts stay shared.
 */
export function plainJson(value: PlainValue, done = new Map<object, unknown>()): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const made = madeOf(value, (part) => plainJson(part, done));
  done.set(value, made);
  return made;
}

function madeOf(
  value: Exclude<PlainValue, string | number | bigint | boolean | null>,
  inner: (part: PlainValue) => unknown,
): unknown {
  if (value instanceof NumberArray) return nested(value.shape, Array.from(value.data));
  if (value instanceof Uint8Array) return null;
  // What is JSON already stays itself: a second list would double the file in memory.
  if (Array.isArray(value)) {
    const parts = value.map(inner);
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (isPlainRecord(value)) {
    const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [key, inner(entry)]);
    return entries.every(([key, entry]) => entry === value[key]) ? value : Object.fromEntries(entries);
  }
  return value instanceof Map
    ? Object.fromEntries([...value].map(([key, entry]) => [keyText(key), inner(entry)]))
    : null;
}

/** Row-major numbers as lists of lists; the one number of an array without axes. */
function nested(shape: readonly number[], numbers: readonly number[]): unknown {
  const [, ...inner] = shape;
  if (shape.length === 0) return numbers[0] ?? null;
  if (inner.length === 0) return numbers;
  const size = inner.reduce((product, axis) => product * axis, 1);
  return Array.from({ length: shape[0] ?? 0 }, (_, index) =>
    nested(inner, numbers.slice(index * size, (index + 1) * size)),
  );
}

/** A tuple as a key, as Python would print it: `(0, 1)`. */
const keyText = (key: PlainValue): string =>
  Array.isArray(key) ? `(${key.map((part) => String(part)).join(", ")})` : String(key);
