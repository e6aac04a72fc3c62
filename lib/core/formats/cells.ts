import type { FeatureValue } from "../searchSpace";
import { LiteralError, parsePythonLiteral } from "./pythonLiteral";
import { isRecord } from "./readTable";

const LITERAL_START = /^\s*[[({]/;

/** What a cell holds: text that starts like a list, tuple or dict is read as Python or JSON; anything else stays as it is. */
export function cellValue(cell: unknown): unknown {
  if (typeof cell !== "string" || !LITERAL_START.test(cell)) return cell;
  try {
    return parsePythonLiteral(cell);
  } catch (error) {
    if (error instanceof LiteralError) return cell;
    throw error;
  }
}

/** A cell's fields where it is a JSON object or a Python dict, else null. */
export function cellRecord(cell: unknown): Record<string, unknown> | null {
  const value = cellValue(cell);
  return isRecord(value) ? value : null;
}

const SEPARATED = /^[^\s,;|]+(?:(?:\s*[,;|]\s*|\s+)[^\s,;|]+)+$/;

/** A list whose texts lack their quotes, as YAML and numpy write it: [input, output], [4 8 4]. */
const BARE_LIST = /^[[(]([^[\](){}'"]+)[\])]$/;

/** A cell's items: a list, its text in Python or JSON, or text of at least two items with blanks, commas or bars between. */
export function cellList(cell: unknown): unknown[] | null {
  const value = cellValue(cell);
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return null;
  const text = (BARE_LIST.exec(value.trim())?.[1] ?? value).trim();
  if (!SEPARATED.test(text)) return null;
  return text.split(/\s*[,;|]\s*|\s+/).map(numberOrText);
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Numbers written as text become numbers; a code with a leading zero ("007") stays text. */
export const numberOrText = (text: string): FeatureValue =>
  NUMBER.test(text) && !/^0\d/.test(text) ? Number(text) : text;

const LONGEST_VALUE = 100;
/** 1,014.45 */
const GROUPED_NUMBER = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * A cell as the value of a feature: a finite number, a text, or "true" and "false"; null where it is neither (empty,
 * nested, too long).
 */
export function cellScalar(cell: unknown): FeatureValue | null {
  if (typeof cell === "boolean") return String(cell);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  const text = cell.trim();
  if (text === "" || text.length > LONGEST_VALUE || LITERAL_START.test(text)) return null;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase();
  return numberOrText(GROUPED_NUMBER.test(text) ? text.replaceAll(",", "") : text);
}

/** Back from `cellScalar`: "true" and "false" are written as what they were. */
export const scalarToJson = (value: FeatureValue): FeatureValue | boolean =>
  value === "true" ? true : value === "false" ? false : value;

/** A name without case, blanks and underscores, to recognise it however it is written: `Num_Layers` -> `numlayers`. */
export const plainName = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, "");
