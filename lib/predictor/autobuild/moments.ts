import { mean, standardDeviation } from "../../core/stats";
import type { Architecture } from "../../core/architecture";
import { longestSequence, sequenceNodes } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";

export type Moments = { readonly mean: number; readonly deviation: number };

/** Of the norms of all nodes of the training graphs at one hop; the deviation divides by n - 1 (ALGORITHM section 7). */
export const hopMoments = (norms: ArrayLike<number>): Moments => ({
  mean: mean(norms),
  deviation: norms.length > 1 ? standardDeviation(norms, 1) || 1 : 1,
});

/** Of raw training targets; the deviation divides by n, unlike that of the hops. Nothing observed: (0, 1). */
export const targetMoments = (targets: ArrayLike<number>): Moments =>
  targets.length === 0
    ? { mean: 0, deviation: 1 }
    : { mean: mean(targets), deviation: standardDeviation(targets) };

/**
 * Target moments per unit and length, [units][length - 1]: the targets of all architectures whose unit has that many
 * layers, those of the next unit included where both are scored as one. The published code looks at no unit of one
 * layer; where a space has such units, they count like any other.
 */
export function unitMoments(
  space: SearchSpace,
  architectures: readonly Pick<Architecture, "units">[],
  targets: ArrayLike<number>,
): Moments[][] {
  return space.units.map((_, unitIndex) => {
    const lengths = architectures.map((one) => sequenceNodes(space, one, unitIndex).length);
    return Array.from({ length: longestSequence(space) }, (_, index) =>
      targetMoments(lengths.flatMap((length, row) => (length === index + 1 ? [targets[row] as number] : []))),
    );
  });
}

/** ALGORITHM section 7: a norm, standardised within its hop and shifted to the targets of its unit and length. */
export const importance = (norm: number, hop: Moments, targets: Moments): number =>
  ((norm - hop.mean) / hop.deviation) * targets.deviation + targets.mean;
