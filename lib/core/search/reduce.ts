/** The space that is left when every slot keeps its best modules only (ALGORITHM section 8), for any number of objectives. */
import { bestSums } from "../bestSums";
import { mean, standardDeviation } from "../stats";
import { bestPoints } from "./dominance";
import type { Slot, SlotModule } from "./slots";

/**
 * The modules of every slot from best to worst, as far as anyone may want to keep them. With one objective by score;
 * with several front by front, so that modules that trade one objective for another stay.
 * @param most how many of each slot
 */
export const rankSlots = (slots: readonly Slot[], most: number): Slot[] =>
  slots.map(({ name, modules }) => ({
    name,
    modules: bestPoints(
      modules.map(({ gains }) => gains),
      most,
    ).flatMap((index) => modules.slice(index, index + 1)),
  }));

/** The best of every slot. @param slots ranked (rankSlots) @param counts one per slot */
export const reduceSlots = (slots: readonly Slot[], counts: readonly number[]): Slot[] =>
  slots.map((slot, index) => ({ ...slot, modules: slot.modules.slice(0, Math.max(1, counts[index] ?? 1)) }));

/** One module of each slot, and the weighted sum of their gains. */
export type Sum = { readonly modules: readonly SlotModule[]; readonly sum: number };

/**
 * Every way to fill the slots in descending order of the weighted sum of gains: exact for additive scores, without ever
 * building the product.
 * @param weights one per objective
 */
export function* bestFirst(slots: readonly Slot[], weights: readonly number[]): Generator<Sum> {
  const worth = ({ gains }: SlotModule): number =>
    gains.reduce((sum, gain, index) => sum + gain * (weights[index] ?? 0), 0);
  const lists = slots.map(({ modules }) =>
    modules.map((module) => ({ module, worth: worth(module) })).sort((a, b) => b.worth - a.worth),
  );
  for (const { items, sum } of bestSums(lists, (item) => item.worth))
    yield { modules: items.map(({ module }) => module), sum };
}

/** Every way to fill the slots, the last slot's modules innermost. */
export function* everyWay(slots: readonly Slot[]): Generator<readonly SlotModule[]> {
  const [first, ...rest] = slots;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const module of first.modules) for (const others of everyWay(rest)) yield [module, ...others];
}

/** Steps between weighting one objective alone and another alone. */
const STEPS = 4;

/**
 * Weights to look along: one objective alone, the next alone, and steps between them; each divided by how far its gains
 * spread inside the slots, so that units do not matter.
 */
export function weightings(slots: readonly Slot[], numObjectives: number): number[][] {
  const spreads = Array.from({ length: numObjectives }, (_, objective) => {
    const variances = slots
      .filter(({ modules }) => modules.length > 0)
      .map(({ modules }) => standardDeviation(modules.map(({ gains }) => gains[objective] ?? 0)) ** 2);
    return (variances.length > 0 && Math.sqrt(mean(variances))) || 1;
  });
  return compositions(numObjectives, numObjectives === 1 ? 1 : STEPS).map((parts) =>
    parts.map((part, objective) => part / (spreads[objective] ?? 1)),
  );
}

/** All lists of `count` whole numbers from 0 that sum to `total`. */
function compositions(count: number, total: number): number[][] {
  if (count <= 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, step) => total - step).flatMap((first) =>
    compositions(count - 1, total - first).map((others) => [first, ...others]),
  );
}
