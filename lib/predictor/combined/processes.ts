import type { SearchSpace } from "../../core/searchSpace";
import type { Rows } from "../holdOut";
import { createEncoder, type Encoder } from "../moduleGp/encoder";
import { conditionOn, fitProcess, MOST_ROWS_TO_TUNE, tuneOn, type Fitted } from "../moduleGp/fitProcess";

/** The process on all training rows, and one for each fold that did not see the fold's rows. */
export type Processes = {
  readonly encoder: Encoder;
  readonly whole: Fitted;
  readonly folds: readonly Fitted[];
  /** Fold of every row. */
  readonly foldOf: readonly number[];
};

/**
 * @param foldOf fold of every row
 * @param mostRows rows conditioned on; time grows with its cube
 * @param beforeStep awaited between steps; throws to cancel
 */
export async function fitProcesses(
  space: SearchSpace,
  { architectures, targets }: Rows,
  foldOf: readonly number[],
  mostRows: number,
  beforeStep: () => Promise<void>,
): Promise<Processes> {
  const encoder = createEncoder(space, architectures.slice(0, mostRows));
  const points = architectures.slice(0, mostRows).map((architecture) => encoder.encode(architecture));
  const on = (kept: readonly number[]) => ({
    points: kept.flatMap((index) => points[index] ?? []),
    columns: encoder.columns,
    targets: Float64Array.from(kept, (index) => targets[index] as number),
  });
  const all = points.map((_, index) => index);
  const whole = await fitProcess(on(all), beforeStep);
  const folds: Fitted[] = [];
  for (const fold of [...new Set(foldOf)].sort((a, b) => a - b)) {
    await beforeStep();
    const kept = all.filter((index) => foldOf[index] !== fold);
    // With few rows, weights of modules chosen with a fold in view would already know some of it.
    folds.push(
      all.length > MOST_ROWS_TO_TUNE
        ? conditionOn(on(kept), whole.scale, whole.posterior.hyperparameters)
        : await tuneOn(on(kept), whole.scale, beforeStep),
    );
  }
  return { encoder, whole, folds, foldOf };
}

/** The process on other rows, which `encoder` was made for, with everything but them kept. */
export const conditionProcess = (
  encoder: Encoder,
  { architectures, targets }: Rows,
  scale: Fitted["scale"],
  hyperparameters: Fitted["posterior"]["hyperparameters"],
): Fitted =>
  conditionOn(
    { points: architectures.map(encoder.encode), columns: encoder.columns, targets },
    scale,
    hyperparameters,
  );
