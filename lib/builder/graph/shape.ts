/** Nodes of a draft by their index over all units, as edges name them. */
import type { Edge, NodePlace } from "../../core/architecture";
import type { Draft } from "../draft";

type Units = readonly (readonly unknown[])[];

/** Index over all nodes of the node in this place. */
export const indexOfPlace = (units: Units, { unitIndex, layerIndex }: NodePlace): number =>
  units.slice(0, unitIndex).reduce((sum, slots) => sum + slots.length, 0) + layerIndex;

/** Where the node of that index stands; null for an index that no node has. */
export function placeOfIndex(units: Units, index: number): NodePlace | null {
  let first = 0;
  for (const [unitIndex, slots] of units.entries()) {
    if (index >= first && index < first + slots.length) return { unitIndex, layerIndex: index - first };
    first += slots.length;
  }
  return null;
}

export const numSlots = ({ units }: Pick<Draft, "units">): number =>
  units.reduce((sum, slots) => sum + slots.length, 0);

/** Every node that can be come to from the given ones along the edges, themselves among them. */
export function reachedFrom(starts: readonly number[], edges: readonly Edge[]): ReadonlySet<number> {
  const targets = new Map<number, number[]>();
  for (const [source, target] of edges) {
    const known = targets.get(source);
    if (known) known.push(target);
    else targets.set(source, [target]);
  }
  const reached = new Set(starts);
  const open = [...starts];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const target of targets.get(node) ?? [])
      if (!reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
  return reached;
}

export const reversed = (edges: readonly Edge[]): Edge[] =>
  edges.map(([source, target]): Edge => [target, source]);

/** Whether no way along the edges comes back to where it began. */
export function isAcyclic(edges: readonly Edge[]): boolean {
  const numInputs = new Map<number, number>();
  for (const [source, target] of edges) {
    numInputs.set(source, numInputs.get(source) ?? 0);
    numInputs.set(target, (numInputs.get(target) ?? 0) + 1);
  }
  const free = [...numInputs].flatMap(([node, count]) => (count === 0 ? [node] : []));
  let numTaken = 0;
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    numTaken++;
    for (const [source, target] of edges) {
      if (source !== node) continue;
      const left = (numInputs.get(target) ?? 0) - 1;
      numInputs.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  return numTaken === numInputs.size;
}

/** Nodes that no edge goes into. */
export const sourceNodes = (count: number, edges: readonly Edge[]): number[] =>
  withoutEdge(
    count,
    edges.map(([, target]) => target),
  );

/** Nodes that no edge comes out of. */
export const sinkNodes = (count: number, edges: readonly Edge[]): number[] =>
  withoutEdge(
    count,
    edges.map(([source]) => source),
  );

function withoutEdge(count: number, ends: readonly number[]): number[] {
  const used = new Set(ends);
  return Array.from({ length: count }, (_, node) => node).filter((node) => !used.has(node));
}

export const hasEdge = (edges: readonly Edge[], [source, target]: Edge): boolean =>
  edges.some(([from, to]) => from === source && to === target);

/** Ascending by source, then target, each once: equal graphs have equal lists. */
export const sortedEdges = (edges: readonly Edge[]): Edge[] =>
  edges
    .filter(
      (edge, index) => edges.findIndex((other) => other[0] === edge[0] && other[1] === edge[1]) === index,
    )
    .sort(([a, b], [c, d]) => a - c || b - d);
