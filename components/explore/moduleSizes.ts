import { numNodes } from "@/lib/core/architecture";
import { sequenceLengths, sequenceUnits } from "@/lib/core/scoredUnits";
import { edgesOf } from "@/lib/core/searchSpace";
import { hasSequences, maxHop } from "@/lib/figures/candidates";
import type { Exploration } from "./exploration";
import { sequenceUnitsName } from "./moduleWords";

/** Architectures looked at for the reach of subgraphs where each has edges of its own. */
const MAX_LOOKED_AT = 200;

/** Sizes of the modules of a unit that have a ranking: lengths of sequences, or hops + 1 of rooted subgraphs. */
export function moduleSizes(
  { dataset, architectures, opened }: Pick<Exploration, "dataset" | "architectures" | "opened">,
  unitIndex: number,
): readonly number[] {
  const { space } = dataset;
  if (hasSequences(space)) return sequenceLengths(space, unitIndex);
  const reached = architectures
    .slice(0, space.edges ? 1 : MAX_LOOKED_AT)
    .map((architecture) => maxHop(edgesOf(space, architecture), numNodes(architecture)));
  const most = Math.max(1, Math.min(opened.numHops - 1, Math.max(...reached)));
  return Array.from({ length: most }, (_, hop) => hop + 2);
}

/**
 * Sizes of the lens from single nodes to whole units.
 * @param sizes moduleSizes of the unit
 */
export const lensSizes = (sizes: readonly number[], sequences: boolean): readonly number[] =>
  sequences
    ? Array.from({ length: Math.max(1, ...sizes) }, (_, index) => index + 1)
    : [1, ...sizes.filter((size) => size > 1)];

/** The unit that has the modules of a unit: the one before where it is scored as the end of that one's sequences. */
export const rankedUnit = (space: Exploration["dataset"]["space"], unitIndex: number): number =>
  hasSequences(space) ? (sequenceUnits(space, unitIndex)[0] ?? unitIndex) : unitIndex;

/** Units to choose from, each with the name of all that its modules fill. */
export const rankedUnits = (
  space: Exploration["dataset"]["space"],
): readonly { readonly unitIndex: number; readonly label: string }[] =>
  space.units.flatMap(({ name }, unitIndex) => {
    if (rankedUnit(space, unitIndex) !== unitIndex) return [];
    return [{ unitIndex, label: hasSequences(space) ? sequenceUnitsName(space, unitIndex) : name }];
  });

/** The wanted size where the unit has it, else its largest: that is where sequences say more than single nodes. */
export const chosenSize = (sizes: readonly number[], wanted: number | null): number =>
  wanted !== null && sizes.includes(wanted) ? wanted : (sizes.at(-1) ?? 1);
