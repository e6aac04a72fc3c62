/** What graphs of a dataset have in common: nothing but its rows says which connections are legal. */
import type { Architecture, Edge, Node } from "../../core/architecture";
import { hasLinkedEdges } from "../../core/linkedEdges";
import { operationKey, type SearchSpace } from "../../core/searchSpace";
import { isAcyclic, reachedFrom, reversed, sinkNodes, sourceNodes } from "./shape";

export type GraphRules = {
  /** As many edges as an architecture may have: the most that any row has, or what a person states. */
  readonly maxEdges: number;
  /** Every edge runs from an earlier node to a later one. */
  readonly forward: boolean;
  readonly acyclic: boolean;
  /** No node takes the outputs of two others. */
  readonly singleInput: boolean;
  /** The operation that is the first node of every graph, reads nothing and stands nowhere else; null where none is. */
  readonly input: Node | null;
  /** The same of the last node, which nothing reads. */
  readonly output: Node | null;
  /** Exactly one node has nothing before it, exactly one nothing after it. */
  readonly oneSource: boolean;
  readonly oneSink: boolean;
  /** Whether some row has nodes on no way from its beginnings to its ends. */
  readonly allowsDead: boolean;
};

/** Whether edges are a choice of their own in this space: not where nodes name their inputs. */
export const hasFreeEdges = (space: SearchSpace): boolean =>
  space.structure === "graph" && !hasLinkedEdges(space);

/**
 * The rules that all rows keep; null where edges are no choice of their own.
 * @param statedMaxEdges what a person says instead of the most edges of any row
 */
export function graphRules(
  space: SearchSpace,
  rows: readonly Pick<Architecture, "units" | "edges">[],
  statedMaxEdges: number | null = null,
): GraphRules | null {
  if (!hasFreeEdges(space) || rows.length === 0) return null;
  const graphs = rows.map(({ units, edges = [] }) => ({ nodes: units.flat(), edges }));
  const ends = {
    input: graphs.every(({ edges }) => edges.every(([, target]) => target !== 0))
      ? endOperation(graphs.map(({ nodes }) => nodes))
      : null,
    output: graphs.every(({ nodes, edges }) => edges.every(([source]) => source !== nodes.length - 1))
      ? endOperation(graphs.map(({ nodes }) => nodes.toReversed()))
      : null,
  };
  const forward = graphs.every(({ edges }) => edges.every(([source, target]) => source < target));
  return {
    ...ends,
    maxEdges: statedMaxEdges ?? graphs.reduce((most, { edges }) => Math.max(most, edges.length), 0),
    forward,
    acyclic: forward || graphs.every(({ edges }) => isAcyclic(edges)),
    singleInput: graphs.every(
      ({ edges }) => new Set(edges.map(([, target]) => target)).size === edges.length,
    ),
    oneSource: graphs.every(({ nodes, edges }) => sourceNodes(nodes.length, edges).length === 1),
    oneSink: graphs.every(({ nodes, edges }) => sinkNodes(nodes.length, edges).length === 1),
    allowsDead: graphs.some(({ nodes, edges }) => deadNodes(ends, nodes.length, edges).length > 0),
  };
}

/** The operation of every first node, where it stands first in every list and nowhere else. */
function endOperation(lists: readonly (readonly Node[])[]): Node | null {
  const end = lists[0]?.[0];
  if (end === undefined) return null;
  const key = operationKey(end);
  const isEnd = (nodes: readonly Node[]): boolean =>
    nodes.every((node, index) => (operationKey(node) === key) === (index === 0));
  return lists.every((nodes) => nodes.length > 1 && isEnd(nodes)) ? end : null;
}

/**
 * Nodes on no way from a beginning to an end, ascending: they change nothing of the network. Beginnings are the input
 * where there is one, else all nodes without anything before them; ends likewise.
 */
export function deadNodes(
  { input, output }: Pick<GraphRules, "input" | "output">,
  count: number,
  edges: readonly Edge[],
): number[] {
  const begun = reachedFrom(input === null ? sourceNodes(count, edges) : [0], edges);
  const ending = reachedFrom(output === null ? sinkNodes(count, edges) : [count - 1], reversed(edges));
  return Array.from({ length: count }, (_, node) => node).filter(
    (node) => !begun.has(node) || !ending.has(node),
  );
}

type Ends = Pick<GraphRules, "input" | "output">;

/**
 * Why this operation cannot be the node of that index among `count`; null where it can.
 * @param nameOf what people call an operation
 */
export function endIssue(
  { input, output }: Ends,
  node: Node,
  index: number,
  count: number,
  nameOf: (node: Node) => string,
): string | null {
  const key = operationKey(node);
  const isInput = input !== null && key === operationKey(input);
  const isOutput = output !== null && key === operationKey(output);
  if (input !== null && isInput !== (index === 0))
    return isInput ? `${nameOf(input)} only stands first` : `the first node is always ${nameOf(input)}`;
  if (output !== null && isOutput !== (index === count - 1))
    return isOutput ? `${nameOf(output)} only stands last` : `the last node is always ${nameOf(output)}`;
  return null;
}
