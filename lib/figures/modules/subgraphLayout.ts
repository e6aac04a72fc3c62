import type { Edge } from "../../core/architecture";
import type { Module } from "../../core/module";
import { maxLength, type SearchSpace } from "../../core/searchSpace";
import { inducedEdges } from "../../core/subgraphs";
import { longestPaths } from "../graphLayout";

/** Edges between a module's nodes, as positions in its list: its own, those of the space, else one after the other. */
export function moduleEdges(space: Pick<SearchSpace, "units" | "edges">, module: Module): readonly Edge[] {
  if (module.edges) return module.edges;
  if (!space.edges) return module.layers.slice(1).map((_, index): Edge => [index, index + 1]);
  const offset = space.units.slice(0, module.unitIndex).reduce((sum, unit) => sum + maxLength(unit), 0);
  return inducedEdges(
    module.layers.map((layer) => offset + layer),
    space.edges,
  );
}

export type SubgraphLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  /** Top left corners, one per node of the module; the last is the root. */
  readonly nodes: readonly { readonly x: number; readonly y: number }[];
  readonly edges: readonly {
    readonly key: string;
    readonly path: string;
    readonly tip: readonly [number, number];
  }[];
};

export const SMALL_NODE_HEIGHT = 22;
const COLUMN_GAP = 22;
const ROW_GAP = 10;
const MARGIN = 3;

/** A rooted subgraph from left to right, small: a node stands behind all that send to it, the root at the right end. */
export function subgraphLayout(numNodes: number, edges: readonly Edge[], nodeWidth: number): SubgraphLayout {
  const depths = longestPaths(numNodes, edges);
  const rowsUsed = new Map<number, number>();
  const places = depths.map((depth) => {
    const row = rowsUsed.get(depth) ?? 0;
    rowsUsed.set(depth, row + 1);
    return { depth, row };
  });
  const numRows = Math.max(1, ...rowsUsed.values());
  const step = SMALL_NODE_HEIGHT + ROW_GAP;
  const nodes = places.map(({ depth, row }) => ({
    x: MARGIN + depth * (nodeWidth + COLUMN_GAP),
    y: MARGIN + row * step + ((numRows - (rowsUsed.get(depth) ?? 1)) * step) / 2,
  }));
  return {
    width: 2 * MARGIN + Math.max(0, ...depths) * (nodeWidth + COLUMN_GAP) + nodeWidth,
    height: 2 * MARGIN + numRows * step - ROW_GAP,
    nodeWidth,
    nodes,
    edges: edges.flatMap(([source, target]) => {
      const [from, to] = [nodes[source], nodes[target]];
      if (from === undefined || to === undefined) return [];
      const [x0, y0] = [from.x + nodeWidth, from.y + SMALL_NODE_HEIGHT / 2];
      const [x1, y1] = [to.x, to.y + SMALL_NODE_HEIGHT / 2];
      const middle = (x0 + x1) / 2;
      return [
        {
          key: `${source}>${target}`,
          path: y0 === y1 ? `M${x0},${y0}H${x1}` : `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`,
          tip: [x1, y1] as const,
        },
      ];
    }),
  };
}
