import type { Edge } from "../architecture";
import type { Issue } from "../dataset";
import { cellList, cellRecord, plainName } from "./cells";
import { listDetail, nodeValue, notationDetails, notationWith, textDetail } from "./notationDetails";
import { columnWhere, type Reader, type RowOutcome } from "./reader";
import { RowCounts } from "./rowCounts";
import type { Table } from "./table";

/** Names of the columns: where the inputs of the nodes stand, and the operation of each node in order. */
type Columns = { readonly link: string; readonly ops: readonly string[] };

const OP = /^(?:op|operation|layer)(\d+)$/;
const LINK_NAMES = new Set(["link", "links", "linkinfo", "linklist"]);

/**
 * NAS-Bench-Graph: `link` says of every computing node where its input comes from (0 is the graph's input, k the k-th
 * node: `0012`), op1, op2, ... which operation it is.
 */
export const nasBenchGraph: Reader = {
  id: "nas-bench-graph",
  label: "NAS-Bench-Graph cells (link, op1, op2, ...)",
  match(table) {
    const own = findColumns(table.columns);
    const column =
      own === null
        ? columnWhere(table, (cell) => findColumns(Object.keys(cellRecord(cell) ?? {})) !== null)
        : null;
    const inCell = column === null ? null : firstColumns(table, column);
    const columns = own ?? inCell;
    if (columns === null) return null;
    const counts = new RowCounts();
    return {
      structure: "graph",
      columns: column === null ? [columns.link, ...columns.ops] : [column],
      unitNames: ["cell"],
      layerNames: [columns.ops.map((_, index) => `node ${index + 1}`)],
      notation: notationWith(this.id, columns),
      get notes() {
        return zerosNote(counts, columns);
      },
      row({ row, cells }) {
        const fields = column === null ? cells : cellRecord(cells[column]);
        if (fields === null)
          return { ok: false, field: column ?? "", message: "is not an object with link and op1, op2, ..." };
        return readCell(fields, columns, () => counts.add("zeros", row));
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const link = textDetail(details, "link") ?? "link";
    const names = listDetail(details, "ops");
    const nodes = architecture.units.flat();
    const inputs = nodes.map((_, node) => {
      const edge = architecture.edges?.find(([, target]) => target === node);
      return edge ? edge[0] + 1 : 0;
    });
    const ops = nodes.map((node, index) => [names[index] ?? `op${index + 1}`, nodeValue(space, node, "op")]);
    return JSON.stringify({ [link]: inputs.join(""), ...Object.fromEntries(ops) });
  },
};

function findColumns(names: readonly string[]): Columns | null {
  const link = names.find((name) => LINK_NAMES.has(plainName(name)));
  if (link === undefined) return null;
  const ops = names
    .flatMap((name) => {
      const number = OP.exec(plainName(name))?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ name }) => name);
  if (ops.length >= 2) return { link, ops };
  const list = names.find((name) => ["ops", "op", "operations", "oplist"].includes(plainName(name)));
  return list === undefined ? null : { link, ops: [list] };
}

function firstColumns(table: Table, column: string): Columns | null {
  for (const { cells } of table.rows) {
    const found = findColumns(Object.keys(cellRecord(cells[column]) ?? {}));
    if (found !== null) return found;
  }
  return null;
}

function readCell(
  fields: Readonly<Record<string, unknown>>,
  { link, ops }: Columns,
  zeros: () => void,
): RowOutcome {
  const bad = (field: string, message: string): RowOutcome => ({ ok: false, field, message });
  const [only = ""] = ops;
  const names = ops.length === 1 ? (cellList(fields[only]) ?? []) : ops.map((name) => fields[name]);
  const units: { op: string }[] = [];
  for (const [index, name] of names.entries()) {
    const op = typeof name === "string" ? name.trim() : typeof name === "number" ? String(name) : "";
    if (op === "") return bad(ops[index] ?? only, "has no operation");
    units.push({ op });
  }
  if (units.length === 0) return bad(only, "is not a list of operations");
  const digits = linkDigits(fields[link], units.length, zeros);
  if (digits === null)
    return bad(
      link,
      `${JSON.stringify(fields[link] ?? null)} is not the input of ${units.length} nodes, such as ${"0012".padEnd(units.length, "0").slice(0, units.length)}`,
    );
  const edges: Edge[] = [];
  for (const [node, input] of digits.entries()) {
    if (input > node)
      return bad(link, `node ${node + 1} takes node ${input} as its input, which does not stand before it`);
    if (input > 0) edges.push([input - 1, node]);
  }
  return { ok: true, units: [units], globals: {}, edges };
}

/** One number a node. A link stored as a number has lost its leading zeros (12 for 0012); they are put back. */
function linkDigits(cell: unknown, numNodes: number, zeros: () => void): number[] | null {
  const items = cellList(cell);
  if (items !== null)
    return items.length === numNodes && items.every((item) => Number.isInteger(item) && Number(item) >= 0)
      ? items.map(Number)
      : null;
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const text = String(cell).trim();
  if (!/^\d+$/.test(text) || text.length > numNodes) return null;
  if (text.length < numNodes) zeros();
  return [...text.padStart(numNodes, "0")].map(Number);
}

const zerosNote = (counts: RowCounts, { link }: Columns): Issue[] =>
  counts.note(
    "zeros",
    link,
    (rows) => `In ${rows} the leading zeros of ${link} were lost (12 for 0012); they were put back.`,
  );
