/**
 * What to measure next: a batch of candidates out of many that were predicted but not measured. Three reasons to
 * measure: it may be the best of all (upper bound), it may push the Pareto front out (improvement), or it may change
 * which modules are thought to be important (ranking).
 */
import type { ModuleScore } from "../module";
import { moduleKey } from "../module";
import type { Goal } from "../pareto";
import { normal, type Random } from "../random";
import { normalCdf } from "../stats";
import { bestPoints, frontOf, type Point } from "./dominance";
import { hypervolume } from "./hypervolume";
import type { Prediction } from "./plan";

export const PROPOSAL_RULES = ["upper-bound", "improvement", "ranking"] as const;
export type ProposalRule = (typeof PROPOSAL_RULES)[number];

/** A prediction turned so that more is better. */
export const turned = ({ value, low, high }: Prediction, goal: Goal): Prediction =>
  goal === "max" ? { value, low, high } : { value: -value, low: -high, high: -low };

/** Half the width of a 90 % interval of a normal distribution, in standard deviations. */
const HALF_WIDTH = 1.6449;

const deviation = ({ low, high }: Prediction): number => Math.max(0, (high - low) / (2 * HALF_WIDTH));

/** How far towards the upper end of its interval a candidate is hoped to lie. */
const HOPE = 0.5;

/**
 * Candidates that would be the best if each lay half-way to the upper end of its interval; with several objectives
 * those on the front of such hopes, then the next front.
 * @param candidates shape [candidates][objectives], more is better
 * @returns indexes, the most promising first
 */
export const byUpperBound = (
  candidates: readonly (readonly Prediction[])[],
  count: number,
  hope = HOPE,
): number[] =>
  bestPoints(
    candidates.map((predicted) => predicted.map(({ value, high }) => value + hope * (high - value))),
    count,
  );

/** Samples of what a batch may turn out to be. */
const NUM_SAMPLES = 64;
/** Candidates whose improvement is worked out, those of the best upper bounds. */
const MOST_COMPARED = 200;

/**
 * Candidates that together should add most hypervolume to what was measured (with one objective: improve most on the
 * best), one after the other: each is chosen knowing what the ones before it may turn out to be. Objectives are taken
 * to err independently, candidates too.
 * @param candidates shape [candidates][objectives], more is better
 * @param measured shape [rows][objectives], more is better
 * @returns indexes, the greatest expected improvement first
 */
export function byImprovement(
  candidates: readonly (readonly Prediction[])[],
  measured: readonly Point[],
  count: number,
  random: Random,
): number[] {
  const compared = byUpperBound(candidates, MOST_COMPARED, 1);
  const samples = compared.map((index) =>
    Array.from({ length: NUM_SAMPLES }, () =>
      (candidates[index] ?? []).map((one) => one.value + deviation(one) * normal(random)),
    ),
  );
  const toUnit = unitScale([...measured, ...samples.flat()]);
  const front = frontOf(measured).flatMap((index) => measured.slice(index, index + 1).map(toUnit));
  const outcomes = samples.map((outcome) => outcome.map(toUnit));
  const fronts: Point[][] = Array.from({ length: NUM_SAMPLES }, () => front);
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, compared.length)) {
    const before = fronts.map(volume);
    let best = -1;
    let most = -Infinity;
    for (const [place, outcome] of outcomes.entries()) {
      if (chosen.includes(place)) continue;
      const gain = fronts.reduce((sum, points, sample) => {
        const point = outcome[sample];
        return point === undefined ? sum : sum + volume([...points, point]) - (before[sample] ?? 0);
      }, 0);
      if (gain > most) [best, most] = [place, gain];
    }
    chosen.push(best);
    for (const [sample, points] of fronts.entries()) {
      const grown = [...points, ...(outcomes[best]?.slice(sample, sample + 1) ?? [])];
      fronts[sample] = frontOf(grown).flatMap((index) => grown.slice(index, index + 1));
    }
  }
  return chosen.flatMap((place) => compared.slice(place, place + 1));
}

/** Every objective's range over the points on 0..1, so that units do not weigh. */
function unitScale(points: readonly Point[]): (point: Point) => Point {
  const finite = points.filter((point) => point.every(Number.isFinite));
  const ends = (finite[0] ?? []).map((_, objective) => {
    const values = finite.map((point) => point[objective] ?? NaN);
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((greatest, value) => Math.max(greatest, value), -Infinity);
    return { low, range: high - low || 1 };
  });
  return (point) =>
    point.map((value, objective) => (value - (ends[objective]?.low ?? 0)) / (ends[objective]?.range ?? 1));
}

/** Bounded a little below the worst end, so that points of the worst value in one objective still count. */
const volume = (points: readonly Point[]): number =>
  hypervolume(
    points,
    (points[0] ?? []).map(() => -0.1),
  );

/** A candidate with its modules by `moduleKey`. */
export type Holder = { readonly moduleKeys: readonly string[] };

/**
 * How unsure the rank of each module is among those of its place (same unit, same layers): the expected number of
 * modules that it is on the wrong side of, from scores and intervals taken as normal. 0 for a module without rivals.
 */
export function rankDoubts(scores: readonly ModuleScore[]): Map<string, number> {
  const places = new Map<string, ModuleScore[]>();
  for (const score of scores) {
    const place = `${score.unitIndex}:${score.layers.join()}`;
    places.set(place, [...(places.get(place) ?? []), score]);
  }
  const doubts = new Map<string, number>();
  for (const rivals of places.values())
    for (const one of rivals) {
      const wrong = rivals.reduce((sum, other) => (other === one ? sum : sum + orderDoubt(one, other)), 0);
      doubts.set(moduleKey(one), wrong);
    }
  return doubts;
}

/** Probability that two modules are in the other order than their scores, 0..0.5. */
function orderDoubt(a: ModuleScore, b: ModuleScore): number {
  const spread = Math.hypot(
    deviation({ value: a.score, low: a.low, high: a.high }),
    deviation({ value: b.score, low: b.low, high: b.high }),
  );
  const distance = Math.abs(a.score - b.score);
  return spread === 0 ? (distance === 0 ? 0.5 : 0) : normalCdf(-distance / spread);
}

/**
 * Candidates whose measurement tells most about the ranking of modules: each holds modules whose ranks are unsure, and
 * a module that the batch holds already counts by half as much each time.
 * @returns indexes, the most telling first
 */
export function byRanking(
  holders: readonly Holder[],
  doubts: ReadonlyMap<string, number>,
  count: number,
): number[] {
  const left = new Map(doubts);
  const chosen = new Set<number>();
  const worth = ({ moduleKeys }: Holder): number =>
    moduleKeys.reduce((sum, key) => sum + (left.get(key) ?? 0), 0);
  while (chosen.size < Math.min(count, holders.length)) {
    let best = -1;
    let most = -Infinity;
    for (const [index, holder] of holders.entries()) {
      const value = chosen.has(index) ? -Infinity : worth(holder);
      if (value > most) [best, most] = [index, value];
    }
    chosen.add(best);
    for (const key of holders[best]?.moduleKeys ?? []) left.set(key, (left.get(key) ?? 0) / 2);
  }
  return [...chosen];
}
