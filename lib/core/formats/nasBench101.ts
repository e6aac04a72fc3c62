import type { Issue } from "../dataset";
import {
  edgesOfMatrix,
  graphFields,
  isMatrixName,
  isOpsName,
  isSquare,
  matrixOf,
  matrixRows,
  numDangling,
  operationNames,
} from "./adjacency";
import { cellRecord, cellValue } from "./cells";
import { globalValue, nodeValue, notationDetails, notationWith, textDetail } from "./notationDetails";
import { columnWhere, type Reader, type RowOutcome } from "./reader";
import { RowCounts } from "./rowCounts";
import { trainingBudget } from "./trainingBudget";
import type { Table } from "./table";

/** Where a row has its matrix and its operations: in columns of their own, or in one cell (`column`). */
type Place = { readonly column: string | null; readonly matrix: string; readonly ops: string };

/**
 * NAS-Bench-101 cells: an upper-triangular adjacency matrix and one operation a node, input and output among them.
 * Every architecture has edges of its own; nodes on no way from input to output are kept as they are, and counted.
 */
export const nasBench101: Reader = {
  id: "nas-bench-101",
  label: "NAS-Bench-101 cells (adjacency matrix and operations)",
  match(table) {
    const place = findPlace(table);
    if (place === null) return null;
    const counts = new RowCounts();
    const sizes = new Set<number>();
    const { column, matrix, ops } = place;
    const fieldsOf = (cells: Readonly<Record<string, unknown>>) =>
      column === null ? cells : cellRecord(cells[column]);
    const budget = trainingBudget(table, fieldsOf);
    return {
      structure: "graph",
      columns: [...(column === null ? [matrix, ops] : [column]), ...(budget ? [budget.column] : [])],
      unitNames: ["cell"],
      notation: notationWith(this.id, { matrix, ops, budget: budget?.column ?? null }),
      get notes() {
        return [
          ...(budget?.notes ?? []),
          ...counts.note(
            "dangling",
            matrix,
            (rows) =>
              `In ${rows} the cell has nodes on no way from input to output. They are kept as written, although they do not change the network.`,
          ),
          ...counts.note(
            "ends",
            ops,
            (rows) =>
              `In ${rows} the operations leave out input and output; they were added as first and last node.`,
          ),
          ...sizesNote(sizes, matrix),
        ];
      },
      row({ row, cells }) {
        const fields = fieldsOf(cells);
        if (fields === null)
          return { ok: false, field: column ?? matrix, message: `is not a graph {${matrix}, ${ops}}` };
        const outcome = readGraph(fields, place, (quirk) => counts.add(quirk, row));
        if (!outcome.ok) return outcome;
        sizes.add(outcome.units[0]?.length ?? 0);
        return { ...outcome, globals: budget?.globals(cells) ?? {} };
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const nodes = architecture.units.flat();
    const budget = textDetail(details, "budget");
    const epochs = budget === null ? null : globalValue(space, architecture, budget);
    return JSON.stringify({
      [textDetail(details, "matrix") ?? "adjacency"]: matrixOf(nodes.length, architecture.edges ?? []),
      [textDetail(details, "ops") ?? "ops"]: nodes.map((node) => nodeValue(space, node, "op") ?? ""),
      ...(budget === null || epochs === null ? {} : { [budget]: epochs }),
    });
  },
};

function findPlace(table: Table): Place | null {
  const only = (names: readonly string[], test: (cell: unknown) => boolean) =>
    columnWhere({ ...table, columns: names }, test);
  const named = only(table.columns.filter(isMatrixName), isSquare);
  const ops = only(table.columns.filter(isOpsName), (cell) => operationNames(cell) !== null);
  if (named !== null && ops !== null) return { column: null, matrix: named, ops };
  const column = columnWhere(table, (cell) => graphFields(cellRecord(cell)) !== null);
  if (column === null) return null;
  const first = table.rows
    .map(({ cells }) => graphFields(cellRecord(cells[column])))
    .find((fields) => fields !== null);
  return first ? { column, ...first } : null;
}

function readGraph(
  fields: Readonly<Record<string, unknown>>,
  { column, matrix, ops }: Place,
  quirk: (name: string) => void,
): RowOutcome {
  const bad = (name: string, message: string): RowOutcome => ({
    ok: false,
    field: column === null ? name : `${column}.${name}`,
    message,
  });
  const written = operationNames(fields[ops]) ?? (isEmptyList(fields[ops]) ? [] : null);
  const rows = matrixRows(fields[matrix], written?.length);
  if (rows === null) return bad(matrix, "is not an adjacency matrix such as [[0, 1], [0, 0]]");
  const graph = edgesOfMatrix(rows);
  if (!graph.ok) return bad(matrix, graph.message);
  if (written === null) return bad(ops, "is not a list of operations, one a node");
  const lacksEnds = written.length === rows.length - 2;
  const names = lacksEnds ? ["input", ...written, "output"] : written;
  if (names.length !== rows.length)
    return bad(ops, `has ${written.length} operations where ${matrix} has ${rows.length} nodes`);
  if (lacksEnds) quirk("ends");
  if (numDangling(names.length, graph.edges) > 0) quirk("dangling");
  return { ok: true, units: [names.map((op) => ({ op }))], globals: {}, edges: graph.edges };
}

/** A cell of input and output alone has no operation between them. */
const isEmptyList = (cell: unknown): boolean => {
  const value = cellValue(cell);
  return Array.isArray(value) && value.length === 0;
};

const sizesNote = (sizes: ReadonlySet<number>, field: string): Issue[] =>
  sizes.size > 1
    ? [
        {
          row: 0,
          field,
          message: `Graphs of ${Math.min(...sizes)} to ${Math.max(...sizes)} nodes stand in one file.`,
        },
      ]
    : [];
