import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { seededRandom, shuffled } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Problem } from "@/lib/predictor/predictor";

/** Decides the order that targets are shuffled into; stated wherever the check is shown. */
export const NULL_SEED = 1;

type Rows = {
  readonly space: SearchSpace;
  readonly datasetHash: string;
  readonly target: string;
  readonly architectures: readonly EvaluatedArchitecture[];
  /** shape [architectures]; NaN where a row has no target */
  readonly measured: Float64Array;
};

/** The rows that a predictor learns from, each with the target of another one: nothing in them matters. */
export function shuffledProblem(
  { space, datasetHash, target, architectures, measured }: Rows,
  seed: number,
): Problem {
  const labelled = architectures.filter((_, index) => Number.isFinite(measured[index] ?? NaN));
  const targets = Array.from(measured).filter(Number.isFinite);
  return {
    space,
    datasetHash,
    target,
    architectures: labelled.map(({ id, units, globals, edges }) => ({
      id,
      units,
      globals,
      ...(edges ? { edges } : {}),
    })),
    targets: Float64Array.from(shuffled(targets, seededRandom(seed))),
  };
}
