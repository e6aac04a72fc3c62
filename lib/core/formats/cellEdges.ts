import type { Edge } from "../architecture";

/** An edge of a cell, from one of its states to a later one. */
export type CellEdge = { readonly source: number; readonly target: number };

/** Operations sit on edges, so messages run from every edge into those that start where it ends. */
export const lineGraph = (edges: readonly CellEdge[]): Edge[] =>
  edges.flatMap((from, source) =>
    edges.flatMap((to, target) => (from.target === to.source ? [[source, target] as const] : [])),
  );
