/** Places that optimising leaves as they are. */
import type { NodePlace } from "../core/architecture";
import type { Operations } from "../core/search/operations";
import type { SearchSpace } from "../core/searchSpace";
import { maxLength } from "../core/searchSpace";
import type { Draft } from "./draft";
import { movedPlace, type NodeMove } from "./graph/moves";

/** `unit.layer` of every locked place, both 0-based. */
export type Locks = ReadonlySet<string>;

const keyOf = ({ unitIndex, layerIndex }: NodePlace): string => `${unitIndex}.${layerIndex}`;

export const isLocked = (locks: Locks, place: NodePlace): boolean => locks.has(keyOf(place));

export function toggled(locks: Locks, place: NodePlace): Locks {
  const next = new Set(locks);
  if (!next.delete(keyOf(place))) next.add(keyOf(place));
  return next;
}

/** The locks after a node came or went: each stays with its node. */
export const movedLocks = (locks: Locks, move: NodeMove): Locks =>
  new Set(
    [...locks].flatMap((key) => {
      const [unitIndex = -1, layerIndex = -1] = key.split(".").map(Number);
      const place = movedPlace({ unitIndex, layerIndex }, move);
      return place === null ? [] : [keyOf(place)];
    }),
  );

/** `1.1,2.3`, from 1 as people count; null where nothing is locked. */
export const encodeLocks = (locks: Locks): string | null =>
  locks.size === 0
    ? null
    : [...locks]
        .map((key) =>
          key
            .split(".")
            .map((part) => Number(part) + 1)
            .join("."),
        )
        .sort()
        .join(",");

/** Places that the space does not have are left out: people type addresses. */
export function parseLocks(text: string | null, space: Pick<SearchSpace, "units">): Locks {
  return new Set(
    (text ?? "").split(",").flatMap((part) => {
      const [, unit, layer] = /^(\d{1,4})\.(\d{1,4})$/.exec(part) ?? [];
      const place = { unitIndex: Number(unit) - 1, layerIndex: Number(layer) - 1 };
      const of = space.units[place.unitIndex];
      return of !== undefined && place.layerIndex >= 0 && place.layerIndex < maxLength(of)
        ? [keyOf(place)]
        : [];
    }),
  );
}

/**
 * The part of a space whose architectures keep every locked place: units long enough, and in a locked place nothing but
 * what is locked.
 */
export function lockedSpace(
  space: SearchSpace,
  draft: Draft,
  locks: Locks,
  operations: Operations,
): { readonly space: SearchSpace; readonly operations: Operations } {
  const { units } = lockedPart(space, draft, locks);
  return {
    space: {
      ...space,
      units: space.units.map((unit, unitIndex) => ({
        ...unit,
        lengths: unit.lengths.filter(
          (length) => length > (units[unitIndex] ?? []).findLastIndex((slot) => slot !== null),
        ),
      })),
    },
    operations: operations.map((places, unitIndex) =>
      places.map((nodes, layerIndex) => {
        const slot = units[unitIndex]?.[layerIndex] ?? null;
        return slot === null ? nodes : [slot];
      }),
    ),
  };
}

/** What stays when everything but the locked places is open again. */
export const lockedPart = (
  space: Pick<SearchSpace, "units" | "globalFeatures">,
  draft: Draft,
  locks: Locks,
): Draft => ({
  ...draft,
  units: draft.units.map((slots, unitIndex) => {
    const kept = slots.map((slot, layerIndex) => (isLocked(locks, { unitIndex, layerIndex }) ? slot : null));
    const last = kept.findLastIndex((slot) => slot !== null);
    // Connections of its own name every node, so such a draft keeps its number of layers.
    return draft.edges === undefined ? kept.slice(0, last + 1) : kept;
  }),
});
