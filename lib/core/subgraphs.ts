/** Subgraphs around single nodes, and which nodes are worth a look (ALGORITHM section 10). */
import type { Edge } from "./architecture";
import { mean, quantileSorted, standardDeviation } from "./stats";

/** The nodes that send messages to each node, by node. */
export function sourcesByNode(edges: readonly Edge[], numNodes: number): number[][] {
  const sources = Array.from({ length: numNodes }, (): number[] => []);
  for (const [source, target] of edges) sources[target]?.push(source);
  return sources;
}

/** Nodes that reach the root over at most `hops` edges, ascending, and the root last. */
export function reachingNodes(
  root: number,
  sources: readonly (readonly number[])[],
  hops: number,
): readonly number[] {
  const seen = new Set([root]);
  let frontier = [root];
  for (let step = 0; step < hops && frontier.length > 0; step++) {
    frontier = frontier.flatMap((node) => sources[node] ?? []).filter((node) => !seen.has(node));
    frontier.forEach((node) => seen.add(node));
  }
  seen.delete(root);
  return [...[...seen].sort((a, b) => a - b), root];
}

/** Edges between the given nodes, as positions in that list. */
export function inducedEdges(nodes: readonly number[], edges: readonly Edge[]): Edge[] {
  const position = new Map(nodes.map((node, index) => [node, index]));
  return edges.flatMap(([source, target]) => {
    const [from, to] = [position.get(source), position.get(target)];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
}

/** Which nodes are roots: the best few, those from a quantile of all scores on, or those far above the mean. */
export type RootChoice =
  | { readonly by: "count"; readonly count: number }
  | { readonly by: "quantile"; readonly quantile: number }
  /** Scores from mean + deviations * population standard deviation on. */
  | { readonly by: "deviations"; readonly deviations: number };

/** Indexes of the chosen nodes, highest score first; equal scores in node order. */
export function chooseRoots(scores: readonly number[], choice: RootChoice): number[] {
  const order = scores
    .map((_, node) => node)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  if (choice.by === "count") return order.slice(0, Math.max(0, choice.count));
  const least =
    choice.by === "quantile"
      ? quantileSorted(
          scores.toSorted((a, b) => a - b),
          choice.quantile,
        )
      : mean(scores) + choice.deviations * standardDeviation(scores);
  return order.filter((node) => (scores[node] as number) >= least);
}

export type RootedSubgraph = {
  readonly root: number;
  /** Ascending, the root last. */
  readonly nodes: readonly number[];
  /** Between `nodes`, as positions in that list. */
  readonly edges: readonly Edge[];
  readonly score: number;
};

/** The k-hop subgraphs of the given roots, in the order of the roots. @param scores one per node */
export function rootedSubgraphs(
  edges: readonly Edge[],
  scores: readonly number[],
  roots: readonly number[],
  hops: number,
): RootedSubgraph[] {
  const sources = sourcesByNode(edges, scores.length);
  return roots.flatMap((root) => {
    const score = scores[root];
    if (score === undefined) return [];
    const nodes = reachingNodes(root, sources, hops);
    return [{ root, nodes, edges: inducedEdges(nodes, edges), score }];
  });
}
