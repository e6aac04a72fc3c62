import type { Architecture, Node } from "../../core/architecture";
import { edgesOf, featureValue, type SearchSpace } from "../../core/searchSpace";
import { endsByDegree, liveNodes, passesUnchanged } from "../../core/split/liveNodes";
import type { Count } from "./tokens";

/** Paths are cut after this many operations, and no more are walked per architecture: graphs of hundreds of nodes come too. */
const LONGEST_PATH = 6;
const MOST_PATHS = 2_000;
const SUBTREE_HOPS = 3;

type Graph = {
  readonly labels: readonly string[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly alive: readonly boolean[];
};

/**
 * Modules of a graph once dead operations are dropped: paths from input to output with identities left out, and
 * subtrees rooted at every node. Two cells that compute the same function count the same here.
 */
export function countSubgraphs(space: SearchSpace, architecture: Architecture, count: Count): void {
  const graph = liveGraph(space, architecture);
  const numAlive = graph.alive.filter(Boolean).length;
  count("size", `alive=${numAlive}`, 1);
  countPaths(graph, count);
  let signatures = graph.labels.map((label) => label);
  for (let hop = 1; hop <= SUBTREE_HOPS; hop++) {
    const previous = signatures;
    signatures = graph.labels.map((label, node) => {
      const parts = graph.before[node]?.flatMap((source) => previous[source] ?? []) ?? [];
      return `${label}(${parts.sort().join("+")})`;
    });
    signatures.forEach((signature, node) => {
      if (graph.alive[node]) count(`tree ${hop}`, signature, 1);
    });
  }
}

/** Labels and neighbours of the nodes that lie on a way from an input to an output; the rest is dead. */
function liveGraph(space: SearchSpace, architecture: Architecture): Graph {
  const nodes = architecture.units.flat();
  const labels = nodes.map((node) => label(space, node));
  const edges = edgesOf(space, architecture);
  const alive = liveNodes(labels, edges, endsByDegree(nodes.length, edges));
  const neighbours = (from: 0 | 1) =>
    nodes.map((_, node) =>
      alive[node]
        ? edges.flatMap((edge) =>
            edge[from] === node && alive[edge[1 - from] ?? -1] ? (edge[1 - from] ?? []) : [],
          )
        : [],
    );
  return { labels, before: neighbours(1), after: neighbours(0), alive };
}

const label = (space: SearchSpace, node: Node): string =>
  space.nodeFeatures.map((feature, index) => featureValue(feature, node[index] ?? -1) ?? "").join(",");

function countPaths(graph: Graph, count: Count): void {
  let left = MOST_PATHS;
  const walk = (node: number, names: readonly string[]): void => {
    if (left <= 0) return;
    const name = graph.labels[node] ?? "";
    const path = passesUnchanged(name) ? names : [...names, name];
    const next = graph.after[node] ?? [];
    if (next.length === 0 || path.length >= LONGEST_PATH) {
      left--;
      count("path", path.join(">"), 1);
      count("size", `path=${path.length}`, 1);
    } else next.forEach((target) => walk(target, path));
  };
  graph.labels.forEach((_, node) => {
    if (graph.alive[node] && graph.before[node]?.length === 0) walk(node, []);
  });
}
