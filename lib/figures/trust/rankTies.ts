import { rankIntervals, tiesWithPrevious, type RankInterval } from "../../core/trust/rankIntervals";
import { hasIntervals } from "../evidence";
import type { RankedModule } from "../sequenceRanking";

/** What the intervals say of a module's rank among those it was scored with. */
export type RankTie = RankInterval & {
  /** Its order with the next better one is open. */
  readonly tiedWithPrevious: boolean;
};

/**
 * Rank intervals and ties of a ranking, by key. Empty where scores have no intervals: nothing is known of how stable
 * their order is then, which must not look like certainty.
 * @param ranked all that were scored together, best first
 */
export function rankTies(ranked: readonly RankedModule[]): ReadonlyMap<string, RankTie> {
  const scores = ranked.map(({ evidence }) => evidence);
  if (!hasIntervals(scores)) return new Map();
  const ties = tiesWithPrevious(scores);
  return new Map(
    rankIntervals(scores).flatMap((interval, index) => {
      const key = ranked[index]?.key;
      if (interval === null || key === undefined) return [];
      return [[key, { ...interval, tiedWithPrevious: ties[index] ?? false }] as const];
    }),
  );
}
