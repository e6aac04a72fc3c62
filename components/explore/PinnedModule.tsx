"use client";

import Link from "next/link";
import { useMemo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button, buttonClass } from "@/components/ui/Button";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import type { RankInterval } from "@/lib/core/trust/rankIntervals";
import { formatEffect, isUncertain } from "@/lib/figures/evidence";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { stripCellWidth } from "@/lib/figures/gridLayout";
import { operationPalette } from "@/lib/figures/operationPalette";
import { asStrip } from "@/lib/figures/sequenceRanking";
import { Answer } from "./Answer";
import { useExploration } from "./exploration";
import { Holders } from "./Holders";
import { moduleLabel, modulePlace } from "./moduleWords";
import { EffectOf, type ModuleEffect } from "./trust/EffectOf";
import { ModuleTrust } from "./trust/ModuleTrust";
import { NoiseFigure } from "./trust/NoiseFigure";
import { useModuleScore } from "./useScores";

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
        {(score) =>
          score ? (
            <EffectOf module={module} score={score}>
              {(effect) => (
                <>
                  <Figures score={score} module={module} effect={effect} />
                  <ModuleTrust module={module} score={score} effect={effect} />
                </>
              )}
            </EffectOf>
          ) : (
            <p>This module has no score.</p>
          )
        }
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

type FiguresProps = { score: ModuleScore; module: Module; effect: ModuleEffect | null };

function Figures({ score, module, effect }: FiguresProps) {
  const { scoreUnit } = useExploration();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <Figure name="Score" note={`in ${scoreUnit}`}>
        {formatValue(score.score)}
      </Figure>
      <Figure name="90 % interval">
        {score.low < score.high ? `${formatValue(score.low)} to ${formatValue(score.high)}` : "not given"}
      </Figure>
      {effect && <Effect score={score} effect={effect} />}
      {effect && <NoiseFigure unitIndex={module.unitIndex} effect={effect} />}
      <Figure name="Read at hop">{score.hop}</Figure>
      {score.support === 0 ? (
        <Figure name="Held by" note="extrapolated from other modules" warns>
          no labelled architecture
        </Figure>
      ) : (
        <Figure name="Held by">{formatCount(score.support, "labelled architecture")}</Figure>
      )}
    </dl>
  );
}

function Effect({ score, effect }: { score: ModuleScore; effect: ModuleEffect }) {
  const { rank } = effect;
  return (
    <>
      <Figure name="Effect" note={`against the mean of ${effect.against}`}>
        {formatEffect(effect.effect)}
      </Figure>
      {isUncertain(score, effect.mean) && (
        <Figure name="Stable" note="the interval holds that mean">
          no
        </Figure>
      )}
      {rank && (
        <Figure name="Rank" note={rank.tie ? rankIntervalWords(rank.tie) : undefined}>
          {formatInteger(rank.rank)} of {formatInteger(rank.numRanked)}
        </Figure>
      )}
    </>
  );
}

const rankIntervalWords = ({ best, worst }: RankInterval): string =>
  best === worst
    ? "the intervals leave no other rank open"
    : `${formatInteger(best)} to ${formatInteger(worst)} as far as the intervals tell`;

type FigureProps = { name: string; note?: string; warns?: boolean; children: React.ReactNode };

function Figure({ name, note, warns = false, children }: FigureProps) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className={`min-w-0 ${warns ? "text-warn" : ""}`}>
        {children}
        {note && <span className="block text-xs text-muted">{note}</span>}
      </dd>
    </>
  );
}
