import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { blockTokens } from "./blockTokens";
import { cellValue } from "./cells";
import { globalValue } from "./notationDetails";
import { columnWhere, type Reader } from "./reader";
import type { TableRow } from "./table";

const COLUMN = "original config";

/**
 * AutoBuild's caches of the custom format: a list of {"original config": [resolution, [[block, ...], ...]], "acc": ...},
 * pickled or as JSON. Blocks are read as in any list of block tokens.
 */
export const autobuildCache: Reader = {
  id: "autobuild-cache",
  label: "AutoBuild cache (original config)",
  match(table) {
    const named = { ...table, columns: table.columns.filter((name) => name.replaceAll("_", " ") === COLUMN) };
    const column = columnWhere(named, (cell) => configOf(cell) !== null);
    if (column === null) return null;
    const blocks = blockTokens.match({
      ...table,
      columns: ["units", "resolution"],
      rows: table.rows.map((row) => asBlocks(row, column)),
    });
    if (blocks === null) return null;
    return {
      ...blocks,
      columns: [column],
      row(row) {
        if (configOf(row.cells[column]) === null)
          return { ok: false, field: column, message: "is not [resolution, [[block, ...], ...]]" };
        const outcome = blocks.row(asBlocks(row, column));
        return outcome.ok ? outcome : { ...outcome, field: outcome.field.replace(/^units/, `${column}[1]`) };
      },
    };
  },
  write: (space, architecture) =>
    JSON.stringify([resolutionOf(space, architecture), unitsOf(space, architecture)]),
};

type Config = { readonly resolution: unknown; readonly units: readonly unknown[] };

function configOf(cell: unknown): Config | null {
  const value = cellValue(cell);
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [resolution, units]: unknown[] = value;
  return Array.isArray(units) && units.length > 0 && units.every(Array.isArray)
    ? { resolution, units }
    : null;
}

function asBlocks(row: TableRow, column: string): TableRow {
  const config = configOf(row.cells[column]);
  return {
    row: row.row,
    text: row.text,
    cells: config === null ? {} : { units: config.units, resolution: config.resolution },
  };
}

const resolutionOf = (space: SearchSpace, architecture: Architecture) =>
  globalValue(space, architecture, "resolution");

/** `mbconv3_e6_k5 mbconv3_e3_k3 | ...` -> lists of lists. */
const unitsOf = (space: SearchSpace, architecture: Architecture): string[][] =>
  blockTokens
    .write(space, architecture)
    .split(" | ")
    .map((unit) => unit.split(" "));
