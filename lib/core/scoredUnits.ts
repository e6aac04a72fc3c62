/**
 * Which stretch of an architecture a sequence fills: a unit, or a unit together with the next one. ProxylessNAS has a
 * last unit of one layer, which is scored as the end of the unit before it (ALGORITHM section 7); any space whose
 * unit says `joinsNext` is treated the same way.
 */
import type { Architecture, Node, NodePlace } from "./architecture";
import type { SearchSpace } from "./searchSpace";

type Units = Pick<SearchSpace, "units">;

const joinsNext = (space: Units, unitIndex: number): boolean =>
  space.units[unitIndex]?.joinsNext === true && space.units[unitIndex + 1]?.lengths.length === 1;

/** Layers that the next unit adds to the sequences of this one. */
const numJoined = (space: Units, unitIndex: number): number =>
  joinsNext(space, unitIndex) ? (space.units[unitIndex + 1]?.lengths[0] ?? 0) : 0;

/** Legal numbers of layers of the unit's sequences; none where they belong to those of the unit before. */
export function sequenceLengths(space: Units, unitIndex: number): readonly number[] {
  if (joinsNext(space, unitIndex - 1)) return [];
  const joined = numJoined(space, unitIndex);
  return (space.units[unitIndex]?.lengths ?? []).map((length) => length + joined);
}

/** The units that the unit's sequences fill; those of the unit before where they belong to its sequences. */
export function sequenceUnits(space: Units, unitIndex: number): readonly number[] {
  if (joinsNext(space, unitIndex - 1)) return sequenceUnits(space, unitIndex - 1);
  return joinsNext(space, unitIndex) ? [unitIndex, unitIndex + 1] : [unitIndex];
}

/** The architecture's sequence of the unit; empty where it belongs to that of the unit before. */
export function sequenceNodes(
  space: Units,
  { units }: Pick<Architecture, "units">,
  unitIndex: number,
): readonly Node[] {
  if (joinsNext(space, unitIndex - 1)) return [];
  const own = units[unitIndex] ?? [];
  return joinsNext(space, unitIndex) ? [...own, ...(units[unitIndex + 1] ?? [])] : own;
}

/** A sequence of the unit as nodes of its units: of one, or of two where it goes on through the next. */
export function splitSequence(
  space: Units,
  unitIndex: number,
  nodes: readonly Node[],
): readonly (readonly Node[])[] {
  const joined = numJoined(space, unitIndex);
  if (joined === 0 || !sequenceLengths(space, unitIndex).includes(nodes.length)) return [nodes];
  return [nodes.slice(0, nodes.length - joined), nodes.slice(nodes.length - joined)];
}

/** Unit and layer of every node of a sequence that fills its unit; layers start again in the next unit. */
export const sequencePlaces = (space: Units, unitIndex: number, numNodes: number): NodePlace[] =>
  splitSequence(space, unitIndex, Array<Node>(numNodes).fill([])).flatMap((nodes, part) =>
    nodes.map((_, layerIndex) => ({ unitIndex: unitIndex + part, layerIndex })),
  );

/** Most layers that any sequence of the space has. */
export const longestSequence = (space: Units): number =>
  Math.max(1, ...space.units.flatMap((_, unitIndex) => sequenceLengths(space, unitIndex)));
