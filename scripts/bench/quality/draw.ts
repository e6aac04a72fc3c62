/** Draws of labelled rows from tables where the truth of every row is known, and what a method makes of one. */
import { seededRandom, shuffled } from "../../../lib/core/random";
import { srcc } from "../../../lib/core/stats";
import type { Problem } from "../../../lib/predictor/predictor";
import type { Table, Wanted } from "./tables";

/** What one method made of one draw; `choice` and `labelled` are true ranks, 1 is the best row of the table. */
export type Outcome = {
  readonly srcc: number;
  readonly choice: number;
  readonly labelled: number;
  readonly coverage: number | null;
  readonly faithful: number | null;
  readonly agreement: number | null;
};

/** Predictions of every row of the table, and what only predictors with modules have. */
export type Opinion = Pick<Outcome, "coverage" | "faithful" | "agreement"> & {
  readonly predicted: readonly number[];
  /** The row that would be built first. */
  readonly choice: number;
};

export type Draw = {
  readonly table: Problem;
  readonly wanted: Wanted;
  readonly labelled: Problem;
  /** Rows of the table that are labelled, in the order of `labelled`. */
  readonly chosen: readonly number[];
  readonly heldOut: readonly number[];
  readonly seed: number;
};
export type Method = { readonly name: string; readonly judge: (draw: Draw) => Promise<Opinion> };

export function drawRows({ problem: table, wanted }: Table, numLabelled: number, seed: number): Draw {
  const order = shuffled([...table.targets.keys()], seededRandom(1000 + seed));
  const chosen = order.slice(0, numLabelled);
  const labelled: Problem = {
    ...table,
    architectures: chosen.flatMap((index) => table.architectures[index] ?? []),
    targets: Float64Array.from(chosen, (index) => table.targets[index] ?? NaN),
  };
  return { table, wanted, labelled, chosen, heldOut: order.slice(numLabelled), seed };
}

export async function judge(method: Method, draw: Draw): Promise<Outcome> {
  const { table, wanted, chosen, heldOut } = draw;
  const opinion = await method.judge(draw);
  const rankOf = (index: number): number => {
    const own = wanted * (table.targets[index] ?? NaN);
    return 1 + table.targets.filter((target) => wanted * target > own).length;
  };
  return {
    ...opinion,
    srcc: srcc(
      heldOut.map((index) => opinion.predicted[index] ?? NaN),
      heldOut.map((index) => table.targets[index] ?? NaN),
    ),
    choice: rankOf(opinion.choice),
    labelled: Math.min(...chosen.map(rankOf)),
  };
}
