/**
 * The measured rows that say for themselves what a module is worth: architectures that hold it against architectures
 * that have something else in its place and are otherwise the same. No predictor is asked.
 */
import { EMPTY, hasPlace, holdsAt, type ModulePlace, type SlotTable } from "./slots";

/** Rows that share the rest of the network, with and without the module; indexes of rows. */
export type MatchedSet = {
  readonly holders: readonly number[];
  readonly partners: readonly number[];
  /** Slots outside of the module's place in which they differ. */
  readonly numOtherDifferences: number;
};

export type Matching = {
  /** exact: nothing else differs; nearest: too few exact ones, so pairs that differ in a few other slots too. */
  readonly kind: "exact" | "nearest";
  readonly sets: readonly MatchedSet[];
  /** Measured rows that hold the module. */
  readonly holders: readonly number[];
  /** Measured rows that have something else in its place, whatever else differs. */
  readonly others: readonly number[];
  /** Least number of other differences that was met, where none was small enough; null where there are pairs or no rows. */
  readonly nearest: number | null;
};

/** Fewer exact sets than this have no interval worth showing. */
export const LEAST_EXACT_SETS = 3;
/** Two networks that differ in more slots than these besides the module's say little about the module. */
export const MOST_OTHER_DIFFERENCES = 3;
/** Holders that nearest matches are looked for; each is compared with all rows. */
const MOST_HOLDERS = 300;
/** Of so many holders the nearest row is found however far it is; of the others only one that is near enough. */
const FULLY_COMPARED = 20;

/**
 * Finds the rows to compare. Exact sets are found by hashing the rest of every architecture, so that the time grows
 * with the rows alone; nearest pairs compare at most MOST_HOLDERS holders with every other row, use every row once
 * (so that pairs are independent), and differ in at most MOST_OTHER_DIFFERENCES other slots.
 * @param targets shape [numRows]; rows without a number are left out
 */
export function matchRows(table: SlotTable, place: ModulePlace, targets: ArrayLike<number>): Matching {
  const holders: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < table.numRows; row++) {
    if (!Number.isFinite(targets[row] ?? NaN)) continue;
    if (holdsAt(table, place, row)) holders.push(row);
    else if (hasPlace(table, place, row)) others.push(row);
  }
  const exact = exactSets(table, place, holders, others);
  if (exact.length >= LEAST_EXACT_SETS || holders.length === 0 || others.length === 0)
    return { kind: "exact", sets: exact, holders, others, nearest: null };
  const { sets, least } = nearestSets(table, place, holders, others);
  // One exact set with many rows on both sides is a better answer than pairs that differ in more.
  if (exact.some(({ holders: h, partners: p }) => h.length > 1 && p.length > 1))
    return { kind: "exact", sets: exact, holders, others, nearest: null };
  return { kind: "nearest", sets, holders, others, nearest: sets.length === 0 ? least : null };
}

/** Slots outside of the module's place. */
function restSlots({ numSlots }: SlotTable, { slots }: ModulePlace): number[] {
  const own = new Set(slots);
  return Array.from({ length: numSlots }, (_, slot) => slot).filter((slot) => !own.has(slot));
}

function exactSets(
  table: SlotTable,
  place: ModulePlace,
  holders: readonly number[],
  others: readonly number[],
): MatchedSet[] {
  const rest = restSlots(table, place);
  const keyOf = (row: number): string =>
    rest.map((slot) => table.values[row * table.numSlots + slot] ?? EMPTY).join(",");
  const sets = new Map<string, { holders: number[]; partners: number[] }>();
  for (const row of holders) {
    const key = keyOf(row);
    const known = sets.get(key);
    if (known) known.holders.push(row);
    else sets.set(key, { holders: [row], partners: [] });
  }
  for (const row of others) sets.get(keyOf(row))?.partners.push(row);
  return [...sets.values()]
    .filter(({ partners }) => partners.length > 0)
    .map((set) => ({ ...set, numOtherDifferences: 0 }));
}

function nearestSets(
  table: SlotTable,
  place: ModulePlace,
  holders: readonly number[],
  others: readonly number[],
): { sets: MatchedSet[]; least: number } {
  const { values, numSlots } = table;
  const rest = restSlots(table, place);
  const used = new Set<number>();
  const sets: MatchedSet[] = [];
  let least = Infinity;
  for (const [index, holder] of evenly(holders, MOST_HOLDERS).entries()) {
    let nearest = -1;
    let fewest = index < FULLY_COMPARED ? Infinity : MOST_OTHER_DIFFERENCES + 1;
    for (const other of others) {
      if (used.has(other)) continue;
      let differences = 0;
      for (const slot of rest) {
        if (values[holder * numSlots + slot] !== values[other * numSlots + slot]) differences++;
        if (differences >= fewest) break;
      }
      if (differences < fewest) [nearest, fewest] = [other, differences];
      if (fewest === 0) break;
    }
    least = Math.min(least, fewest);
    if (fewest > MOST_OTHER_DIFFERENCES) continue;
    used.add(nearest);
    sets.push({ holders: [holder], partners: [nearest], numOtherDifferences: fewest });
  }
  return { sets, least };
}

/** All of few, else so many at even steps. */
function evenly(items: readonly number[], count: number): number[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, step) => items[Math.floor((step * items.length) / count)] ?? 0);
}
