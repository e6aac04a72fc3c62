import { ABSENT, numNodes, type Architecture, type Node, type Unit } from "../../core/architecture";
import type { Random } from "../../core/random";
import type { SearchSpace } from "../../core/searchSpace";

/** Nodes with edges of their own that change in one variation. */
const MOST_CHANGED = 3;

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

/**
 * Architectures nobody measured, in the manner of the measured ones: every legal length alike, and at each place a
 * node that was seen there, or one whose features took values seen there. Architectures with edges of their own keep
 * their edges; a few of their inner nodes change.
 * @param labelled at least one measured architecture
 */
export function createVariations(
  space: SearchSpace,
  labelled: readonly Architecture[],
): (random: Random) => Architecture {
  if (labelled.some(({ edges }) => edges !== undefined)) return variationsOfGraphs(labelled);
  const pools = space.units.map((_, unitIndex) => poolsOf(labelled, unitIndex));
  const nodeAt = (unitIndex: number, layerIndex: number, random: Random): Node => {
    const layers = pools[unitIndex] ?? [];
    const pool = layers[layerIndex] ?? layers.flat();
    const node = pick(pool, random);
    if (random() < 0.5) return node;
    const alike = likeOf(node, pool);
    return node.map((code, index) => pick(alike, random)[index] ?? code);
  };
  return (random) => ({
    id: "",
    units: space.units.map(({ lengths }, unitIndex) =>
      Array.from({ length: pick(lengths, random) }, (_, layerIndex) => nodeAt(unitIndex, layerIndex, random)),
    ),
    globals: pick(labelled, random).globals,
  });
}

/** Different nodes seen at each layer of a unit; rare ones are drawn as often as common ones. */
function poolsOf(labelled: readonly Architecture[], unitIndex: number): Node[][] {
  const pools: Map<string, Node>[] = [];
  for (const { units } of labelled)
    units[unitIndex]?.forEach((node, layerIndex) => {
      const pool = (pools[layerIndex] ??= new Map());
      pool.set(node.join(","), node);
    });
  return pools.map((pool) => [...pool.values()]);
}

/** Nodes that have the same features: what one of them has may be taken from another, and nothing from other nodes. */
const likeOf = (node: Node, pool: readonly Node[]): Node[] =>
  pool.filter((other) => other.every((code, index) => (code === ABSENT) === (node[index] === ABSENT)));

function variationsOfGraphs(labelled: readonly Architecture[]): (random: Random) => Architecture {
  const inner = labelled.map((architecture) => {
    const edges = architecture.edges ?? [];
    const sources = new Set(edges.map(([source]) => source));
    const targets = new Set(edges.map(([, target]) => target));
    return Array.from({ length: numNodes(architecture) }, (_, node) => node).filter(
      (node) => sources.has(node) && targets.has(node),
    );
  });
  const pool: Node[] = labelled.flatMap((architecture, row) => {
    const nodes = architecture.units.flat();
    return (inner[row] ?? []).flatMap((node) => (nodes[node] === undefined ? [] : [nodes[node]]));
  });
  return (random) => {
    const row = Math.floor(random() * labelled.length);
    const architecture = labelled[row] as Architecture;
    const places = inner[row] ?? [];
    if (places.length === 0) return architecture;
    const changed = new Map<number, Node>();
    for (let count = Math.ceil(random() * MOST_CHANGED); count > 0; count--)
      changed.set(pick(places, random), pick(pool, random));
    let at = 0;
    const units = architecture.units.map((unit): Unit => unit.map((node: Node) => changed.get(at++) ?? node));
    return { ...architecture, id: "", units };
  };
}
