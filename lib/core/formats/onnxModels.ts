import type { Architecture, Edge } from "../architecture";
import { featureValue, type SearchSpace } from "../searchSpace";
import { isAutobuildGraph, readAutobuildGraph } from "./autobuildGraph";
import { cellRecord, cellScalar } from "./cells";
import { nodeValue } from "./notationDetails";
import { OPERATION_FEATURES } from "./operationFeatures";
import { columnWhere, type RawNode, type Reader, type RowOutcome } from "./reader";
import { isRecord } from "./record";

/**
 * Graphs of operations with shapes and attributes: ONNX models (a column `graph` that the archive's reader made), the
 * rich graphs of AutoBuild's caches, and what `write` writes: {"nodes": [{"op": "Conv", ...}], "edges": [[0, 1], ...]}.
 */
export const onnxModels: Reader = {
  id: "operation-graphs",
  label: "graphs of operations (ONNX models)",
  match(table) {
    const column = columnWhere(table, (cell) => {
      const graph = cellRecord(cell);
      return graph !== null && ((isGraph(graph) && !hasIds(graph)) || isAutobuildGraph(graph));
    });
    if (column === null) return null;
    return {
      structure: "graph",
      columns: [column],
      unitNames: ["graph"],
      row: ({ cells }) => readCell(cells[column], column),
    };
  },
  write: (space, architecture) => JSON.stringify(writeGraph(space, architecture)),
};

const isGraph = ({ nodes, edges }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(nodes) &&
  Array.isArray(edges) &&
  nodes.length > 0 &&
  nodes.every((node) => isRecord(node) && "op" in node);

/** Nodes that are named, by edges perhaps: a graph of someone else's (see nodeGraphs.ts). */
const hasIds = ({ nodes }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(nodes) && nodes.some((node) => isRecord(node) && "id" in node);

function readCell(cell: unknown, column: string): RowOutcome {
  const bad = (message: string): RowOutcome => ({ ok: false, field: column, message });
  const graph = cellRecord(cell);
  if (graph === null) return bad("is not a graph {nodes, edges}");
  if (isAutobuildGraph(graph)) return readAutobuildGraph(graph, column);
  if (!isGraph(graph)) return bad("is not a graph {nodes: [{op, ...}], edges: [[0, 1], ...]}");
  const nodes = Array.isArray(graph.nodes) ? graph.nodes.map(readNode) : [];
  const edges: Edge[] = [];
  for (const edge of Array.isArray(graph.edges) ? graph.edges : []) {
    const [source, target]: unknown[] = Array.isArray(edge) ? edge : [];
    if (!isIndex(source, nodes.length) || !isIndex(target, nodes.length) || source === target)
      return bad(`has an edge ${JSON.stringify(edge)} that joins no two of its ${nodes.length} nodes`);
    edges.push([source, target]);
  }
  return { ok: true, units: [nodes], globals: {}, edges };
}

const isIndex = (value: unknown, count: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count;

/** Plain values of a node are its features, whatever their names. */
function readNode(node: unknown): RawNode {
  if (!isRecord(node)) return {};
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => {
      const scalar = cellScalar(value);
      return scalar === null ? [] : [[name, scalar]];
    }),
  );
}

/** Every node with its features, constant ones among them, and its edges. */
function writeGraph(space: SearchSpace, { units, edges = [] }: Architecture) {
  const constant = OPERATION_FEATURES.filter(
    (name) =>
      Object.hasOwn(space.constants, name) && !space.nodeFeatures.some((feature) => feature.name === name),
  );
  const nodes = units.flat().map((node) => ({
    ...Object.fromEntries(constant.map((name) => [name, nodeValue(space, node, name)])),
    ...Object.fromEntries(
      space.nodeFeatures.flatMap((feature, index) => {
        const value = featureValue(feature, node[index] ?? -1);
        return value === null ? [] : [[feature.name, value]];
      }),
    ),
  }));
  return { nodes, edges };
}
