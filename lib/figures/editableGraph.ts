import type { Architecture, Edge } from "../core/architecture";
import type { SearchSpace } from "../core/searchSpace";
import { graphLayout, NODE_HEIGHT, type GraphLayout, type PlacedNode } from "./graphLayout";

/** Between an edge and the node that it passes; under a node stands its number. */
const ABOVE = 10;
const BELOW = 24;
/** Between two edges that pass the same nodes. */
const APART = 9;
const MARGIN = 8;

export type EditableGraph = Omit<GraphLayout, "edges" | "unitLabels"> & {
  readonly edges: readonly {
    readonly edge: Edge;
    readonly path: string;
    readonly tip: readonly [number, number];
  }[];
};

/**
 * A graph laid out so that every edge can be seen and met with a pointer: one that passes other nodes runs above, below
 * or between them, and not where another runs.
 * @param graph open places are empty nodes
 */
export function editableGraph(
  space: SearchSpace,
  { units, edges = [] }: Pick<Architecture, "units" | "edges">,
): EditableGraph {
  const { nodes, nodeWidth, width, height } = graphLayout(space, { id: "", units, globals: [], edges });
  const lanes = lanesOf(nodes, edges);
  const heights = lanes.flatMap((lane) => lane ?? []);
  const top = Math.max(0, MARGIN - Math.min(...heights, MARGIN));
  const bottom = Math.max(height, BELOW + Math.max(...nodes.map(({ y }) => y + NODE_HEIGHT), ...heights, 0));
  const placed = nodes.map((node) => ({ ...node, y: node.y + top }));
  return {
    width,
    height: bottom + top,
    nodeWidth,
    nodes: placed,
    edges: edges.flatMap((edge, index) => {
      const [from, to] = [placed[edge[0]], placed[edge[1]]];
      if (from === undefined || to === undefined) return [];
      const lane = lanes[index] ?? null;
      return [
        {
          edge,
          path: pathOf(from, to, lane === null ? null : lane + top, nodeWidth, placed),
          tip: [to.x, to.y + NODE_HEIGHT / 2] as const,
        },
      ];
    }),
  };
}

/** The height at which each edge passes the nodes between its ends; null where there are none between. */
function lanesOf(nodes: readonly PlacedNode[], edges: readonly Edge[]): (number | null)[] {
  const taken: { readonly lane: number; readonly from: number; readonly to: number }[] = [];
  return edges.map(([source, target]) => {
    const [start, end] = [nodes[source], nodes[target]];
    if (start === undefined || end === undefined) return null;
    const [from, to] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const passed = nodes.filter(({ x }) => x > from && x < to);
    if (passed.length === 0) return null;
    const straight = (start.y + end.y + NODE_HEIGHT) / 2;
    const beside = passed.flatMap(({ y }) =>
      Array.from({ length: edges.length }, (_, index) => index * APART).flatMap((further) => [
        y - ABOVE - further,
        y + NODE_HEIGHT + BELOW + further,
      ]),
    );
    const isFree = (lane: number): boolean =>
      passed.every(({ y }) => lane <= y - ABOVE || lane >= y + NODE_HEIGHT + BELOW) &&
      taken.every((one) => one.to <= from || one.from >= to || Math.abs(one.lane - lane) >= APART);
    const lane = [straight, ...beside]
      .filter(isFree)
      .reduce((best, one) => (Math.abs(one - straight) < Math.abs(best - straight) ? one : best), Infinity);
    if (!Number.isFinite(lane)) return null;
    taken.push({ lane, from, to });
    return lane;
  });
}

function pathOf(
  from: PlacedNode,
  to: PlacedNode,
  lane: number | null,
  nodeWidth: number,
  nodes: readonly PlacedNode[],
): string {
  const [startX, startY, endX, endY] = [
    from.x + nodeWidth,
    from.y + NODE_HEIGHT / 2,
    to.x,
    to.y + NODE_HEIGHT / 2,
  ];
  if (lane === null || endX < startX) {
    const reach = Math.max(12, (endX - startX) / 2);
    return `M${startX},${startY}C${startX + reach},${startY} ${endX - reach},${endY} ${endX},${endY}`;
  }
  const between = nodes.map(({ x }) => x).filter((x) => x > from.x && x < to.x);
  const first = Math.min(...between);
  const last = Math.max(...between) + nodeWidth;
  const [down, up] = [(startX + first) / 2, (last + endX) / 2];
  return `M${startX},${startY}C${down},${startY} ${down},${lane} ${first},${lane}H${last}C${up},${lane} ${up},${endY} ${endX},${endY}`;
}
