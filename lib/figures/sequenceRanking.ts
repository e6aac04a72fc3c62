import { scaleLinear } from "d3";
import type { Architecture, Node } from "../core/architecture";
import { encodeModule } from "../core/moduleCode";
import type { Module, ModuleScore } from "../core/module";
import { operationKey } from "../core/searchSpace";
import { isUncertain, isUnseen, meanScore } from "./evidence";

export type RankedModule = {
  readonly key: string;
  /** From 1, best first, among all that were scored; filters do not change it. */
  readonly rank: number;
  readonly evidence: ModuleScore;
  /** Score minus the mean of all that were scored together. */
  readonly effect: number;
  readonly unseen: boolean;
  readonly uncertain: boolean;
};

export type Ranking = { readonly mean: number; readonly ranked: readonly RankedModule[] };

/** Best first; scores that are not numbers last. */
export function rankModules(scores: readonly ModuleScore[]): Ranking {
  const mean = meanScore(scores);
  const sortable = (score: number): number => (Number.isFinite(score) ? score : -Infinity);
  const ranked = [...scores]
    .sort((a, b) => sortable(b.score) - sortable(a.score))
    .map((evidence, index) => ({
      key: encodeModule(evidence),
      rank: index + 1,
      evidence,
      effect: evidence.score - mean,
      unseen: isUnseen(evidence),
      uncertain: isUncertain(evidence, mean),
    }));
  return { mean, ranked };
}

export type RankingFilter = {
  /** Key of an operation that must be in the module; null for any. */
  readonly operation: string | null;
  /** Only modules that a labelled architecture holds. */
  readonly seenOnly: boolean;
};

export const filterRanking = (ranked: readonly RankedModule[], filter: RankingFilter): RankedModule[] =>
  ranked.filter(
    ({ evidence, unseen }) =>
      !(filter.seenOnly && unseen) &&
      (filter.operation === null || evidence.nodes.some((node) => operationKey(node) === filter.operation)),
  );

/** Pixel places of score and interval on one bar shared by all rows, with the mean as its reference. */
export function intervalBars(ranking: Ranking, width: number, padding = 5) {
  const finite = ranking.ranked
    .flatMap(({ evidence }) => [evidence.low, evidence.score, evidence.high])
    .filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  const domain = low < high ? [low, high] : [low - 0.5, low + 0.5];
  const scale = scaleLinear(finite.length === 0 ? [0, 1] : domain, [padding, width - padding]);
  return {
    domain: scale.domain() as [number, number],
    meanX: scale(ranking.mean),
    bar: ({ score, low: from, high: to }: Pick<ModuleScore, "score" | "low" | "high">) => ({
      x: scale(score),
      x0: scale(from),
      x1: scale(to),
    }),
  };
}

/** Modules for one figure, and whether they are all that the space allows or only those the data holds. */
export type Candidates = { readonly modules: readonly Module[]; readonly exhaustive: boolean };

/** The layers of a module as an architecture of one unit, so that a strip can draw it. */
export const asStrip = (module: { readonly nodes: readonly Node[] }): Pick<Architecture, "units"> => ({
  units: [module.nodes],
});
