import { pearson } from "../../core/stats";
import { softRank, softRankGradient } from "./softRank";

/** Value of the published loss with its gradients (ALGORITHM section 5), in float64. */
export type Loss = {
  readonly value: number;
  readonly squaredError: number;
  readonly correlations: readonly number[];
  readonly byOutputs: Float64Array;
  /** One per hop, by the graph norms. */
  readonly byNorms: readonly Float64Array[];
};

/**
 * Mean squared error plus lambda times the mean over hops of 1 - pearson(target, soft rank of the norms).
 * @param outputs,targets shape [numGraphs], standardised
 * @param norms shape [numHops][numGraphs]
 */
export function loss(
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  norms: readonly ArrayLike<number>[],
  lambda = 1,
): Loss {
  const size = outputs.length;
  const byOutputs = new Float64Array(size);
  let squaredError = 0;
  for (let index = 0; index < size; index++) {
    const difference = (outputs[index] as number) - (targets[index] as number);
    squaredError += (difference * difference) / size;
    byOutputs[index] = (2 * difference) / size;
  }
  const ranked = norms.map((values) => softRank(values));
  const correlations = ranked.map(({ ranks }) => pearson(ranks, targets));
  const byNorms = ranked.map((rank) =>
    softRankGradient(
      rank,
      pearsonGradient(rank.ranks, targets).map((slope) => (-lambda * slope) / norms.length),
    ),
  );
  const ranking = correlations.reduce((sum, correlation) => sum + (1 - correlation) / norms.length, 0);
  return { value: squaredError + lambda * ranking, squaredError, correlations, byOutputs, byNorms };
}

/** Gradient of pearson(a, b) by a. */
function pearsonGradient(a: Float64Array, b: ArrayLike<number>): Float64Array {
  const [unitA, lengthA] = unit(a);
  const [unitB] = unit(b);
  const correlation = unitA.reduce((sum, value, index) => sum + value * (unitB[index] as number), 0);
  return unitA.map((value, index) => ((unitB[index] as number) - correlation * value) / lengthA);
}

/** Centred and scaled to length 1; the length before. */
export function unit(values: ArrayLike<number>): [Float64Array, number] {
  const centre = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const centred = Float64Array.from(values, (value) => value - centre);
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return [length > 0 ? centred.map((value) => value / length) : centred, length];
}
