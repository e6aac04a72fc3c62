import { kindLabel } from "@/lib/core/predictorKinds";
import type { PredictorFile } from "@/lib/predictor/predictor";

type Told = Pick<PredictorFile, "target" | "kind" | "seed">;

/** What tells two predictors apart in a few words: their targets, else their kinds, else their seeds. */
export function comparedNames(first: Told, second: Told): readonly [first: string, second: string] {
  const ways: readonly ((told: Told) => string)[] = [({ target }) => target, ({ kind }) => kindLabel(kind)];
  const way = ways.find((of) => of(first) !== of(second)) ?? (({ seed }: Told) => `seed ${seed}`);
  return [way(first), way(second)];
}
