import type { Issue } from "../dataset";
import { cellRecord, cellValue } from "./cells";
import {
  isDepthName,
  isLayerColumn,
  layerFields,
  layerList,
  numbersOf,
  type LayerField,
} from "./layerFields";
import { isByStage, readLayers, readStages, stacksOf } from "./layerUnits";
import { writeLayerLists } from "./layerListsText";
import { notationWith } from "./notationDetails";
import { looksPython } from "./pythonRepr";
import { columnWhere, type Reader } from "./reader";
import { RowCounts } from "./rowCounts";
import { settingColumns } from "./settingColumns";
import type { Table, TableRow } from "./table";

/**
 * Settings of a transformer (or any stack of layers) as lists with one value a layer: {depth: 12, num_heads: [...],
 * mlp_ratio: [...], hidden_dim: 192}, as JSON, as a Python dict or as columns. Lists are often as long as the deepest
 * network; what stands behind the last active layer is left out.
 */
export const layerLists: Reader = {
  id: "layer-lists",
  label: "lists with one value a layer (depth, num_heads, mlp_ratio)",
  match(table) {
    const found = findFields(table);
    if (found === null) return null;
    const { column, fields } = found;
    const stacks = stacksOf(fields);
    const stages = numStages(table, found);
    const byStage =
      stages > 1 &&
      table.rows.slice(0, NUM_COMPARED).some((row) => isByStage(valuesOf(row, column) ?? {}, fields));
    const isChain = stacks.length === 1 && stages === 1;
    const counts = new RowCounts();
    const longer = new Set<string>();
    const depth = fields
      .filter(({ role }) => role === "depth")
      .map(({ key }) => key)
      .join(", ");
    return {
      structure: isChain ? "chain" : "staged",
      columns: column === null ? fields.map(({ key }) => key) : [column],
      unitNames: isChain
        ? ["layers"]
        : stages === 1
          ? stacks
          : Array.from({ length: stages }, (_, stage) => `stage ${stage + 1}`),
      notation: notationWith(this.id, {
        fields: fields.map((field) => ({ ...field, room: roomOf(table, found, field) })),
        ...formOf(table, found),
        byStage,
      }),
      get notes() {
        if (byStage) return [stagesNote(fields, depth, stages)];
        return counts.note(
          "tail",
          depth,
          (rows) =>
            `In ${rows} ${[...longer].join(" and ")} list more values than ${depth} has layers. What stands behind the last active layer was left out.`,
        );
      },
      row(row) {
        const values = valuesOf(row, column);
        if (values === null)
          return {
            ok: false,
            field: column ?? "",
            message: `is not a configuration {${fields.map(({ key }) => key).join(", ")}}`,
          };
        const outcome = byStage
          ? readStages(values, fields, stages)
          : readLayers(values, fields, (key) => {
              longer.add(key);
              counts.add("tail", row.row);
            });
        return outcome.ok || column === null
          ? outcome
          : { ...outcome, field: outcome.field === "" ? column : `${column}.${outcome.field}` };
      },
    };
  },
  write: writeLayerLists,
};

const stagesNote = (fields: readonly LayerField[], depth: string, stages: number): Issue => {
  const lists = fields.filter(({ role }) => role === "list").map(({ key }) => key);
  return {
    row: 0,
    field: depth,
    message: `${[depth, ...lists].join(" and ")} have one value for each of ${stages} stages, whose layers are alike: a stage is one node, and its depth a feature.`,
  };
};

type Found = { readonly column: string | null; readonly fields: readonly LayerField[] };

const valuesOf = ({ cells }: TableRow, column: string | null): Record<string, unknown> | null =>
  column === null ? cells : cellRecord(cells[column]);

/** The cell, or the columns of their own, that hold lists of layers. */
function findFields(table: Table): Found | null {
  const column = columnWhere(table, (cell) => layerFields(cellRecord(cell) ?? {}) !== null);
  if (column !== null) {
    for (const row of table.rows) {
      const fields = layerFields(valuesOf(row, column) ?? {});
      if (fields !== null) return { column, fields };
    }
  }
  const only = (label: string): Table => ({ ...table, columns: [label] });
  const lists = table.columns.filter(
    (label) => columnWhere(only(label), (cell) => isLayerColumn(label, cell)) !== null,
  );
  const depths = table.columns.filter(
    (label) => isDepthName(label) && columnWhere(only(label), (cell) => numbersOf(cell) !== null) !== null,
  );
  if (lists.length === 0) return null;
  const free = table.columns.filter((label) => !lists.includes(label) && !depths.includes(label));
  const settings = settingColumns(
    free,
    (function* () {
      for (const { cells } of table.rows) yield cells;
    })(),
  );
  const lastList = Math.max(...[...lists, ...depths].map((label) => table.columns.indexOf(label)));
  // Results follow the architecture: a text behind it (a device, a unit) is not a part of it.
  const globals = settings
    .map(({ label }) => label)
    .filter((label) => table.columns.indexOf(label) < lastList);
  const keys = table.columns.filter((label) => [...lists, ...depths, ...globals].includes(label));
  for (const { cells } of table.rows) {
    const fields = layerFields(Object.fromEntries(keys.map((label) => [label, cells[label]])));
    if (fields !== null) return { column: null, fields };
  }
  return null;
}

/** How many stages the depth of the first readable row counts. */
function numStages(table: Table, { column, fields }: Found): number {
  const depth = fields.find(({ role }) => role === "depth");
  if (!depth) return 1;
  for (const row of table.rows) {
    const numbers = numbersOf(valuesOf(row, column)?.[depth.key]);
    if (numbers !== null) return numbers.length;
  }
  return 1;
}

const NUM_COMPARED = 200;

/** The one length that a list has in all rows, however deep they are; 0 where it changes with the depth, or is one a stage. */
function roomOf(table: Table, { column, fields }: Found, field: LayerField): number {
  const depth = fields.find(({ role, stack }) => role === "depth" && stack === field.stack);
  if (field.role !== "list" || !depth) return 0;
  const lengths = new Set<number>();
  let isLonger = false;
  for (const row of table.rows.slice(0, NUM_COMPARED)) {
    const values = valuesOf(row, column);
    const depths = numbersOf(values?.[depth.key]) ?? [];
    const length = layerList(values?.[field.key])?.length;
    if (length === undefined || depths.length !== 1) continue;
    lengths.add(length);
    isLonger ||= length > (depths[0] ?? 0);
  }
  return isLonger && lengths.size === 1 ? ([...lengths][0] ?? 0) : 0;
}

/** JSON or Python, and whether a single depth stands in brackets. */
function formOf(table: Table, { column, fields }: Found): Record<string, unknown> {
  const [row] = table.rows.filter((one) => valuesOf(one, column) !== null);
  const cell = row && column !== null ? row.cells[column] : null;
  const depth = fields.find(({ role }) => role === "depth");
  return {
    python: typeof cell === "string" && looksPython(cell),
    list:
      row !== undefined &&
      depth !== undefined &&
      Array.isArray(cellValue(valuesOf(row, column)?.[depth.key])),
  };
}
