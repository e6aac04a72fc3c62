/** ONNX models as rows of a table, joined with what was measured of each. */
import { OnnxError, readOperationGraph } from "../../onnx";
import { operationFeatures } from "../operationFeatures";
import { columnsOf, rowText, type Table, type TableRow } from "../table";

/** A model of an archive, read when its row is made. */
export type ModelFile = { readonly name: string; readonly read: () => Uint8Array };

type Broken = Table["broken"][number];

/** `runs/net_12.onnx` -> `net_12` */
export const modelName = (path: string): string => (path.split("/").at(-1) ?? path).replace(/\.onnx$/i, "");

/** {nodes, edges} as the reader of operation graphs takes it. @throws OnnxError */
function graphCell(bytes: Uint8Array) {
  const { nodes, edges } = readOperationGraph(bytes);
  return { nodes: nodes.map(operationFeatures), edges };
}

function modelRow(
  row: number,
  { name, read }: ModelFile,
  cells: Readonly<Record<string, unknown>>,
): TableRow | Broken {
  const text = rowText(JSON.stringify({ id: modelName(name), ...cells }));
  try {
    return { row, cells: { id: modelName(name), ...cells, graph: graphCell(read()) }, text };
  } catch (error) {
    if (!(error instanceof OnnxError)) throw error;
    return {
      row,
      field: "graph",
      message: `${name} is no ONNX model that can be read: ${error.message}`,
      text,
    };
  }
}

const tableOf = (
  made: readonly (TableRow | Broken)[],
  broken: readonly Broken[],
  meta: Table["meta"],
): Table => {
  const rows = made.flatMap((row) => ("cells" in row ? [row] : []));
  const failed = made.flatMap((row) => ("cells" in row ? [] : [row]));
  return { container: "json", columns: columnsOf(rows), rows, broken: [...broken, ...failed], meta };
};

/** Models of which nothing was measured: one row each. */
export const modelsAlone = (models: readonly ModelFile[]): Table =>
  tableOf(
    models.map((model, index) => modelRow(index + 1, model, {})),
    [],
    {},
  );

/**
 * One row for each row of the table, in its order, with the model that it names; then models that no row names, and
 * rows that name no model as broken ones. Null where no column names the models.
 */
export function modelsMeasured(models: readonly ModelFile[], measured: Table): Table | null {
  const byName = new Map(
    models.flatMap(
      (model) =>
        [
          [model.name, model],
          [modelName(model.name), model],
        ] as const,
    ),
  );
  const column = nameColumn(measured, (cell) => byName.has(modelName(String(cell))));
  if (column === null) return null;
  const broken: Broken[] = [...measured.broken];
  const taken = new Set<ModelFile>();
  const rows = measured.rows.flatMap((row) => {
    const { [column]: named, ...cells } = row.cells;
    const model = byName.get(String(named)) ?? byName.get(modelName(String(named)));
    if (model === undefined) {
      const message = `names no model of the archive: ${JSON.stringify(named)}`;
      broken.push({ row: row.row, field: column, message, text: row.text });
      return [];
    }
    taken.add(model);
    return [modelRow(row.row, model, cells)];
  });
  const last = Math.max(0, ...measured.rows.slice(-1).map(({ row }) => row));
  const others = models
    .filter((model) => !taken.has(model))
    .map((model, index) => modelRow(last + 1 + index, model, {}));
  return tableOf([...rows, ...others], broken, measured.meta);
}

/** The column that names most models. */
function nameColumn(table: Table, isModel: (cell: unknown) => boolean): string | null {
  const counts = table.columns.map((name) => table.rows.filter(({ cells }) => isModel(cells[name])).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : (table.columns[counts.indexOf(most)] ?? null);
}
