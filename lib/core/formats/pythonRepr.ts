import type { Literal } from "./pythonLiteral";

/** A value as Python prints it: `{'wid': None, 'ks': [3, 5]}`; what `parsePythonLiteral` reads back. */
export function pythonRepr(value: Literal): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${quoted(key)}: ${pythonRepr(entry)}`)
    .join(", ")}}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&").replaceAll("\n", "\\n")}'`;

/** Whether text is Python's way of writing rather than JSON's: single quotes, None, True, False or a tuple. */
export const looksPython = (text: string): boolean => /'|\bNone\b|\bTrue\b|\bFalse\b|\(/.test(text);
