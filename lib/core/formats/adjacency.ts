import type { Edge } from "../architecture";
import { cellList, cellValue, plainName } from "./cells";
import { isRecord } from "./readTable";

const MATRIX_NAMES = new Set([
  "adjacency",
  "moduleadjacency",
  "fixedmoduleadjacency",
  "matrix",
  "adjacencymatrix",
  "adj",
  "adjmatrix",
]);
const OPS_NAMES = new Set([
  "ops",
  "moduleoperations",
  "operations",
  "labels",
  "nodeops",
  "vertexlabels",
  "op",
]);

export const isMatrixName = (name: string): boolean => MATRIX_NAMES.has(plainName(name));
export const isOpsName = (name: string): boolean => OPS_NAMES.has(plainName(name));

/**
 * The rows of a matrix: lists of lists, their text in Python or JSON, numpy's print (`[[0 1]\n [0 0]]`) or repr, or a
 * flat list (also as digits, `0110`) of the whole matrix or of what is above its diagonal; else null.
 * @param numNodes where it is known, tells the whole matrix from its upper triangle
 */
export function matrixRows(cell: unknown, numNodes?: number): unknown[][] | null {
  const value = typeof cell === "string" ? cellValue(withCommas(withoutCall(cell))) : cell;
  if (Array.isArray(value) && value.length > 0 && value.every(Array.isArray)) return value;
  const entries = flatEntries(value);
  if (entries === null) return null;
  const whole = Math.sqrt(entries.length);
  const upper = (1 + Math.sqrt(1 + 8 * entries.length)) / 2;
  const isWhole = Number.isInteger(whole) && (numNodes === undefined || whole === numNodes);
  if (isWhole)
    return Array.from({ length: whole }, (_, row) => entries.slice(row * whole, (row + 1) * whole));
  if (!Number.isInteger(upper)) return null;
  let start = 0;
  return Array.from({ length: upper }, (_, row) => {
    const above = entries.slice(start, start + upper - row - 1);
    start += above.length;
    return [...new Array<number>(row + 1).fill(0), ...above];
  });
}

const FEWEST_ENTRIES = 3;

/** A list or a text of digits that are all 0 or 1. */
function flatEntries(value: unknown): unknown[] | null {
  const items = typeof value === "string" ? (/^[01]+$/.test(value.trim()) ? [...value.trim()] : null) : value;
  if (!Array.isArray(items) || items.length < FEWEST_ENTRIES) return null;
  const entries = items.map((item: unknown) => (item === "0" || item === "1" ? Number(item) : item));
  return entries.every((entry) => entry === 0 || entry === 1 || typeof entry === "boolean") ? entries : null;
}

/** numpy's repr and what programs print of it: `array([[0, 1], [0, 0]], dtype=int8)`. */
const withoutCall = (text: string): string =>
  /^\s*(?:np\.|numpy\.)?array\s*\(\s*(\[.*\])\s*(?:,\s*dtype\s*=\s*[\w.'"<>|]+\s*)?\)\s*$/s.exec(text)?.[1] ??
  text;

/** numpy prints numbers with blanks between, rows on lines of their own and whole numbers as `1.`. */
const withCommas = (text: string): string =>
  text.includes(",")
    ? text
    : text
        .replace(/(\d)\.?\s+(?=\d)/g, "$1,")
        .replace(/(\d)\.\s*\]/g, "$1]")
        .replace(/\]\s*\[/g, "],[");

/** Whether a cell is a square matrix, as adjacency is. */
export const isSquare = (cell: unknown): boolean => {
  const rows = matrixRows(cell);
  return rows !== null && rows.every((row) => row.length === rows.length);
};

/** Names of operations, one a node; numbers count as names. */
export function operationNames(cell: unknown): string[] | null {
  const items = cellList(cell);
  if (items === null || items.length === 0) return null;
  const names = items.filter((item) => typeof item === "string" || typeof item === "number").map(String);
  return names.length === items.length ? names : null;
}

/** A cell that holds a whole graph: {matrix, ops} or {module_adjacency, module_operations}. */
export function graphFields(value: unknown): { matrix: string; ops: string } | null {
  if (!isRecord(value)) return null;
  const names = Object.keys(value);
  const matrix = names.find((name) => isMatrixName(name));
  const ops = names.find((name) => isOpsName(name));
  return matrix !== undefined && ops !== undefined ? { matrix, ops } : null;
}

export type EdgesOutcome =
  { readonly ok: true; readonly edges: Edge[] } | { readonly ok: false; readonly message: string };

/** Edges of an upper-triangular matrix of 0 and 1 (true and false), row the source, column the target. */
export function edgesOfMatrix(rows: readonly (readonly unknown[])[]): EdgesOutcome {
  const edges: Edge[] = [];
  for (const [source, row] of rows.entries()) {
    if (row.length !== rows.length)
      return {
        ok: false,
        message: `has ${rows.length} rows, but row ${source + 1} has ${row.length} entries; it must be square`,
      };
    for (const [target, entry] of row.entries()) {
      if (entry !== 0 && entry !== 1 && entry !== true && entry !== false)
        return {
          ok: false,
          message: `entry ${JSON.stringify(entry)} in row ${source + 1}, column ${target + 1} is not 0 or 1`,
        };
      if (entry === 0 || entry === false) continue;
      if (target <= source)
        return {
          ok: false,
          message: `has an edge from node ${source + 1} to node ${target + 1}; edges must run forward (upper triangle only)`,
        };
      edges.push([source, target]);
    }
  }
  return { ok: true, edges };
}

/** Nodes that lie on no way from the first node to the last one. */
export function numDangling(numNodes: number, edges: readonly Edge[]): number {
  const reached = new Set([0]);
  for (const [source, target] of edges) if (reached.has(source)) reached.add(target);
  const reaching = new Set([numNodes - 1]);
  for (const [source, target] of edges.toReversed()) if (reaching.has(target)) reaching.add(source);
  return Array.from({ length: numNodes }, (_, node) => node).filter(
    (node) => !reached.has(node) || !reaching.has(node),
  ).length;
}

/** Back from edges: rows of 0 and 1. */
export function matrixOf(numNodes: number, edges: readonly Edge[]): number[][] {
  const rows = Array.from({ length: numNodes }, () => new Array<number>(numNodes).fill(0));
  for (const [source, target] of edges) {
    const row = rows[source];
    if (row && target < numNodes) row[target] = 1;
  }
  return rows;
}
