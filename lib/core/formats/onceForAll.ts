import { featureValue, type FeatureValue, type SearchSpace } from "../searchSpace";
import { LiteralError, parsePythonLiteral, type Literal } from "./pythonLiteral";
import { columnWhere, type Reader, type RowOutcome } from "./reader";
import { isRecord } from "./readTable";

type Config = {
  readonly ks: number[];
  readonly e: number[];
  readonly d: number[];
  readonly rest: Record<string, unknown>;
};

/**
 * Once-for-all configurations {ks, e, d, r}, as JSON, as a Python dict, or as columns of their own. The lists have
 * room for the deepest unit; only the first d[u] blocks of unit u are active, the others are left out.
 */
export const onceForAll: Reader = {
  id: "once-for-all",
  label: "once-for-all configurations (ks, e, d, r)",
  match(table) {
    const ownColumns = ["ks", "e", "d"].every((name) => table.columns.includes(name));
    const column = ownColumns ? null : columnWhere(table, looksLikeConfig);
    if (!ownColumns && column === null) return null;
    const columns =
      column === null ? ["ks", "e", "d", "r"].filter((name) => table.columns.includes(name)) : [column];
    return {
      structure: "staged",
      columns,
      row: ({ cells }) => readConfig(column === null ? cells : cells[column], column ?? "ks"),
    };
  },
  write(space, architecture) {
    const kernel = space.nodeFeatures.findIndex(({ name }) => name === "kernel");
    const expand = space.nodeFeatures.findIndex(({ name }) => name === "expand");
    const list = (featureIndex: number, constant: string): FeatureValue[] =>
      architecture.units.flatMap((unit, unitIndex) => {
        const values = unit.map((node) => valueOf(space, featureIndex, node[featureIndex], constant));
        const room = Math.max(...(space.units[unitIndex]?.lengths ?? [unit.length]));
        // Inactive blocks repeat the last active one: their value means nothing, but the lists need their length.
        return [...values, ...Array.from({ length: room - unit.length }, () => values.at(-1) ?? 0)];
      });
    const resolution = space.globalFeatures.findIndex(({ name }) => name === "resolution");
    const r =
      resolution >= 0
        ? featureValueOrNull(space, resolution, architecture.globals[resolution])
        : (space.constants.resolution ?? null);
    return JSON.stringify({
      ks: list(kernel, "kernel"),
      e: list(expand, "expand"),
      d: architecture.units.map((unit) => unit.length),
      ...(r === null ? {} : { r: [r] }),
    });
  },
};

const featureValueOrNull = (
  space: SearchSpace,
  index: number,
  code: number | undefined,
): FeatureValue | null => {
  const feature = space.globalFeatures[index];
  return feature && code !== undefined ? featureValue(feature, code) : null;
};

function valueOf(
  space: SearchSpace,
  index: number,
  code: number | undefined,
  constant: string,
): FeatureValue {
  const feature = space.nodeFeatures[index];
  if (feature && code !== undefined) return featureValue(feature, code) ?? 0;
  const value = space.constants[constant];
  return typeof value === "number" || typeof value === "string" ? value : 0;
}

function looksLikeConfig(cell: unknown): boolean {
  if (isRecord(cell)) return "ks" in cell && "d" in cell;
  return typeof cell === "string" && cell.includes("{") && /['"]ks['"]/.test(cell) && /['"]d['"]/.test(cell);
}

function readConfig(cell: unknown, field: string): RowOutcome {
  try {
    const config = parseConfig(cell);
    const room = config.ks.length / config.d.length;
    if (!Number.isInteger(room) || config.e.length !== config.ks.length)
      return bad(
        field,
        `ks has ${config.ks.length}, e ${config.e.length} and d ${config.d.length} entries; ks and e need the same whole number a unit`,
      );
    const deep = config.d.findIndex((depth) => !Number.isInteger(depth) || depth < 0 || depth > room);
    if (deep >= 0) return bad(`${field}.d[${deep}]`, `${config.d[deep]} is not a depth from 0 to ${room}`);
    const units = config.d.map((depth, unit) =>
      Array.from({ length: depth }, (_, layer) => ({
        expand: config.e[unit * room + layer] ?? 0,
        kernel: config.ks[unit * room + layer] ?? 0,
      })),
    );
    return { ok: true, units, globals: globalsOf(config.rest) };
  } catch (error) {
    if (error instanceof LiteralError) return bad(field, error.message);
    throw error;
  }
}

const bad = (field: string, message: string): RowOutcome => ({ ok: false, field, message });

function parseConfig(cell: unknown): Config {
  const value: unknown = typeof cell === "string" ? parsePythonLiteral(cell) : cell;
  if (!isRecord(value)) throw new LiteralError("Expected a configuration {ks, e, d}", 0);
  const { ks, e, d, ...rest } = value;
  return { ks: numbers(ks, "ks"), e: numbers(e, "e"), d: numbers(d, "d"), rest };
}

function numbers(value: unknown, name: string): number[] {
  const parsed: unknown = typeof value === "string" ? parsePythonLiteral(value) : value;
  if (!Array.isArray(parsed) || parsed.length === 0 || !parsed.every((item) => typeof item === "number"))
    throw new LiteralError(`${name} must be a list of numbers`, 0);
  return parsed.map(Number);
}

/** `r` is the resolution, alone or in a list; what is None (`wid`) is left out. */
function globalsOf(rest: Record<string, unknown>): Record<string, FeatureValue> {
  const r: unknown = typeof rest.r === "string" ? (parsePythonLiteral(rest.r) as Literal) : rest.r;
  const value: unknown = Array.isArray(r) && r.length === 1 ? r[0] : r;
  return typeof value === "number" ? { resolution: value } : {};
}
