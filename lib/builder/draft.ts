import type { Architecture, Edge, Node } from "../core/architecture";
import type { SearchSpace, UnitSpace } from "../core/searchSpace";

/** A place of a draft: filled with a node, or open. */
export type Slot = Node | null;

/**
 * An architecture in the making. The slots of a unit are its layers as far as they are chosen: a legal number of slots
 * is the chosen number of layers, any other number leaves the number of layers open.
 */
export type Draft = {
  /** Slots in layer order, unit after unit; one entry per unit of the space. */
  readonly units: readonly (readonly Slot[])[];
  /** Code of each global feature; null where it is not chosen. */
  readonly globals: readonly (number | null)[];
  /** Of architectures that bring their own; they fix the number of layers of every unit. */
  readonly edges?: readonly Edge[];
};

/** Nothing chosen. */
export const emptyDraft = (space: Pick<SearchSpace, "units" | "globalFeatures">): Draft => ({
  units: space.units.map(() => []),
  globals: space.globalFeatures.map(() => null),
});

export const draftOf = (architecture: Architecture): Draft => ({
  units: architecture.units,
  globals: architecture.globals,
  ...(architecture.edges === undefined ? {} : { edges: architecture.edges }),
});

/** Whether nothing at all has been chosen. */
export const isEmptyDraft = ({ units, globals }: Draft): boolean =>
  units.every((slots) => slots.every((slot) => slot === null)) && globals.every((code) => code === null);

/** The chosen number of layers, or null while it is open. */
export const chosenLength = (unit: Pick<UnitSpace, "lengths">, slots: readonly Slot[]): number | null =>
  unit.lengths.includes(slots.length) && slots.length > 0 ? slots.length : null;

/**
 * How many layers a unit has where connections name every node: those of the draft, else those of the architecture that
 * gives them. Null without connections.
 */
export function connectedLength(
  draft: Draft,
  reference: Pick<Architecture, "units" | "edges"> | null,
  unitIndex: number,
): number | null {
  const length = draft.units[unitIndex]?.length ?? 0;
  if (draft.edges !== undefined) return length;
  return reference?.edges === undefined ? null : Math.max(length, reference.units[unitIndex]?.length ?? 0);
}

/** How many of its slots are filled. */
export const numFilled = (slots: readonly Slot[]): number => slots.filter((slot) => slot !== null).length;

export const sameNode = (a: Slot, b: Slot): boolean =>
  a === b ||
  (a !== null && b !== null && a.length === b.length && a.every((code, index) => code === b[index]));
