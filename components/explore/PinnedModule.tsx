"use client";

import Link from "next/link";
import { useMemo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button, buttonClass } from "@/components/ui/Button";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { hasSequences } from "@/lib/figures/candidates";
import { formatEffect, isUncertain } from "@/lib/figures/evidence";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { stripCellWidth } from "@/lib/figures/gridLayout";
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
  const labels = module.nodes.map((node) => paint(node).label);
  const query = new URLSearchParams({ predictor: opened.id, put: encodeModule(module) });
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-semibold break-words">{moduleLabel(dataset.space, module)}</p>
        <p className="text-muted">{modulePlace(dataset.space, module)}</p>
      </div>
      <div className="overflow-x-auto">
        <ArchitectureStrip
          architecture={asStrip(module)}
          paint={paint}
          cellWidth={stripCellWidth(labels)}
          cellHeight={26}
        />
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
      <Figure name="Score" note={`in ${scoreUnit}`}>
        {formatValue(score.score)}
      </Figure>
      <Figure name="90 % interval">
        {score.low < score.high ? `${formatValue(score.low)} to ${formatValue(score.high)}` : "not given"}
      </Figure>
      {module.layers.length === 1 ? (
        <PlaceEffect score={score} module={module} />
      ) : (
        <RankingEffect score={score} module={module} />
      )}
      <Figure name="Read at hop">{score.hop}</Figure>
      {score.support === 0 ? (
        <Figure name="Held by" note="extrapolated from other modules">
          no labelled architecture
        </Figure>
      ) : (
        <Figure name="Held by">{formatCount(score.support, "labelled architecture")}</Figure>
      )}
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
          {formatInteger(same.rank)} of {formatInteger(ranking.value.ranked.length)}
        </Figure>
      )}
    </>
  );
}

function Effect({ score, mean, against }: { score: ModuleScore; mean: number; against: string }) {
  return (
    <>
      <Figure name="Effect" note={`against the mean of ${against}`}>
        {formatEffect(score.score - mean)}
      </Figure>
      {isUncertain(score, mean) && (
        <Figure name="Stable" note="the interval holds that mean">
          no
        </Figure>
      )}
    </>
  );
}

type FigureProps = { name: string; note?: string; children: React.ReactNode };

function Figure({ name, note, children }: FigureProps) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">
        {children}
        {note && <span className="block text-xs text-muted">{note}</span>}
      </dd>
    </>
  );
}
