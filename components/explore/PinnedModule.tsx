"use client";

import Link from "next/link";
import { useMemo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button, buttonClass } from "@/components/ui/Button";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { hasSequences } from "@/lib/figures/candidates";
import { formatEffect, formatScore, isUncertain } from "@/lib/figures/evidence";
import { formatCount, formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { asStrip } from "@/lib/figures/sequenceRanking";
import { Answer } from "./Answer";
import { useExploration } from "./exploration";
import { Holders } from "./Holders";
import { moduleLabel, modulePlace } from "./moduleWords";
import { useModuleScore, usePositionMatrix, useRanking } from "./useScores";

/** One module with everything its importance rests on, and the way into Build. */
export function PinnedModule({ module, onUnpin }: { module: Module; onUnpin: () => void }) {
  const { dataset, opened } = useExploration();
  const answer = useModuleScore(module);
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const query = new URLSearchParams({ predictor: opened.id, put: encodeModule(module) });
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-semibold break-words">{moduleLabel(dataset.space, module)}</p>
        <p className="text-muted">{modulePlace(dataset.space, module)}</p>
      </div>
      <div className="overflow-x-auto">
        <ArchitectureStrip architecture={asStrip(module)} paint={paint} cellWidth={56} cellHeight={26} />
      </div>
      <Answer answer={answer} waiting="Scoring the module">
        {(score) => (score ? <Figures score={score} module={module} /> : <p>This module has no score.</p>)}
      </Answer>
      <div className="flex flex-wrap gap-2">
        <Link href={`/datasets/${dataset.id}/build?${query}`} className={buttonClass("primary")}>
          Use in Build
        </Link>
        <Button onClick={onUnpin}>Unpin</Button>
      </div>
      <Holders module={module} />
    </div>
  );
}

function Figures({ score, module }: { score: ModuleScore; module: Module }) {
  const { scoreUnit } = useExploration();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <Figure name={score.low < score.high ? "Score (90 % interval)" : "Score"}>{formatScore(score)}</Figure>
      <Figure name="In">{scoreUnit}</Figure>
      {module.layers.length === 1 ? (
        <PlaceEffect score={score} module={module} />
      ) : (
        <RankingEffect score={score} module={module} />
      )}
      <Figure name="Read at hop">{score.hop}</Figure>
      <Figure name="Support">
        {score.support === 0
          ? "in no labelled architecture: extrapolated"
          : `held by ${formatCount(score.support, "labelled architecture")}`}
      </Figure>
    </dl>
  );
}

function PlaceEffect({ score, module }: { score: ModuleScore; module: Module }) {
  const positions = usePositionMatrix();
  if (positions.status !== "ready") return null;
  const mean = positions.value.matrix.unitMeans[module.unitIndex] ?? NaN;
  return <Effect score={score} mean={mean} against="single operations of the unit" />;
}

function RankingEffect({ score, module }: { score: ModuleScore; module: Module }) {
  const { dataset } = useExploration();
  const sequences = hasSequences(dataset.space);
  const ranking = useRanking(module.unitIndex, sequences ? module.layers.length : score.hop + 1);
  if (ranking.status !== "ready") return null;
  const same = ranking.value.ranked.find(({ key }) => key === encodeModule(module));
  return (
    <>
      <Effect
        score={score}
        mean={ranking.value.mean}
        against={
          sequences ? `${module.layers.length}-layer sequences of the unit` : "subgraphs of this reach"
        }
      />
      {same && (
        <Figure name="Rank">
          {formatValue(same.rank)} of {formatCount(ranking.value.ranked.length, "module")}
        </Figure>
      )}
    </>
  );
}

function Effect({ score, mean, against }: { score: ModuleScore; mean: number; against: string }) {
  return (
    <>
      <Figure name="Effect">
        {formatEffect(score.score - mean)} against the mean of {against}
      </Figure>
      {isUncertain(score, mean) && <Figure name="Stable">no: its interval holds that mean</Figure>}
    </>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
