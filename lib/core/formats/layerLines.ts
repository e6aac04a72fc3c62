import type { Issue } from "../dataset";
import type { FeatureValue } from "../searchSpace";
import { cellScalar } from "./cells";
import { guessByName } from "./columnNames";
import { differing, lineColumns, type LineColumns } from "./layerLineColumns";
import { allColumns, inOrder, lineKeys, linesById, type LineKeys } from "./layerLineKeys";
import { layerObjects } from "./layerObjects";
import type { Layer } from "./layerPlaces";
import type { Reader, RowOutcome } from "./reader";
import { cellOf, rowText, type Table, type TableRow } from "./table";

/**
 * Long tables: one line a layer (arch_id, unit, layer, op, kernel, ..., top1), the results of the architecture repeated
 * in each of its lines or standing in the first. Lines of one id become one architecture, staged where a column numbers
 * the unit; it is kept and written as a list of layers (see layerObjects.ts).
 */
export const layerLines: Reader = {
  id: "layer-lines",
  label: "a table with one line a layer (architecture, unit, layer, op, kernel, ...)",
  match(table, plan) {
    const keys = lineKeys(table, plan);
    if (keys === null) return null;
    const groups = [...linesById(table.rows, keys.id)];
    const columns = lineColumns(
      table,
      groups.map(([, lines]) => lines),
      keys,
    );
    const grouped = groups.map(([name, lines]) => architectureOf(name, lines, keys, columns));
    const layers = layerObjects.match(layersTable(table, grouped));
    if (layers === null) return null;
    return {
      structure: layers.structure,
      unitNames: layers.unitNames ?? [],
      notation: layers.notation ?? layerObjects.id,
      columns: [...(keys.unit === null ? [] : [keys.unit]), keys.layer, ...columns.layer, ...columns.global],
      table: {
        ...table,
        columns: allColumns(table).filter((label) => !columns.byLayer.includes(label)),
        rows: grouped,
      },
      notes: notesOf(table, grouped.length, keys, columns),
      row(row) {
        const found = row instanceof Architecture ? row : null;
        if (found === null || typeof found.layers === "string")
          return { ok: false, field: keys.id, message: found?.layersFault ?? "has no layers" };
        const conflict = conflictOf(found, columns.whole);
        if (conflict !== null) return conflict;
        const outcome = layers.row(layerCell(found));
        return outcome.ok ? { ...outcome, globals: found.globals } : { ...outcome, field: keys.layer };
      },
    };
  },
  write: layerObjects.write,
};

/** All lines of one architecture as a row. */
class Architecture implements TableRow {
  constructor(
    readonly row: number,
    readonly cells: TableRow["cells"],
    readonly lines: readonly TableRow[],
    /** In order; or why there is none. */
    readonly layers: readonly Layer[] | string,
    readonly globals: Readonly<Record<string, FeatureValue>>,
  ) {}

  get layersFault(): string {
    return typeof this.layers === "string" ? this.layers : "";
  }

  get text(): string {
    return rowText(this.lines.map(({ text }) => text).join("\n"));
  }
}

function architectureOf(
  name: string,
  lines: readonly TableRow[],
  keys: LineKeys,
  columns: LineColumns,
): Architecture {
  const ordered = name === "" ? `is empty, so that nothing tells whose layer this is` : inOrder(lines, keys);
  const first = lines[0];
  const cells: Record<string, unknown> = { [keys.id]: name };
  for (const label of columns.whole) cells[label] = firstFilled(lines, label);
  // An example of what the column holds.
  for (const label of [keys.unit, keys.layer, ...columns.layer, ...columns.global])
    if (label !== null && first) cells[label] = cellOf(first, label);
  const globals: Record<string, FeatureValue> = {};
  for (const label of columns.global) {
    const value = cellScalar(firstFilled(lines, label));
    if (value !== null) globals[label] = value;
  }
  const fields = [...(keys.unit === null ? [] : [keys.unit]), keys.layer, ...columns.layer];
  const layers =
    typeof ordered === "string"
      ? ordered
      : ordered.map((line) =>
          Object.fromEntries(fields.map((label) => [label, cellScalar(cellOf(line, label))])),
        );
  return new Architecture(first?.row ?? 0, cells, lines, layers, globals);
}

function firstFilled(lines: readonly TableRow[], label: string): unknown {
  const filled = (cell: unknown) => cell !== undefined && cell !== null && cell !== "";
  const line = lines.find((one) => filled(cellOf(one, label)));
  return line && cellOf(line, label);
}

const LAYERS = "layers";

const layerCell = (architecture: Architecture): TableRow => ({
  row: architecture.row,
  cells: { [LAYERS]: architecture.layers },
  text: "",
});

/** What the reader of lists of layers takes: one column of them. */
const layersTable = (table: Table, grouped: readonly Architecture[]): Table => ({
  ...table,
  columns: [LAYERS],
  rows: grouped.filter(({ layers }) => typeof layers !== "string").map(layerCell),
});

/** A result of the whole architecture that its lines do not agree on. */
function conflictOf({ lines }: Architecture, labels: readonly string[]): RowOutcome | null {
  for (const label of labels) {
    const pair = differing(lines, label);
    // When and by which seed a line was written is no result.
    if (pair === null || guessByName(label) === "neither") continue;
    const [one, other] = pair;
    return {
      ok: false,
      field: label,
      message: `is ${one.value} in row ${one.row} and ${other.value} in row ${other.row}, though both are of one architecture; give all its lines the same`,
    };
  }
  return null;
}

function notesOf(table: Table, numArchitectures: number, keys: LineKeys, columns: LineColumns): Issue[] {
  const count = (number: number, noun: string) =>
    `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
  const by = keys.unit === null ? keys.layer : `${keys.unit} and ${keys.layer}`;
  return [
    {
      row: 0,
      field: keys.id,
      message: `The file has one line a layer: ${count(table.rows.length, "line")} are ${count(numArchitectures, "architecture")}, each the lines of one ${keys.id} in the order of ${by}. A row below is an architecture, called by its first line.`,
    },
    ...columns.byLayer.map((field) => ({
      row: 0,
      field,
      message: "differs from layer to layer and was left out: a metric has one value for an architecture.",
    })),
  ];
}
