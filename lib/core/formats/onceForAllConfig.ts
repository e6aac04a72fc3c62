import type { FeatureValue } from "../searchSpace";
import { cellScalar, cellValue, plainName } from "./cells";
import { isRecord } from "./readTable";

/** Kernel sizes and expand ratios of all blocks, depths of all units, and what else stood in the configuration. */
export type Config = {
  readonly ks: readonly number[];
  readonly e: readonly number[];
  readonly d: readonly number[];
  readonly globals: Readonly<Record<string, FeatureValue>>;
  /** Fields whose list is none of these and was not read. */
  readonly unread: readonly string[];
};

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly field: string; readonly message: string };

export type Part = "ks" | "e" | "d" | "r";

const PARTS: ReadonlyMap<string, Part> = new Map([
  ...["ks", "k", "kernel", "kernels", "kernelsize", "kernelsizes"].map((name) => [name, "ks"] as const),
  ...["e", "er", "expand", "expandratio", "expandratios"].map((name) => [name, "e"] as const),
  ...["d", "depth", "depths"].map((name) => [name, "d"] as const),
  ...["r", "res", "resolution", "imagesize", "imgsize"].map((name) => [name, "r"] as const),
]);

/** Which part of a configuration a field is, however it is written; null for another field such as `wid`. */
export const partOf = (name: string): Part | null => PARTS.get(plainName(name)) ?? null;

/** Whether fields hold kernels, expand ratios and depths, each once. */
export const hasParts = (names: readonly string[]): boolean =>
  (["ks", "e", "d"] as const).every((part) => names.filter((name) => partOf(name) === part).length === 1);

/** Reads the fields of a configuration; a field whose value is None or empty (`wid`) is left out. */
export function readConfig(fields: Readonly<Record<string, unknown>>): ConfigOutcome {
  const lists: Partial<Record<Part, number[]>> = {};
  const globals: Record<string, FeatureValue> = {};
  const unread: string[] = [];
  for (const [name, cell] of Object.entries(fields)) {
    const part = partOf(name);
    const value = cellValue(cell);
    if (part === "ks" || part === "e" || part === "d") {
      if (!isNumbers(value)) return { ok: false, field: name, message: "is not a list of numbers" };
      lists[part] = value;
      continue;
    }
    if (value === null || value === undefined || value === "") continue;
    const scalar = cellScalar(Array.isArray(value) && value.length === 1 ? value[0] : value);
    if (scalar === null) unread.push(name);
    else globals[part === "r" ? "resolution" : name] = scalar;
  }
  const { ks, e, d } = lists;
  if (!ks || !e || !d) return { ok: false, field: "", message: "is not a configuration {ks, e, d}" };
  return { ok: true, config: { ks, e, d, globals, unread } };
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "number");

/** Whether a cell is an object or a Python dict with kernels, expand ratios and depths. */
export const looksLikeConfig = (cell: unknown): boolean => {
  if (typeof cell === "string" && !cell.includes("{")) return false;
  const value = cellValue(cell);
  return isRecord(value) && hasParts(Object.keys(value));
};

/**
 * How many blocks each unit has room for. ProxylessNAS has 21 blocks: five units of 4 and a last one of a single
 * block, whose depth stands in d or is left out. Null where the lists fit no such scheme.
 */
export function roomsOf(numBlocks: number, numDepths: number): number[] | null {
  const rooms = (units: number, room: number) => Array.from({ length: units }, () => room);
  if (numBlocks % numDepths === 0) return rooms(numDepths, numBlocks / numDepths);
  const rest = numBlocks - 1;
  if (rest > 0 && rest % numDepths === 0) return [...rooms(numDepths, rest / numDepths), 1];
  if (rest > 0 && rest % (numDepths - 1) === 0) return [...rooms(numDepths - 1, rest / (numDepths - 1)), 1];
  return null;
}
