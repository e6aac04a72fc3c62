"use client";

import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { hasSequences } from "@/lib/figures/candidates";
import { rankTies, type RankTie } from "@/lib/figures/trust/rankTies";
import type { RankedModule } from "@/lib/figures/sequenceRanking";
import { useExploration } from "../exploration";
import { usePositionMatrix, useRanking } from "../useScores";
import type { BandFigure } from "./useNullBand";

/** A module's score against those that it is compared with. */
export type ModuleEffect = {
  /** Mean score of those. */
  readonly mean: number;
  readonly effect: number;
  /** `single operations of the unit` */
  readonly against: string;
  /** Where it is ranked; null where it is not among them, and for single operations. */
  readonly rank: { readonly rank: number; readonly numRanked: number; readonly tie: RankTie | null } | null;
  /** The figure that shows it, for its band of noise. */
  readonly figure: BandFigure;
  readonly size: number;
};

type EffectOfProps = {
  module: Module;
  score: ModuleScore;
  /** Null while those that it is compared with are being scored. */
  children: (effect: ModuleEffect | null) => React.ReactNode;
};

/** Finds what a module is compared with: single operations of its unit, else modules of its size. */
export function EffectOf(props: EffectOfProps) {
  return props.module.layers.length === 1 ? <PlaceEffect {...props} /> : <RankingEffect {...props} />;
}

function PlaceEffect({ module, score, children }: EffectOfProps) {
  const positions = usePositionMatrix();
  if (positions.status !== "ready") return children(null);
  const mean = positions.value.matrix.unitMeans[module.unitIndex] ?? NaN;
  return children({
    mean,
    effect: score.score - mean,
    against: "single operations of the unit",
    rank: null,
    figure: "positions",
    size: 1,
  });
}

function RankingEffect({ module, score, children }: EffectOfProps) {
  const { dataset } = useExploration();
  const sequences = hasSequences(dataset.space);
  const size = sequences ? module.layers.length : score.hop + 1;
  const ranking = useRanking(module.unitIndex, size);
  if (ranking.status !== "ready") return children(null);
  const { ranked, mean } = ranking.value;
  const key = encodeModule(module);
  const same = ranked.find((one) => one.key === key);
  return children({
    mean,
    effect: score.score - mean,
    against: sequences ? `${size}-layer sequences of the unit` : "subgraphs of this reach",
    rank: same
      ? { rank: same.rank, numRanked: ranked.length, tie: tiesOf(ranked).get(same.key) ?? null }
      : null,
    figure: "ranking",
    size,
  });
}

const known = new WeakMap<readonly RankedModule[], ReadonlyMap<string, RankTie>>();

/** Ties of a ranking; counted once, since there may be tens of thousands. */
export function tiesOf(ranked: readonly RankedModule[]): ReadonlyMap<string, RankTie> {
  const ties = known.get(ranked) ?? rankTies(ranked);
  known.set(ranked, ties);
  return ties;
}
