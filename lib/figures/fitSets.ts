import { seededRandom, shuffled } from "../core/random";
import { srcc } from "../core/stats";

/** An architecture as measured and as predicted. */
export type Fitted = { readonly id: string | null; readonly measured: number; readonly predicted: number };

/** Predictions of one part of the rows. */
export type FitSet = {
  readonly name: string;
  /** What these rows were to the predictor. */
  readonly role: string;
  /** All that are drawn; at most MAX_DRAWN. */
  readonly fitted: readonly Fitted[];
  readonly numAll: number;
  /** Rank correlation of those drawn; null where fewer than two differ. */
  readonly srcc: number | null;
};

/** More points than this hide each other in a small plot. */
export const MAX_DRAWN = 1_000;

/** Rows to predict and draw, spread over all: always the same ones. @returns indexes, ascending */
export function drawnRows(count: number, most = MAX_DRAWN): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count <= most) return all;
  return shuffled(all, seededRandom(1))
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** @param numAll rows of this part, of which `fitted` are those that can be drawn */
export function fitSet(
  name: string,
  role: string,
  fitted: readonly Fitted[],
  numAll = fitted.length,
): FitSet {
  const finite = fitted.filter(
    ({ measured, predicted }) => Number.isFinite(measured) && Number.isFinite(predicted),
  );
  const drawn = drawnRows(finite.length).flatMap((index) => finite[index] ?? []);
  const correlation = srcc(
    drawn.map(({ predicted }) => predicted),
    drawn.map(({ measured }) => measured),
  );
  return { name, role, fitted: drawn, numAll, srcc: Number.isFinite(correlation) ? correlation : null };
}

/** Smallest and largest of all values of all sets, so that their plots can be compared; null without a value. */
export function sharedExtent(sets: readonly FitSet[]): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const { fitted } of sets)
    for (const { measured, predicted } of fitted) {
      low = Math.min(low, measured, predicted);
      high = Math.max(high, measured, predicted);
    }
  return low <= high ? [low, high] : null;
}
