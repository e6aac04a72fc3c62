/** Finds what says in a table of one line a layer which architecture, unit and place a line is of. */
import { cellScalar, plainName } from "./cells";
import { guessByName } from "./columnNames";
import type { ImportPlan } from "./importPlan";
import { cellOf, type Table, type TableRow } from "./table";

/** Columns by label; lines of one id are one architecture. */
export type LineKeys = { readonly id: string; readonly unit: string | null; readonly layer: string };

const ID_NAME = /(?:^|[ _-])(?:id|uid|uuid|hash|name|model|network|net|arch|architecture)$/i;
const UNIT_NAMES = new Set("unit unitindex unitid unitno stage stageindex stageid stageno".split(" "));
const LAYER_NAMES = new Set(
  "layer layerindex layerid layeridx layerno layernumber layernum block blockindex blockid blockidx blockno node nodeindex nodeid".split(
    " ",
  ),
);
/** May count other things than layers, such as repeated runs: only settings that change from line to line tell. */
const PLACE_NAMES = new Set("index idx position pos place".split(" "));

const NUM_PROBED = 300;
/** Of the architectures looked at, this share has to count its layers without a gap. */
const LEAST_SHARE = 0.5;

/** The columns, or null where no id repeats with layers that count up within it. */
export function lineKeys(table: Table, plan: ImportPlan = {}): LineKeys | null {
  const roleOf = (label: string) =>
    plan.columns && Object.hasOwn(plan.columns, label) ? plan.columns[label] : undefined;
  const probed = table.rows.slice(0, NUM_PROBED);
  const all = allColumns(table);
  const planned = all.filter((label) => roleOf(label) === "id");
  const ids =
    planned.length > 0
      ? planned
      : all.filter((label) => roleOf(label) === undefined && ID_NAME.test(spaced(label)));
  const layers = table.columns.filter(
    (label) => LAYER_NAMES.has(plainName(label)) || PLACE_NAMES.has(plainName(label)),
  );
  const units = [...table.columns.filter((label) => UNIT_NAMES.has(plainName(label))), null];
  for (const layer of layers)
    for (const id of ids)
      for (const unit of units) {
        const keys = { id, unit, layer };
        if (id !== layer && id !== unit && unit !== layer && isCounted(probed, keys, all)) return keys;
      }
  return null;
}

/** Labels of a table some of whose columns are out of sight: cells have them all. */
export const allColumns = (table: Table): string[] => [
  ...new Set([...Object.keys(table.rows[0]?.cells ?? {}), ...table.columns]),
];

const spaced = (label: string): string => label.replace(/([a-z])([A-Z])/g, "$1_$2");

function isCounted(rows: readonly TableRow[], keys: LineKeys, columns: readonly string[]): boolean {
  const groups = [...linesById(rows, keys.id).values()];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  if (longest < 2 || groups.length * 2 > rows.length + 1) return false;
  // The last architecture looked at may go on behind the rows looked at; its first layers count all the same.
  const numCounted = groups.filter((lines) => typeof inOrder(lines, keys) !== "string").length;
  if (numCounted < LEAST_SHARE * groups.length || numCounted === 0) return false;
  return LAYER_NAMES.has(plainName(keys.layer)) || hasChangingSetting(groups, keys, columns);
}

const hasChangingSetting = (
  groups: readonly (readonly TableRow[])[],
  { id, unit, layer }: LineKeys,
  columns: readonly string[],
): boolean =>
  columns.some(
    (label) =>
      label !== id &&
      label !== unit &&
      label !== layer &&
      guessByName(label) === "setting" &&
      groups.some((lines) => new Set(lines.map((line) => cellOf(line, label))).size > 1),
  );

/** Lines of each id in file order; lines without one stand under an empty id. */
export function linesById(rows: readonly TableRow[], id: string): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const cell = cellScalar(cellOf(row, id));
    const name = cell === null ? "" : String(cell);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/**
 * The lines of one architecture by unit and layer; or what is wrong with its count. Layers count from 0 or 1, through
 * the network or anew in each unit.
 */
export function inOrder(lines: readonly TableRow[], { unit, layer }: LineKeys): readonly TableRow[] | string {
  const placed: { line: TableRow; unit: number; layer: number }[] = [];
  for (const line of lines) {
    const [unitNumber, layerNumber] = [unit === null ? 0 : numberOf(line, unit), numberOf(line, layer)];
    if (unitNumber === null) return `row ${line.row} has no number as its ${unit}`;
    if (layerNumber === null) return `row ${line.row} has no number as its ${layer}`;
    placed.push({ line, unit: unitNumber, layer: layerNumber });
  }
  placed.sort((a, b) => a.unit - b.unit || a.layer - b.layer);
  const [first] = placed;
  if (first === undefined || (first.layer !== 0 && first.layer !== 1))
    return `begins with ${layer} ${first?.layer ?? "none"}; layers count from 0 or 1`;
  for (const [index, here] of placed.entries()) {
    const before = placed[index - 1];
    if (before === undefined) continue;
    const isNewUnit = here.unit !== before.unit;
    if (here.layer === before.layer + 1 || (isNewUnit && here.layer === first.layer)) continue;
    const where = unit === null ? "" : ` of ${unit} ${here.unit}`;
    return here.layer === before.layer && !isNewUnit
      ? `has ${layer} ${here.layer}${where} twice (rows ${before.line.row} and ${here.line.row})`
      : `has no ${layer} ${isNewUnit ? first.layer : before.layer + 1}${where} before ${layer} ${here.layer} (row ${here.line.row})`;
  }
  return placed.map(({ line }) => line);
}

function numberOf(line: TableRow, label: string): number | null {
  const cell = cellScalar(cellOf(line, label));
  return typeof cell === "number" ? cell : null;
}
