import { nodePlaces, numNodes, type Architecture, type NodePlace } from "../core/architecture";
import { edgesOf, operationLabel, type SearchSpace } from "../core/searchSpace";
import { hasSequences } from "./candidates";
import { labelWidth } from "./gridLayout";

const MIN_NODE_WIDTH = 76;
const MAX_NODE_WIDTH = 140;
export const NODE_HEIGHT = 40;
const COLUMN_GAP = 34;
const ROW_GAP = 30;
const LABEL_WIDTH = 58;
const MARGIN = 12;
/** Nodes beside each other before a unit wraps; long flat tables would run off otherwise. */
const MAX_COLUMNS = 12;

export type PlacedNode = NodePlace & {
  readonly nodeIndex: number;
  /** Top left corner, pixels. */
  readonly x: number;
  readonly y: number;
};

export type GraphLayout = {
  readonly width: number;
  readonly height: number;
  /** Equal for all nodes, and wide enough for their labels where that is sensible. */
  readonly nodeWidth: number;
  readonly nodes: readonly PlacedNode[];
  /** SVG path of each edge, and the point where its arrow head touches the target, coming from the left. */
  readonly edges: readonly {
    readonly key: string;
    readonly path: string;
    readonly tip: readonly [number, number];
  }[];
  readonly unitLabels: readonly { readonly unitIndex: number; readonly x: number; readonly y: number }[];
};

/** A chain reads like text, a row a unit; a graph flows from left to right in layers. */
export const graphLayout = (space: SearchSpace, architecture: Architecture): GraphLayout =>
  hasSequences(space) ? rowsLayout(space, architecture) : layeredLayout(space, architecture);

function rowsLayout(space: SearchSpace, architecture: Architecture): GraphLayout {
  const nodeWidth = nodeWidthOf(space, architecture);
  let row = 0;
  let nodeIndex = 0;
  const nodes: PlacedNode[] = [];
  const unitLabels = architecture.units.map((unit, unitIndex) => {
    const firstRow = row;
    unit.forEach((_, layerIndex) => {
      const x = MARGIN + LABEL_WIDTH + (layerIndex % MAX_COLUMNS) * (nodeWidth + COLUMN_GAP);
      const y = rowY(firstRow + Math.floor(layerIndex / MAX_COLUMNS));
      nodes.push({ nodeIndex: nodeIndex++, unitIndex, layerIndex, x, y });
    });
    row += Math.max(1, Math.ceil(unit.length / MAX_COLUMNS));
    return { unitIndex, x: MARGIN, y: rowY(firstRow) + NODE_HEIGHT / 2 };
  });
  return {
    ...extentOf(nodes, nodeWidth, row),
    nodes,
    edges: routes(space, architecture, nodes, nodeWidth),
    unitLabels,
  };
}

/** Column of a node: the most edges on any way to it from a node without sources. */
function layeredLayout(space: SearchSpace, architecture: Architecture): GraphLayout {
  const nodeWidth = nodeWidthOf(space, architecture);
  const depths = longestPaths(numNodes(architecture), edgesOf(space, architecture));
  const rowsUsed = new Map<number, number>();
  const nodes = nodePlaces(architecture).map((place, nodeIndex) => {
    const depth = depths[nodeIndex] ?? 0;
    const row = rowsUsed.get(depth) ?? 0;
    rowsUsed.set(depth, row + 1);
    return { ...place, nodeIndex, x: MARGIN + depth * (nodeWidth + COLUMN_GAP * 2), y: rowY(row) };
  });
  const numRows = Math.max(1, ...rowsUsed.values());
  // Shorter columns are centred, so that edges fan out on both sides.
  const centred = nodes.map((node) => {
    const used = rowsUsed.get(depths[node.nodeIndex] ?? 0) ?? numRows;
    return { ...node, y: node.y + ((numRows - used) * (NODE_HEIGHT + ROW_GAP)) / 2 };
  });
  return {
    ...extentOf(centred, nodeWidth, numRows),
    nodes: centred,
    edges: routes(space, architecture, centred, nodeWidth),
    unitLabels: [],
  };
}

/** Edges on the longest way to each node; a cycle, which no valid architecture has, is cut after count rounds. */
export function longestPaths(count: number, edges: readonly (readonly [number, number])[]): number[] {
  const depths = Array.from({ length: count }, () => 0);
  for (let round = 0; round < count; round++) {
    let changed = false;
    for (const [source, target] of edges) {
      const wanted = (depths[source] ?? 0) + 1;
      if (wanted > (depths[target] ?? 0) && wanted < count) {
        depths[target] = wanted;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return depths;
}

function nodeWidthOf(space: SearchSpace, architecture: Architecture): number {
  const labels = architecture.units.flat().map((node) => operationLabel(space, node));
  return Math.min(MAX_NODE_WIDTH, Math.max(MIN_NODE_WIDTH, labelWidth(labels) + 14));
}

const rowY = (row: number): number => MARGIN + row * (NODE_HEIGHT + ROW_GAP);

function extentOf(
  nodes: readonly PlacedNode[],
  nodeWidth: number,
  numRows: number,
): Pick<GraphLayout, "width" | "height" | "nodeWidth"> {
  return {
    width: Math.max(0, ...nodes.map(({ x }) => x)) + nodeWidth + MARGIN,
    nodeWidth,
    height: rowY(numRows) - ROW_GAP + MARGIN,
  };
}

function routes(
  space: SearchSpace,
  architecture: Architecture,
  nodes: readonly PlacedNode[],
  nodeWidth: number,
): GraphLayout["edges"] {
  return edgesOf(space, architecture).flatMap(([source, target]) => {
    const from = nodes[source];
    const to = nodes[target];
    if (from === undefined || to === undefined) return [];
    const tip = [to.x, to.y + NODE_HEIGHT / 2] as const;
    return [{ key: `${source}>${target}`, path: route(from, to, nodeWidth), tip }];
  });
}

/** Straight inside a row, a bow between columns, around the gap between rows on the way back. */
function route(from: PlacedNode, to: PlacedNode, nodeWidth: number): string {
  const startX = from.x + nodeWidth;
  const startY = from.y + NODE_HEIGHT / 2;
  const endX = to.x;
  const endY = to.y + NODE_HEIGHT / 2;
  if (startY === endY && startX < endX) return `M${startX},${startY}H${endX}`;
  if (startX < endX) {
    const middle = (startX + endX) / 2;
    return `M${startX},${startY}C${middle},${startY} ${middle},${endY} ${endX},${endY}`;
  }
  const turn = COLUMN_GAP / 3;
  const between = to.y - ROW_GAP / 2;
  return `M${startX},${startY}h${turn}V${between}H${endX - turn}V${endY}H${endX}`;
}
