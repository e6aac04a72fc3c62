import type { Edge } from "../architecture";
import type { FeatureValue } from "../searchSpace";
import { isOpsName, operationNames } from "./adjacency";
import { cellList, cellRecord, cellValue, plainName, scalarToJson } from "./cells";
import { fieldValue, unitsOf, type Layer } from "./layerPlaces";
import { listDetail, nodeValue, notationDetails, notationWith } from "./notationDetails";
import { columnWhere, type RawNode, type Reader } from "./reader";
import { isRecord } from "./record";

const NODE_NAMES = new Set(["nodes", "vertices", "layers", "operators"]);
const EDGE_NAMES = new Set(["edges", "edgelist", "edgeindex", "links", "connections"]);
const ENDS = [
  ["source", "target"],
  ["src", "dst"],
  ["from", "to"],
] as const;

/**
 * Graphs as nodes and edges: {"nodes": [{"op": "conv", "kernel": 3}, ...], "edges": [[0, 1], ...]}, in one cell or in two
 * columns; the nodes may be names of operations alone. Edges name nodes by their `id` where they have one, else by their
 * place from 0.
 */
export const nodeGraphs: Reader = {
  id: "node-graphs",
  label: "graphs of nodes and edges ({nodes: [{op, ...}], edges: [[0, 1], ...]})",
  match(table) {
    const only = (names: readonly string[], test: (cell: unknown) => boolean) =>
      columnWhere({ ...table, columns: names }, test);
    const column = columnWhere(table, (cell) => graphOf(cellRecord(cell) ?? {}) !== null);
    const nodes = only(table.columns.filter(isNodesName), (cell) => nodesOf(cell) !== null);
    const edges = only(table.columns.filter(isEdgesName), (cell) => pairsOf(cell) !== null);
    if (column === null && (nodes === null || edges === null)) return null;
    const fieldsOf = (cells: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
      column === null
        ? { nodes: cells[nodes ?? ""], edges: cells[edges ?? ""] }
        : (cellRecord(cells[column]) ?? {});
    const keys = new Set<string>();
    for (const { cells } of table.rows)
      for (const layer of graphOf(fieldsOf(cells))?.layers ?? [])
        for (const [key, value] of Object.entries(layer))
          if (!isId(key) && fieldValue(value) !== null) keys.add(key);
    const field = column ?? edges ?? "";
    return {
      structure: "graph",
      columns: column === null ? [nodes ?? "", edges ?? ""] : [column],
      unitNames: ["graph"],
      notation: notationWith(this.id, { keys: [...keys] }),
      row({ cells }) {
        const graph = graphOf(fieldsOf(cells));
        if (graph === null)
          return {
            ok: false,
            field,
            message: 'is not a graph such as {"nodes": [{"op": "conv"}], "edges": []}',
          };
        const outcome = edgesOf(graph.layers, graph.pairs);
        if (typeof outcome === "string") return { ok: false, field, message: outcome };
        return {
          ok: true,
          units: [graph.layers.map((layer) => nodeOf(layer, [...keys]))],
          globals: {},
          edges: outcome,
        };
      },
    };
  },
  write(space, architecture) {
    const keys = listDetail(notationDetails(space), "keys");
    const nodes = architecture.units.flat().map((node) =>
      Object.fromEntries(
        keys.flatMap((key): [string, FeatureValue | boolean][] => {
          const value = nodeValue(space, node, key);
          return value === null ? [] : [[key, scalarToJson(value)]];
        }),
      ),
    );
    return JSON.stringify({ nodes, edges: architecture.edges ?? [] });
  },
};

const isNodesName = (name: string): boolean => NODE_NAMES.has(lastName(name)) || isOpsName(name);
const isEdgesName = (name: string): boolean => EDGE_NAMES.has(lastName(name));
/** `graph.nodes` was lifted out of an object. */
const lastName = (name: string): string => plainName(name.split(".").at(-1) ?? "");
const isId = (key: string): boolean => plainName(key) === "id";

type Graph = { readonly layers: readonly Layer[]; readonly pairs: readonly (readonly [unknown, unknown])[] };

function graphOf(fields: Readonly<Record<string, unknown>>): Graph | null {
  const names = Object.keys(fields);
  const layers = nodesOf(fields[names.find(isNodesName) ?? ""]);
  const pairs = pairsOf(fields[names.find(isEdgesName) ?? ""]);
  return layers === null || pairs === null ? null : { layers, pairs };
}

function nodesOf(cell: unknown): readonly Layer[] | null {
  const units = unitsOf(cell);
  if (units?.length === 1) return units.flat();
  return operationNames(cell)?.map((op) => ({ op })) ?? null;
}

/** Pairs of ends as lists or objects; a graph of one node has none. */
function pairsOf(cell: unknown): (readonly [unknown, unknown])[] | null {
  const items: unknown = typeof cell === "string" ? cellList(cell) : cellValue(cell);
  if (!Array.isArray(items)) return null;
  const pairs = items.flatMap((item: unknown): (readonly [unknown, unknown])[] => {
    if (Array.isArray(item)) return item.length === 2 ? [[item[0], item[1]]] : [];
    const ends = isRecord(item)
      ? ENDS.find(([source, target]) => source in item && target in item)
      : undefined;
    return isRecord(item) && ends ? [[item[ends[0]], item[ends[1]]]] : [];
  });
  return pairs.length === items.length ? pairs : null;
}

/** Edges by places of nodes, in order; or what is wrong with one. */
function edgesOf(layers: readonly Layer[], pairs: Graph["pairs"]): Edge[] | string {
  const ids = layers.map((layer) => Object.entries(layer).find(([key]) => isId(key))?.[1]);
  const hasIds = ids.every((id) => typeof id === "string" || typeof id === "number");
  const placeOf = (end: unknown): number => {
    if (hasIds) return ids.findIndex((id) => id === end);
    return typeof end === "number" && Number.isInteger(end) && end < layers.length ? end : -1;
  };
  const edges: Edge[] = [];
  for (const [index, [from, to]] of pairs.entries()) {
    const [source, target] = [placeOf(from), placeOf(to)];
    if (source < 0 || target < 0)
      return `edge ${index + 1} (${JSON.stringify(from)} to ${JSON.stringify(to)}) names no node`;
    if (source === target) return `edge ${index + 1} runs from node ${source + 1} to itself`;
    edges.push([source, target]);
  }
  return edges.sort(([a, b], [c, d]) => a - c || b - d);
}

const nodeOf = (layer: Layer, keys: readonly string[]): RawNode =>
  Object.fromEntries(
    keys.flatMap((key): [string, FeatureValue][] => {
      const value = Object.hasOwn(layer, key) ? fieldValue(layer[key]) : null;
      return value === null ? [] : [[key, value]];
    }),
  );
