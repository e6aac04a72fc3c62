import type { Architecture, Edge } from "../core/architecture";
import type { SearchSpace } from "../core/searchSpace";
import { graphLayout, NODE_HEIGHT, type GraphLayout } from "./graphLayout";

/** Room above and under the nodes for edges that bow around others. */
const BOW_ROOM = 26;
/** Half a node and half the gap between rows, so that a bow passes between rows; longer ones pass further out. */
const BOW = 46;
const BOW_STEP = 8;

export type EditableGraph = Omit<GraphLayout, "edges" | "unitLabels"> & {
  readonly edges: readonly {
    readonly edge: Edge;
    readonly path: string;
    readonly tip: readonly [number, number];
  }[];
};

/**
 * A graph laid out so that every edge can be seen and met with a pointer: one that passes other nodes of its own row
 * bows around them. @param units open places are empty nodes
 */
export function editableGraph(
  space: SearchSpace,
  { units, edges = [] }: Pick<Architecture, "units" | "edges">,
): EditableGraph {
  const layout = graphLayout(space, { id: "", units, globals: [], edges });
  const nodes = layout.nodes.map((node) => ({ ...node, y: node.y + BOW_ROOM }));
  const step = Math.min(
    ...nodes.flatMap(({ x }) => nodes.map((other) => other.x - x)).filter((gap) => gap > 0),
  );
  return {
    width: layout.width,
    height: layout.height + 2 * BOW_ROOM,
    nodeWidth: layout.nodeWidth,
    nodes,
    edges: edges.flatMap((edge) => {
      const from = nodes[edge[0]];
      const to = nodes[edge[1]];
      if (from === undefined || to === undefined) return [];
      const [startX, startY] = [from.x + layout.nodeWidth, from.y + NODE_HEIGHT / 2];
      const [endX, endY] = [to.x, to.y + NODE_HEIGHT / 2];
      const numColumns = Math.round((to.x - from.x) / step);
      const isBehind = from.y === to.y && numColumns > 1;
      const bow = isBehind ? -(BOW + BOW_STEP * (numColumns - 2)) : 0;
      const reach = isBehind ? (endX - startX) / 5 : Math.max(12, (endX - startX) / 2);
      const path = `M${startX},${startY}C${startX + reach},${startY + bow} ${endX - reach},${endY + bow} ${endX},${endY}`;
      return [{ edge, path, tip: [endX, endY] as const }];
    }),
  };
}
