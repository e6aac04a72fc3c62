import { cellValue } from "./cells";
import { outsideQuotes } from "./outsideQuotes";
import { LiteralError, parsePythonLiteral } from "./pythonLiteral";
import { isRecord } from "./readTable";

/** One input of a node of a cell: an operation and the state it reads (0 and 1 are the cell's inputs). */
export type GenotypeEntry = { readonly op: string; readonly input: number };

export type Genotype = {
  /** By cell, `normal` and `reduce`: two entries a node. */
  readonly cells: readonly {
    readonly name: string;
    readonly entries: readonly GenotypeEntry[];
    readonly concat: readonly number[] | null;
  }[];
};

export type GenotypeOutcome =
  | { readonly ok: true; readonly genotype: Genotype }
  | { readonly ok: false; readonly field: string; readonly message: string };

const CALL = /^\s*(?:[A-Za-z_]\w*\s*=\s*)?[A-Za-z_][\w.]*\s*\((.*)\)\s*;?\s*$/s;
const KEYWORD = /^\s*([A-Za-z_]\w*)\s*=(?!=)\s*(.*)$/s;
const RANGE = /^(?:list\s*\(\s*)?range\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)\s*\)?$/;
const LARGEST_RANGE = 100;

/** Fields of a genotype: an object, JSON, a Python dict, or the text of the call `Genotype(normal=[...], ...)`; else null. */
export function genotypeFields(cell: unknown): Record<string, unknown> | null {
  const value = cellValue(cell);
  if (isRecord(value)) return "normal" in value ? value : null;
  if (typeof value !== "string" || !/\bnormal\s*=/.test(value)) return null;
  const inside = CALL.exec(value)?.[1] ?? value;
  const fields: Record<string, unknown> = {};
  for (const part of topLevelParts(inside)) {
    const [, name, text = ""] = KEYWORD.exec(part) ?? [];
    if (name === undefined) return null;
    const parsed = keywordValue(text.trim());
    if (parsed === null) return null;
    fields[name] = parsed.value;
  }
  return "normal" in fields ? fields : null;
}

function keywordValue(text: string): { value: unknown } | null {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const length = Number(to) - Number(from);
    return length >= 0 && length <= LARGEST_RANGE
      ? { value: Array.from({ length }, (_, index) => Number(from) + index) }
      : null;
  }
  try {
    return { value: parsePythonLiteral(text) };
  } catch (error) {
    if (error instanceof LiteralError) return null;
    throw error;
  }
}

/** Splits at commas outside of brackets and quotes. */
function topLevelParts(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { at, character, depth } of outsideQuotes(text)) {
    if (character !== "," || depth !== 0) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== "");
}

/** Checks the fields: every entry names an operation and a state that stands before its node. */
export function readGenotype(fields: Readonly<Record<string, unknown>>): GenotypeOutcome {
  const cells: Genotype["cells"][number][] = [];
  for (const name of ["normal", "reduce"]) {
    const list = fields[name];
    if (list === undefined && name === "reduce") continue;
    const pairs = Array.isArray(list) ? flatPairs(list) : null;
    if (pairs === null || pairs.length === 0)
      return { ok: false, field: name, message: "is not a list of (operation, input) pairs" };
    const entries: GenotypeEntry[] = [];
    for (const [index, pair] of pairs.entries()) {
      const [op, input] = pair;
      const newest = Math.floor(index / 2) + 1;
      if (typeof op !== "string" || op === "")
        return { ok: false, field: `${name}[${index}]`, message: "names no operation" };
      if (!Number.isInteger(input) || Number(input) < 0 || Number(input) > newest)
        return {
          ok: false,
          field: `${name}[${index}]`,
          message: `input ${JSON.stringify(input)} is not a state from 0 to ${newest}`,
        };
      entries.push({ op, input: Number(input) });
    }
    const concat = fields[`${name}_concat`];
    cells.push({ name, entries, concat: isStates(concat) ? concat : null });
  }
  return { ok: true, genotype: { cells } };
}

/** Pairs as a plain list, or grouped by node as some tools write them. */
function flatPairs(list: readonly unknown[]): unknown[][] | null {
  const isPair = (item: unknown): item is unknown[] =>
    Array.isArray(item) && item.length === 2 && !Array.isArray(item[0]);
  const flat = list.every(isPair)
    ? list
    : list.flatMap((group: unknown) => (Array.isArray(group) ? group : [null]));
  return flat.every(isPair)
    ? flat.map((pair) => (typeof pair[0] === "number" ? [pair[1], pair[0]] : pair))
    : null;
}

const isStates = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((state) => Number.isInteger(state) && Number(state) >= 0);
