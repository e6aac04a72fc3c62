/** Graphs near to those that were measured: of graphs nothing but the measured ones says what is legal. */
import type { Architecture, Node } from "../../lib/core/architecture";
import { withLinkedEdges } from "../../lib/core/linkedEdges";
import { seededRandom, shuffled } from "../../lib/core/random";
import { operationsOf } from "../../lib/core/search/operations";
import { operationKey, type SearchSpace } from "../../lib/core/searchSpace";
import { draftOf, type Draft } from "../../lib/builder/draft";
import { graphChoices, type GraphChoice } from "../../lib/builder/graph/choices";
import { graphRules, type GraphRules } from "../../lib/builder/graph/rules";
import { toArchitecture } from "../../lib/builder/legality";
import { tell } from "./command";

/** Every legal architecture that is one edit away: another operation, an edge more or less, a node more or less. */
export type Neighbours = (architecture: Architecture) => Architecture[];

/** @param labelled measured graphs: their operations, and what all their edges keep, are what is legal */
export function createNeighbours(space: SearchSpace, labelled: readonly Architecture[]): Neighbours {
  const rules = graphRules(space, labelled);
  return rules === null ? linkedNeighbours(space, labelled) : freeNeighbours(space, labelled, rules);
}

/** Where nodes name what they read, edges follow from the nodes. */
function linkedNeighbours(space: SearchSpace, labelled: readonly Architecture[]): Neighbours {
  const operations = operationsOf(space, labelled);
  return (architecture) =>
    architecture.units.flatMap((unit, unitIndex) =>
      unit.flatMap((node, layer) =>
        (operations[unitIndex]?.[layer] ?? [])
          .filter((other) => operationKey(other) !== operationKey(node))
          .map((other) =>
            withLinkedEdges(space, {
              ...architecture,
              units: architecture.units.with(unitIndex, unit.with(layer, other)),
            }),
          ),
      ),
    );
}

const NO_LOCKS: ReadonlySet<string> = new Set();

function freeNeighbours(
  space: SearchSpace,
  labelled: readonly Architecture[],
  rules: GraphRules,
): Neighbours {
  const operations = innerOperations(space, labelled);
  return (architecture) => {
    const draft = draftOf(architecture);
    const places = architecture.units.flatMap((unit, unitIndex) =>
      unit.map((_, layerIndex) => ({ unitIndex, layerIndex })),
    );
    const inner = innerNodes(architecture);
    const changed = places.flatMap(({ unitIndex, layerIndex }, index): Draft[] =>
      inner.has(index)
        ? (operations[unitIndex] ?? []).map((node) => withNode(draft, unitIndex, layerIndex, node))
        : [],
    );
    const rewired = places.flatMap((place) => {
      const { edges, nodes } = graphChoices(space, rules, draft, NO_LOCKS, place);
      return [...edges, ...nodes].flatMap((choice) => filled(choice, operations));
    });
    return [...changed, ...rewired].flatMap((after) => toArchitecture(space, after, "", rules) ?? []);
  };
}

/** Operations that stood between others, by unit; those at the ends make a graph what it is. */
function innerOperations(space: SearchSpace, labelled: readonly Architecture[]): Node[][] {
  const found = space.units.map(() => new Map<string, Node>());
  for (const architecture of labelled) {
    const inner = innerNodes(architecture);
    let index = 0;
    for (const [unitIndex, unit] of architecture.units.entries())
      for (const node of unit) if (inner.has(index++)) found[unitIndex]?.set(operationKey(node), node);
  }
  return found.map((nodes) => [...nodes.values()]);
}

/** Indexes of nodes that read others and are read. */
function innerNodes({ edges = [] }: Architecture): Set<number> {
  const sources = new Set(edges.map(([source]) => source));
  return new Set(edges.flatMap(([, target]) => (sources.has(target) ? [target] : [])));
}

const withNode = (draft: Draft, unitIndex: number, layerIndex: number, node: Node): Draft => ({
  ...draft,
  units: draft.units.with(unitIndex, (draft.units[unitIndex] ?? []).with(layerIndex, node)),
});

/** The draft after an edit; a node that came open, with each operation in turn. */
function filled({ edit, after }: GraphChoice, operations: readonly (readonly Node[])[]): Draft[] {
  if (after === null) return [];
  if (edit.type !== "addNode") return [after];
  const { unitIndex, layerIndex } = edit.place;
  return (operations[unitIndex] ?? []).map((node) => withNode(after, unitIndex, layerIndex, node));
}

/** Graphs that each round goes on from, rounds, and graphs that are predicted in one. */
const BEAM = 10;
const MOST_ROUNDS = 5;
const MOST_A_ROUND = 1_000;

/**
 * The best graphs that edits lead to from the best measured ones, with those: each round looks at all neighbours of the
 * best so far, until none of them is among the best.
 * @param start measured graphs
 * @param keyOf equal for two forms of one network
 * @param judge predicts
 * @param compare the better first
 */
export async function beamSearch<Judged extends { readonly architecture: Architecture }>(
  start: readonly Architecture[],
  neighbours: Neighbours,
  keyOf: (architecture: Architecture) => string,
  judge: (architectures: readonly Architecture[]) => Promise<Judged[]>,
  compare: (a: Judged, b: Judged) => number,
  seed: number,
): Promise<Judged[]> {
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const gone = new Set<string>();
  const fresh = (architectures: readonly Architecture[]): Architecture[] =>
    architectures.filter((architecture) => {
      const key = keyOf(architecture);
      return !seen.has(key) && seen.add(key);
    });
  let all = (await judge(fresh(start))).sort(compare);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const from = all.slice(0, BEAM).filter(({ architecture }) => !gone.has(keyOf(architecture)));
    for (const { architecture } of from) gone.add(keyOf(architecture));
    const near = fresh(from.flatMap(({ architecture }) => neighbours(architecture)));
    if (near.length === 0) break;
    const some = near.length > MOST_A_ROUND ? shuffled(near, random).slice(0, MOST_A_ROUND) : near;
    all = [...all, ...(await judge(some))].sort(compare);
    tell(`round ${round}: ${some.length} graphs one edit away predicted, ${all.length} in all`);
  }
  return all;
}
