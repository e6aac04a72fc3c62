import type { Edge } from "../core/architecture";
import { sameNode, type Slot } from "./draft";

export type ComparedPlace = { readonly first: Slot; readonly second: Slot; readonly differs: boolean };

/** Two architectures side by side, place by place; the shorter of two units is open where the longer goes on. */
export function compareUnits(
  first: readonly (readonly Slot[])[],
  second: readonly (readonly Slot[])[],
): readonly (readonly ComparedPlace[])[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, unitIndex) => {
    const firstSlots = first[unitIndex] ?? [];
    const secondSlots = second[unitIndex] ?? [];
    return Array.from({ length: Math.max(firstSlots.length, secondSlots.length) }, (_, layerIndex) => {
      const place = { first: firstSlots[layerIndex] ?? null, second: secondSlots[layerIndex] ?? null };
      return { ...place, differs: !sameNode(place.first, place.second) };
    });
  });
}

/** Edges that only one of two graphs has, by the places of their nodes. */
export function edgeDifferences(
  first: readonly Edge[] = [],
  second: readonly Edge[] = [],
): { readonly onlyFirst: readonly Edge[]; readonly onlySecond: readonly Edge[] } {
  const without = (edges: readonly Edge[], others: readonly Edge[]): Edge[] => {
    const keys = new Set(others.map(String));
    return edges.filter((edge) => !keys.has(String(edge)));
  };
  return { onlyFirst: without(first, second), onlySecond: without(second, first) };
}

type WithEdges = { readonly edges?: readonly Edge[] };

/** How many edges only one of the two has. */
export function numEdgeDifferences(first: WithEdges, second: WithEdges): number {
  const { onlyFirst, onlySecond } = edgeDifferences(first.edges, second.edges);
  return onlyFirst.length + onlySecond.length;
}

export const numDifferences = (places: ReturnType<typeof compareUnits>): number =>
  places.flat().filter(({ differs }) => differs).length;
