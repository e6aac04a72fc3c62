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

export const numDifferences = (places: ReturnType<typeof compareUnits>): number =>
  places.flat().filter(({ differs }) => differs).length;
