import type { Claim } from "@/lib/core/claim";
import type { Module, ModuleScore } from "@/lib/core/module";
import type { NullBand } from "@/lib/core/trust/nullBand";
import { formatValue } from "@/lib/figures/format";
import type { Exploration } from "../exploration";
import { moduleLabel, modulePlace } from "../moduleWords";
import type { ModuleEffect } from "../trust/EffectOf";
import type { Challenge } from "../trust/useChallenge";

const MOST_EXAMPLES = 3;

type Parts = {
  readonly module: Module;
  readonly score: ModuleScore;
  readonly effect: ModuleEffect;
  readonly challenge: Challenge;
  readonly noise: NullBand | null;
  readonly link: string;
};

/** Everything a claim card says, gathered from what the page knows of a module. */
export function claimOf(
  { dataset, architectures, measured, opened, scoreUnit }: Exploration,
  { module, score, effect, challenge, noise, link }: Parts,
): Claim {
  const hasInterval = score.low < score.high;
  const rowWords = (row: number): string =>
    `${architectures[row]?.id ?? row} (${formatValue(measured[row] ?? NaN)})`;
  return {
    module: `${moduleLabel(dataset.space, module)} in ${modulePlace(dataset.space, module)}`,
    against: `the mean of ${effect.against}`,
    effect: effect.effect,
    low: hasInterval ? score.low - effect.mean : null,
    high: hasInterval ? score.high - effect.mean : null,
    scoreUnit,
    support: challenge.matching.holders.length,
    measured: challenge.measured && {
      ...challenge.measured,
      numSets: challenge.matching.sets.length,
      numPairs: challenge.numPairs,
      numAgainst: challenge.numAgainst,
      mostOtherDifferences: challenge.mostOtherDifferences,
      counterExamples: challenge.counterExamples
        .slice(0, MOST_EXAMPLES)
        .map(({ holder, partner }) => `${rowWords(holder)} against ${rowWords(partner)}`),
    },
    noise,
    dataset: dataset.name,
    predictor: opened.name,
    srcc: opened.file.metrics.srcc,
    numTrain: opened.file.metrics.numTrain,
    link,
  };
}
