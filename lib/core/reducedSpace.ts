/** The space that is left when every unit keeps its best sequences only (ALGORITHM section 8). */
import type { Unit } from "./architecture";
import { bestSums } from "./bestSums";
import type { ModuleScore } from "./module";
import { sequenceLengths, splitSequence } from "./scoredUnits";
import type { SearchSpace } from "./searchSpace";

type Kept = Pick<ModuleScore, "unitIndex" | "nodes" | "score">;

export type ReducedSpace = {
  /** Kept sequences of every unit that has any of its own, best first. */
  readonly choices: readonly (readonly Kept[])[];
  /** How many architectures there are: the product of the numbers of choices. */
  readonly size: bigint;
};

/**
 * Keeps the best sequences of every unit, all where it has fewer.
 * @param scores sequences of all units; equal scores stay in their order
 * @param counts one per unit that has sequences of its own: a unit scored together with the one before has none
 */
export function reducedSpace(
  space: Pick<SearchSpace, "units">,
  scores: readonly Kept[],
  counts: readonly number[],
): ReducedSpace {
  const scored = space.units
    .map((_, unitIndex) => unitIndex)
    .filter((unitIndex) => sequenceLengths(space, unitIndex).length > 0);
  if (counts.length !== scored.length)
    throw new RangeError(
      `Every unit needs a number of sequences to keep: ${scored.length}, not ${counts.length}.`,
    );
  const choices = scored.map((unitIndex, index) =>
    scores
      .filter((score) => score.unitIndex === unitIndex)
      .sort((a, b) => b.score - a.score)
      .slice(0, counts[index]),
  );
  return { choices, size: choices.reduce((product, { length }) => product * BigInt(length), 1n) };
}

export type ReducedArchitecture = { readonly units: readonly Unit[]; readonly sumOfScores: number };

/** Architectures of the space in descending order of the sum of their sequences' scores, from `start` on. */
export function bestOfReducedSpace(
  space: Pick<SearchSpace, "units">,
  { choices }: ReducedSpace,
  count: number,
  start = 0,
): ReducedArchitecture[] {
  const found: ReducedArchitecture[] = [];
  let place = 0;
  for (const { items, sum } of bestSums(choices, ({ score }) => score)) {
    if (place >= start + count) break;
    if (place++ < start) continue;
    const units = items.flatMap(({ unitIndex, nodes }) => splitSequence(space, unitIndex, nodes));
    found.push({ units, sumOfScores: sum });
  }
  return found;
}
