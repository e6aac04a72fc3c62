import { nodePlaces, numNodes, type Architecture, type Edge, type Node } from "../core/architecture";
import { moduleKey, sequenceModule, subgraphModule, type Module } from "../core/module";
import { sequenceNodes } from "../core/scoredUnits";
import { edgesOf, enumerateOperations, type SearchSpace } from "../core/searchSpace";
import { reachingNodes, sourcesByNode } from "../core/subgraphs";
import type { Candidates } from "./sequenceRanking";

/**
 * More modules than this are not scored at once: the page would wait longer than anyone reads. ProxylessNAS has 59,049
 * sequences of five layers.
 */
export const MAX_CANDIDATES = 60_000;

/** Whether modules of more than one node are sequences that fill a unit (else rooted subgraphs). */
export const hasSequences = (space: Pick<SearchSpace, "structure">): boolean =>
  space.structure !== "cell" && space.structure !== "graph";

/**
 * Every sequence of the unit with this many layers, the first layer outermost; only the observed ones where the space
 * allows more than `limit`.
 */
export function candidateSequences(
  space: SearchSpace,
  architectures: readonly Pick<Architecture, "units">[],
  unitIndex: number,
  length: number,
  limit = MAX_CANDIDATES,
): Candidates {
  const operations = enumerateOperations(space, limit);
  if (operations !== null && operations.length ** length <= limit) {
    const modules = cartesianPower(operations, length).map((nodes) => sequenceModule(unitIndex, nodes));
    return { modules, exhaustive: true };
  }
  const observed = architectures.flatMap((architecture) => {
    const nodes = sequenceNodes(space, architecture, unitIndex);
    return nodes.length === length ? [sequenceModule(unitIndex, nodes)] : [];
  });
  return { modules: distinct(observed, limit), exhaustive: false };
}

/**
 * Rooted subgraphs that architectures hold: a node with all nodes of its unit that reach it over at most `hop` edges,
 * the root last (ALGORITHM: k-hop subgraphs). Roots that gain nothing over a smaller hop are left out.
 */
export function candidateSubgraphs(
  space: SearchSpace,
  architectures: readonly Architecture[],
  unitIndex: number,
  hop: number,
  limit = MAX_CANDIDATES,
): Candidates {
  const found = new Map<string, Module>();
  for (const architecture of architectures) {
    const places = nodePlaces(architecture);
    const sources = sourcesByNode(edgesOf(space, architecture), numNodes(architecture));
    for (const [root, place] of places.entries()) {
      if (place.unitIndex !== unitIndex || found.size >= limit) continue;
      const within = reachingNodes(root, sources, hop);
      if (hop > 0 && within.length === reachingNodes(root, sources, hop - 1).length) continue;
      const module = subgraphModule(architecture, within);
      found.set(moduleKey(module), module);
    }
  }
  return { modules: [...found.values()], exhaustive: false };
}

/** Longest distance over which any node of the space's fixed edges is reached: the hops that have subgraphs. */
export function maxHop(edges: readonly Edge[], count: number): number {
  const sources = sourcesByNode(edges, count);
  let hop = 0;
  for (let root = 0; root < count; root++)
    while (
      hop < count &&
      reachingNodes(root, sources, hop + 1).length > reachingNodes(root, sources, hop).length
    )
      hop++;
  return hop;
}

function cartesianPower(operations: readonly Node[], length: number): Node[][] {
  let sequences: Node[][] = [[]];
  for (let layer = 0; layer < length; layer++)
    sequences = sequences.flatMap((start) => operations.map((operation) => [...start, operation]));
  return sequences;
}

const distinct = (modules: readonly Module[], limit: number): Module[] =>
  [...new Map(modules.map((module) => [moduleKey(module), module])).values()].slice(0, limit);
